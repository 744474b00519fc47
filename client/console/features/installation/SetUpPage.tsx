// The first page of a new installation: its province, its offices, its first administrator.
import { Anchor, Text } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useInstallation } from '../../installation.ts';
import { OpenPage } from '../../OpenPage.tsx';
import { ErrorPanel, LoadingPanel } from '../../panels.tsx';
import { SetUpForm } from './SetUpForm.tsx';

export default function SetUpPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useInstallation();
  const token = useToken();
  // Once this page was open to be filled in, it is the form that says whether another set-up was faster.
  const [began, setBegan] = useState(false);
  const free = data?.accounts === false;
  useEffect(() => {
    if (free) setBegan(true);
  }, [free]);
  if (!data)
    return (
      <OpenPage title={t('setUp.title')}>
        {error ? <ErrorPanel error={error} onRetry={refetch} /> : <LoadingPanel />}
      </OpenPage>
    );
  if (data.accounts && !began) return <Closed title={t('setUp.done')}>{t('setUp.doneHow')}</Closed>;
  if (token === '') return <Closed title={t('setUp.noToken')}>{t('setUp.noTokenHow')}</Closed>;
  return (
    <OpenPage title={t('setUp.title')} about={t('setUp.about')} wide>
      <SetUpForm token={token} province={data.province} />
    </OpenPage>
  );
}

/** Read once and taken out of the address, so that nobody reads it over a shoulder or in the history. */
function useToken(): string {
  const [token] = useState(() => window.location.hash.slice(1));
  useEffect(() => {
    if (window.location.hash) window.history.replaceState(window.history.state, '', window.location.pathname);
  }, []);
  return token;
}

function Closed({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <OpenPage title={title}>
      <Text>{children}</Text>
      <Anchor component={Link} to="/sign-in">
        {t('setUp.toSignIn')}
      </Anchor>
    </OpenPage>
  );
}
