// Shows pages only to somebody who is known. Who is not, is led to the sign-in page; see `refusals.ts`.
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import type { Permission } from '#domain/roles.ts';
import { SessionEnd } from './features/session/SessionEnd.tsx';
import { MeContext, useMay, useMeQuery } from './me.ts';
import { EmptyPanel, ErrorPanel, LoadingPanel } from './panels.tsx';
import { useSessionEnded } from './session-end.ts';

export function RequireMe() {
  const { data, error, refetch } = useMeQuery();
  const { pathname, search } = useLocation();
  const here = pathname + search;
  const ended = useSessionEnded();
  if (!data) return error ? <ErrorPanel error={error} onRetry={refetch} /> : <LoadingPanel />;
  if (data.mustChangePassword) return <Navigate to={`/password?next=${encodeURIComponent(here)}`} replace />;
  return (
    <MeContext value={data}>
      <Outlet />
      {ended && <SessionEnd me={data} />}
    </MeContext>
  );
}

/** A page for those who have a permission. */
export function RequirePermission({ needs }: { needs: Permission }) {
  const { t } = useTranslation();
  return useMay(needs) ? <Outlet /> : <EmptyPanel title={t('state.notAllowed')}>{t('state.ask')}</EmptyPanel>;
}
