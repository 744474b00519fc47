// Copies a text, and says that it did.
import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';

export function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation();
  const { copy, copied, error } = useClipboard({ timeout: 4000 });
  return (
    <Button variant="default" onClick={() => copy(text)} aria-live="polite">
      {t(error ? 'form.notCopied' : copied ? 'form.copied' : 'form.copy')}
    </Button>
  );
}
