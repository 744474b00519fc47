// A form in a dialog: sends once, keeps what was typed when that fails, and says why, beside the fields where it can.
import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useRef, useState } from 'react';
import { type FieldValues, FormProvider, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { errorText } from '../messages.ts';
import { showIssues } from './issues.ts';

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
  const { title, form, submit, onClose, danger = false, size = 'md', children } = props;
  const { t } = useTranslation();
  const narrow = useMediaQuery('(max-width: 40em)') ?? false;
  const { send, error, sending } = useSending(props);
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
          {error && (
            <Alert color="red" variant="outline" role="alert">
              {errorText(error)}
            </Alert>
          )}
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

function useSending<Values extends FieldValues>({
  form,
  send,
  onClose,
  onSent = onClose,
}: FormDialogProps<Values>) {
  const [error, setError] = useState<Error | null>(null);
  const [sending, setSending] = useState(false);
  // State is too late for a second press within the same moment.
  const busy = useRef(false);
  return {
    error,
    sending,
    send: async (values: Values) => {
      if (busy.current) return;
      busy.current = true;
      setSending(true);
      setError(null);
      try {
        await send(values);
        onSent();
      } catch (thrown) {
        const failure = thrown instanceof Error ? thrown : new Error(String(thrown));
        showIssues(form, failure);
        setError(failure);
      } finally {
        busy.current = false;
        setSending(false);
      }
    },
  };
}
