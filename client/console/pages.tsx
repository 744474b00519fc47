// Pages for when there is no page.
import { Anchor, Button, Container } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { useMe } from './me.ts';
import { EmptyPanel } from './panels.tsx';
import type { NavigationEntry } from './Shell.tsx';

/** `/app` itself: the first page that whoever is there may see. */
export function FirstPage({ navigation }: { navigation: readonly NavigationEntry[] }) {
  const { permissions } = useMe();
  const first = navigation.find(({ needs }) => needs === null || permissions.includes(needs));
  return first ? <Navigate to={`/${first.to}`} replace /> : <PageNotFound />;
}

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
