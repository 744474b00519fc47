import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { useInstallation } from '../../installation.ts';
import type { Me } from '../../me.ts';
import { OpenPage } from '../../OpenPage.tsx';
import { nextPage } from '../../refusals.ts';
import { useBeginning } from './queries.ts';
import { SignInForm } from './SignInForm.tsx';

export default function SignInPage() {
  const { t } = useTranslation();
  const { search } = useLocation();
  const navigate = useNavigate();
  const { data } = useInstallation();
  const begin = useBeginning();
  const onSignedIn = (me: Me) => {
    begin(me);
    void navigate(nextPage(search), { replace: true });
  };
  return (
    <OpenPage title={t('session.title')}>
      {data && !data.accounts && (
        <Alert color="petrol" variant="outline" title={t('session.noAccounts')}>
          {t('session.noAccountsHow')}
        </Alert>
      )}
      <SignInForm onSignedIn={onSignedIn} />
      <Text size="sm">{t('session.forgotten')}</Text>
    </OpenPage>
  );
}
