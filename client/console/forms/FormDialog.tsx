// A form in a dialog: sends once, keeps what was typed when that fails, and says why, beside the fields where it can.
import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { type FieldValues, FormProvider, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { SendingError } from './SendingError.tsx';
import { useSending } from './use-sending.ts';

interface FormDialogProps<Values extends FieldValues> {
  title: string;
  form: UseFormReturn<Values>;
  /** Sends the values; what it throws is shown. */
  send: (values: Values) => Promise<unknown>;
  /** What the button says that sends. */
  submit: string;
  /** Called when it was given up, and when it was sent if there is no `onSent`. */
  onClose: () => void;
  onSent?: () => void;
  /** What is lost by it for good: the button warns. */
  danger?: boolean;
  size?: string;
  children?: ReactNode;
}

export function FormDialog<Values extends FieldValues>(props: FormDialogProps<Values>) {
  const { title, form, submit, onClose, onSent = onClose, danger = false, size = 'md', children } = props;
  const { t } = useTranslation();
  const narrow = useMediaQuery('(max-width: 40em)') ?? false;
  const { send, error, sending } = useSending(form, async (values) => {
    await props.send(values);
    onSent();
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      fullScreen={narrow}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('form.close'), size: 44 }}
      styles={{ title: { fontWeight: 600, fontSize: '1.125rem' } }}
    >
      <form onSubmit={(event) => void form.handleSubmit(send)(event)} noValidate>
        <Stack gap="md">
          <FormProvider {...form}>{children}</FormProvider>
          <SendingError error={error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('form.cancel')}
            </Button>
            <Button type="submit" loading={sending} {...(danger && { color: 'red.9' })}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
