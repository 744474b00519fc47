// What a page shows instead of its content: loading, nothing there, or an error.
import { Alert, Button, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from './i18n.ts';

export function LoadingPanel() {
  const { t } = useTranslation();
  return (
    <Stack align="center" py="xl" role="status">
      <Loader aria-hidden />
      <Text>{t('state.loading')}</Text>
    </Stack>
  );
}

interface EmptyPanelProps {
  title: string;
  /** Level of the heading: 1 where the panel is the whole page. */
  order?: 1 | 2;
  children?: ReactNode;
}

export function EmptyPanel({ title, order = 1, children }: EmptyPanelProps) {
  return (
    <Paper withBorder p="lg" maw="44rem">
      <Stack gap="sm" align="flex-start">
        <Title order={order} size="h3">
          {title}
        </Title>
        {children}
      </Stack>
    </Paper>
  );
}

export function ErrorPanel({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { t } = useTranslation();
  const text = useErrorText(error);
  return (
    <Alert color="red" variant="outline" title={t('state.error')} maw="44rem" role="alert">
      <Stack gap="sm" align="flex-start">
        <Text>{text}</Text>
        <Button variant="outline" color="dark" onClick={() => onRetry()}>
          {t('state.retry')}
        </Button>
      </Stack>
    </Alert>
  );
}
