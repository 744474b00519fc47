// What a comment is about, chosen by ticking. The label for allegations decides who sees it, so that it asks apart.
import { Alert, Checkbox, Stack } from '@mantine/core';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ALLEGATION } from '#domain/comments.ts';
import { FormDialog } from '../../forms/FormDialog.tsx';
import { useMay, useMe } from '../../me.ts';
import { tell } from '../../messages.ts';
import { useLabelOptions } from './labels.ts';
import { type Comment, useCommentChanges } from './queries.ts';
import { Words } from './Words.tsx';

interface LabelsDialogProps {
  comment: Comment;
  onClose: () => void;
}

export function LabelsDialog({ comment, onClose }: LabelsDialogProps) {
  const { t } = useTranslation();
  const inspects = useMay('allegations.read');
  const { agency } = useMe();
  // An agency's own people do not sort out what is said against it.
  const options = useLabelOptions(inspects || agency === null);
  const { change, reread } = useCommentChanges();
  const form = useForm({ defaultValues: { labels: comment.labels } });
  const alleges = form.watch('labels').includes(ALLEGATION);
  const send = async ({ labels }: { labels: string[] }) => {
    await change(comment.id, { labels });
    if (alleges !== comment.allegation) {
      reread();
      tell(t(alleges ? 'comments.handedOver' : 'comments.released'));
    }
  };
  return (
    <FormDialog title={t('comments.labelsTitle')} submit={t('form.save')} {...{ form, send, onClose }}>
      <Words parts={comment.parts} />
      <Controller
        control={form.control}
        name="labels"
        render={({ field }) => (
          <Checkbox.Group label={t('comments.labelsOf')} value={field.value} onChange={field.onChange}>
            <Stack gap="sm" mt="sm">
              {options.map(({ value, label }) => (
                <Checkbox key={value} value={value} label={label} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
      />
      {alleges !== comment.allegation && (
        <Alert color="yellow" role="status">
          {t(alleges ? (inspects ? 'comments.willHide' : 'comments.willHandOver') : 'comments.willShow')}
        </Alert>
      )}
    </FormDialog>
  );
}
