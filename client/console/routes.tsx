// Every page of the console: one line per feature.
import { type ComponentType, lazy } from 'react';
import { Navigate, type RouteObject } from 'react-router';
import { Open } from './OpenPage.tsx';
import { PageFailed, PageNotFound } from './pages.tsx';
import { RequireInstallation } from './RequireInstallation.tsx';
import { RequireMe, RequirePermission } from './RequireMe.tsx';
import { type NavigationEntry, Shell } from './Shell.tsx';

type Loaded = () => Promise<{ default: ComponentType }>;

/**
 * A page of signed-in staff.
 * @param needs the permission without which it is neither listed nor shown; null is for everybody
 */
function page(path: string, needs: NavigationEntry['needs'], load: Loaded): RouteObject {
  const route = { path, Component: lazy(load) };
  return needs ? { element: <RequirePermission needs={needs} />, children: [route] } : route;
}

/** In order; a page that is not named here is reached from another one. Each has words at `nav.<to>`. */
const navigation: NavigationEntry[] = [
  { to: 'home', needs: null },
  { to: 'results', needs: 'results.read' },
  { to: 'comments', needs: 'comments.read' },
  { to: 'integrity', needs: 'integrity.read' },
  { to: 'periods', needs: 'periods.read' },
  { to: 'reports', needs: 'results.read' },
  { to: 'touchpoints', needs: 'touchpoints.read' },
  { to: 'kiosks', needs: 'devices.read' },
  { to: 'agencies', needs: 'agencies.read' },
  { to: 'accounts', needs: 'accounts.read' },
  { to: 'audit', needs: 'audit.read' },
  { to: 'settings', needs: 'settings.write' },
  { to: 'help', needs: null },
];

const staffPages: RouteObject[] = [
  { index: true, element: <Navigate to="/home" replace /> },
  page('home', null, () => import('./features/home/HomePage.tsx')),
  page('results', 'results.read', () => import('./features/results/overview/OverviewPage.tsx')),
  page('results/agencies', 'results.read', () => import('./features/results/ranking/RankingPage.tsx')),
  page(
    'results/agencies/:id',
    'results.read',
    () => import('./features/results/agency/AgencyResultsPage.tsx'),
  ),
  page('comments', 'comments.read', () => import('./features/comments/CommentsPage.tsx')),
  page('comments/counts', 'comments.read', () => import('./features/comments/CountsPage.tsx')),
  page('integrity', 'integrity.read', () => import('./features/integrity/FindingsPage.tsx')),
  page('integrity/:id', 'integrity.read', () => import('./features/integrity/FindingPage.tsx')),
  page('periods', 'periods.read', () => import('./features/periods/PeriodsPage.tsx')),
  page('periods/:key', 'periods.read', () => import('./features/periods/PeriodPage.tsx')),
  page('reports', 'results.read', () => import('./features/reports/ReportsPage.tsx')),
  page('touchpoints', 'touchpoints.read', () => import('./features/touchpoints/TouchpointsPage.tsx')),
  page('kiosks', 'devices.read', () => import('./features/kiosks/KiosksPage.tsx')),
  page('agencies', 'agencies.read', () => import('./features/agencies/AgenciesPage.tsx')),
  page('agencies/import', 'agencies.write', () => import('./features/agencies/ImportPage.tsx')),
  page('agencies/:id', 'agencies.read', () => import('./features/agencies/AgencyPage.tsx')),
  page('accounts', 'accounts.read', () => import('./features/accounts/AccountsPage.tsx')),
  page('accounts/import', 'accounts.write', () => import('./features/accounts/ImportPage.tsx')),
  page('accounts/:id', 'accounts.read', () => import('./features/accounts/AccountPage.tsx')),
  page('my-account', null, () => import('./features/me/MyAccountPage.tsx')),
  page('audit', 'audit.read', () => import('./features/audit/AuditPage.tsx')),
  page('help', null, () => import('./features/help/HelpPage.tsx')),
  page('help/:guide', null, () => import('./features/help/GuidePage.tsx')),
  page('settings', 'settings.write', () => import('./features/settings/SettingsPage.tsx')),
];

/** Pages without the frame, for those who are not at work yet. */
const openPages: RouteObject[] = [
  page('sign-in', null, () => import('./features/session/SignInPage.tsx')),
  page('set-up', null, () => import('./features/installation/SetUpPage.tsx')),
  page('password', null, () => import('./features/session/PasswordPage.tsx')),
];

export const routes: RouteObject[] = [
  {
    errorElement: <PageFailed />,
    children: [
      { Component: Open, children: openPages },
      {
        element: <Shell navigation={navigation} />,
        children: [
          {
            Component: RequireMe,
            children: [
              { Component: RequireInstallation, children: staffPages },
              { path: '*', Component: PageNotFound },
            ],
          },
        ],
      },
    ],
  },
];
