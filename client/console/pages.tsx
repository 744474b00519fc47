// Pages for when there is no page.
import { Anchor, Button, Container } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyPanel } from './panels.tsx';

export function PageNotFound() {
  const { t } = useTranslation();
  return (
    <EmptyPanel title={t('state.notFound')}>
      <Anchor component={Link} to="/">
        {t('state.home')}
      </Anchor>
    </EmptyPanel>
  );
}

/** A page that broke while drawing itself. */
export function PageFailed() {
  const { t } = useTranslation();
  return (
    <Container py="xl">
      <EmptyPanel title={t('state.broken')}>
        <Button onClick={() => window.location.reload()}>{t('state.reload')}</Button>
      </EmptyPanel>
    </Container>
  );
}
