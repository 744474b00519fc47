// What people wrote, masked: found, sorted, dealt with.
import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useFormat } from '../../i18n.ts';
import { Tick } from '../../list/ListTable.tsx';
import { ServedList } from '../../list/ServedList.tsx';
import { useMay } from '../../me.ts';
import { tell, tellError } from '../../messages.ts';
import { Page } from '../../Page.tsx';
import { CommentItem } from './CommentItem.tsx';
import { useCommentChoices } from './choices.tsx';
import classes from './comments.module.css';
import { COMMENTS, type Comment, readComments, useCommentChanges } from './queries.ts';

const NO_COLUMNS: never[] = [];
const keyOf = ({ id }: Comment) => id;

export default function CommentsPage() {
  const { t } = useTranslation();
  const choices = useCommentChoices();
  const inspects = useMay('allegations.read');
  const mayWrite = useMay('comments.write');
  return (
    <Page title={t('nav.comments')} about={t('comments.about')} actions={<ToCounts />}>
      {inspects && <Text size="sm">{t('comments.aboutAllegations')}</Text>}
      <ServedList<Comment>
        caption={t('nav.comments')}
        queryKey={COMMENTS}
        read={readComments}
        columns={NO_COLUMNS}
        choices={choices}
        rowKey={keyOf}
        {...(mayWrite && {
          selectionActions: (rows: Comment[], clear: () => void) => <MarkRead rows={rows} onDone={clear} />,
        })}
        draw={(rows, selection) => (
          <ul className={classes.comments} aria-label={t('nav.comments')}>
            {rows.map((comment) => (
              <CommentItem
                key={comment.id}
                comment={comment}
                tick={
                  selection && (
                    <Tick
                      row={comment}
                      name={`${comment.agency.name}, ${comment.day}`}
                      ticked={selection.has(comment)}
                      onTick={selection.toggle}
                    />
                  )
                }
              />
            ))}
          </ul>
        )}
        empty={{ title: t('comments.none'), children: <Text>{t('comments.noneHow')}</Text> }}
      />
    </Page>
  );
}

/** The same comments, counted. */
function ToCounts() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const wanted = new URLSearchParams(params);
  wanted.delete('page');
  return (
    <Button component={Link} to={`/comments/counts?${wanted}`} variant="default">
      {t('comments.toCounts')}
    </Button>
  );
}

function MarkRead({ rows, onDone }: { rows: Comment[]; onDone: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { change } = useCommentChanges();
  const fresh = rows.filter(({ status }) => status === 'new');
  const { mutate, isPending } = useMutation({
    mutationFn: async () => {
      for (const { id } of fresh) await change(id, { status: 'read' });
      return fresh.length;
    },
    onSuccess: (n) => {
      tell(t('comments.markedRead', { n: format.count(n) }));
      onDone();
    },
    onError: tellError,
  });
  return (
    <Button disabled={fresh.length === 0} loading={isPending} onClick={() => mutate()}>
      {t('comments.markRead')}
    </Button>
  );
}
