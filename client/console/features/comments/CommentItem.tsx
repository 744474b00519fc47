// One comment: where and when, its words, what it is about, how far it is dealt with.
import { Anchor, Button, Group, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ALLEGATION, COMMENT_STATUSES, type CommentStatus } from '#domain/comments.ts';
import { useFormat } from '../../i18n.ts';
import { useMay } from '../../me.ts';
import { tellError } from '../../messages.ts';
import classes from './comments.module.css';
import { LabelsDialog } from './LabelsDialog.tsx';
import { useLabelOptions } from './labels.ts';
import { OpeningDialog } from './OpeningDialog.tsx';
import { type Comment, useCommentChanges } from './queries.ts';
import { Words } from './Words.tsx';

interface CommentItemProps {
  comment: Comment;
  /** The box that ticks it. */
  tick: ReactNode;
}

export function CommentItem({ comment, tick }: CommentItemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { agency, touchpoint, day, parts, allegation } = comment;
  return (
    <li className={classes.comment} data-new={comment.status === 'new' || undefined}>
      <div className={classes.where}>
        {tick}
        <div>
          <Anchor component={Link} to={`/agencies/${encodeURIComponent(agency.id)}`} c="inherit" fw={600}>
            {agency.name}
          </Anchor>
          <span className={classes.when}>
            {touchpoint.name !== agency.name && `${touchpoint.name} · `}
            {format.day(day)}
          </span>
        </div>
      </div>
      <Words parts={parts} />
      {allegation && <p className={classes.allegation}>{t('comments.allegationHint')}</p>}
      <div className={classes.foot}>
        <Labels comment={comment} />
        <Group gap="sm" className={classes.deeds}>
          <Opening comment={comment} />
          <Status comment={comment} />
        </Group>
      </div>
    </li>
  );
}

function Labels({ comment }: { comment: Comment }) {
  const { t } = useTranslation();
  const may = useMay('comments.write');
  const options = useLabelOptions(true);
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const labelled = comment.labels.length > 0;
  return (
    <div className={classes.labels}>
      {labelled && (
        <ul aria-label={t('comments.labels')} className={classes.chips}>
          {comment.labels.map((code) => (
            <li key={code} className={classes.chip} data-allegation={code === ALLEGATION || undefined}>
              {options.find(({ value }) => value === code)?.label ?? code}
            </li>
          ))}
        </ul>
      )}
      {may && (
        <Button
          ref={button}
          size="compact-md"
          variant="subtle"
          onClick={() => setEditing(true)}
          aria-label={t(labelled ? 'comments.editLabelsOf' : 'comments.addLabelsOf', {
            agency: comment.agency.name,
          })}
        >
          {t(labelled ? 'comments.editLabels' : 'comments.addLabels')}
        </Button>
      )}
      {editing && <LabelsDialog comment={comment} onClose={closing(setEditing, button)} />}
    </div>
  );
}

/** Closes a dialog and goes back to the button that opened it, from where the keyboard goes on. */
function closing(setOpen: (open: boolean) => void, button: RefObject<HTMLButtonElement | null>) {
  return () => {
    setOpen(false);
    button.current?.focus();
  };
}

function Opening({ comment }: { comment: Comment }) {
  const { t } = useTranslation();
  const may = useMay('comments.open');
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (!may || !comment.personal || comment.parts === null) return null;
  return (
    <>
      <Button ref={button} size="compact-md" variant="default" onClick={() => setOpen(true)}>
        {t('comments.opening.button')}
      </Button>
      {open && <OpeningDialog comment={comment} onClose={closing(setOpen, button)} />}
    </>
  );
}

function Status({ comment: { id, status, agency } }: { comment: Comment }) {
  const { t } = useTranslation();
  const may = useMay('comments.write');
  const { change } = useCommentChanges();
  const { mutate, isPending, variables } = useMutation({
    mutationFn: (next: CommentStatus) => change(id, { status: next }),
    onError: tellError,
  });
  const wordOf = (one: CommentStatus) => t(`comments.statuses.${one}`);
  if (!may) return <span className={classes.status}>{wordOf(status)}</span>;
  return (
    <NativeSelect
      size="sm"
      aria-label={t('comments.statusOf', { agency: agency.name })}
      // What was chosen shows at once; what was refused falls back.
      value={isPending ? variables : status}
      onChange={(event) => mutate(event.currentTarget.value as CommentStatus)}
      data={COMMENT_STATUSES.map((value) => ({ value, label: wordOf(value) }))}
    />
  );
}
