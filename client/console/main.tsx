// The staff's front door.
import '@fontsource/be-vietnam-pro/latin-400.css';
import '@fontsource/be-vietnam-pro/latin-600.css';
import '@fontsource/be-vietnam-pro/vietnamese-400.css';
import '@fontsource/be-vietnam-pro/vietnamese-600.css';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import '../ui/tokens.css';
import './console.css';
import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import 'dayjs/locale/vi';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { startTexts, useLanguage } from './i18n.ts';
import { ME, type Me } from './me.ts';
import { createQueryClient } from './query-client.ts';
import { leadOf } from './refusals.ts';
import { routes } from './routes.tsx';
import { tellSessionEnded } from './session-end.ts';
import { cssVariables, theme } from './theme.ts';

const BASE = '/app';
const router = createBrowserRouter(routes, { basename: BASE });
const queryClient = createQueryClient((error) => {
  const { pathname, search } = router.state.location;
  const lead = leadOf(error, `${pathname.slice(BASE.length) || '/'}${search}`);
  const working = queryClient.getQueryData<Me>(ME)?.accountId;
  if (lead?.startsWith('/sign-in') && working) tellSessionEnded();
  else if (lead) void router.navigate(lead, { replace: true });
});

function Console() {
  const language = useLanguage();
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="light">
      <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [] }}>
        <Notifications position="bottom-right" limit={3} />
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  );
}

await startTexts();
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Console />
    </StrictMode>,
  );
