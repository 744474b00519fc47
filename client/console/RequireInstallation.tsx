// Lets pages show only when the installation has a province; else says how to set it up.
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { InstallationContext, useInstallation } from './installation.ts';
import { EmptyPanel, ErrorPanel, LoadingPanel } from './panels.tsx';

export function RequireInstallation() {
  const { t } = useTranslation();
  const { data, error, refetch } = useInstallation();
  if (!data) return error ? <ErrorPanel error={error} onRetry={refetch} /> : <LoadingPanel />;
  const { province } = data;
  if (!province)
    return (
      <EmptyPanel title={t('setup.title')}>
        <Text>{t('setup.how')}</Text>
      </EmptyPanel>
    );
  return (
    <InstallationContext value={{ ...data, province }}>
      <Outlet />
    </InstallationContext>
  );
}
