// Every page of the console: one line per feature.
import { lazy } from 'react';
import { Navigate, type RouteObject } from 'react-router';
import { PageFailed, PageNotFound } from './pages.tsx';
import { RequireInstallation } from './RequireInstallation.tsx';
import { Shell } from './Shell.tsx';

/** Pages for signed-in staff: a session guard is a layout route around these, beside `RequireInstallation`. */
const staffPages: RouteObject[] = [
  { index: true, element: <Navigate to="/results" replace /> },
  { path: 'results', Component: lazy(() => import('./features/results/ResultsPage.tsx')) },
];

export const routes: RouteObject[] = [
  {
    Component: Shell,
    errorElement: <PageFailed />,
    children: [
      { Component: RequireInstallation, children: staffPages },
      { path: '*', Component: PageNotFound },
    ],
  },
];
