import { Alert, Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { useInstallation } from '../../installation.ts';
import type { Me } from '../../me.ts';
import { OpenPage } from '../../OpenPage.tsx';
import { nextPage } from '../../refusals.ts';
import { singleSignOnAddress, useBeginning } from './queries.ts';
import { SignInForm } from './SignInForm.tsx';

export default function SignInPage() {
  const { t } = useTranslation();
  const { search } = useLocation();
  const navigate = useNavigate();
  const { data } = useInstallation();
  const { t: errors } = useTranslation('errors');
  const refused = refusalIn(search);
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
      {refused && (
        <Alert color="red" variant="outline" role="alert">
          {errors(`errors.${refused}`)}
        </Alert>
      )}
      <SignInForm onSignedIn={onSignedIn} />
      {data?.singleSignOn && (
        <Button component="a" href={singleSignOnAddress(nextPage(search))} variant="default" size="lg">
          {t('session.singleSignOn')}
        </Button>
      )}
      <Text size="sm">{t('session.forgotten')}</Text>
    </OpenPage>
  );
}

/** Why the single sign-on led back here; only its own reasons, whoever wrote the link. */
function refusalIn(search: string): string | null {
  const refused = new URLSearchParams(search).get('refused') ?? '';
  return ['sso_failed', 'sso_unknown_account', 'sso_subject_taken'].find((code) => code === refused) ?? null;
}
