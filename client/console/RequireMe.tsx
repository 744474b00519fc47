// Shows pages only to somebody who is known. Who is not, is led to the sign-in page; see `refusals.ts`.
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import type { Permission } from '#domain/roles.ts';
import { MeContext, useMay, useMeQuery } from './me.ts';
import { EmptyPanel, ErrorPanel, LoadingPanel } from './panels.tsx';

export function RequireMe() {
  const { data, error, refetch } = useMeQuery();
  if (!data) return error ? <ErrorPanel error={error} onRetry={refetch} /> : <LoadingPanel />;
  return (
    <MeContext value={data}>
      <Outlet />
    </MeContext>
  );
}

/** A page for those who have a permission. */
export function RequirePermission({ needs }: { needs: Permission }) {
  const { t } = useTranslation();
  return useMay(needs) ? <Outlet /> : <EmptyPanel title={t('state.notAllowed')}>{t('state.ask')}</EmptyPanel>;
}
