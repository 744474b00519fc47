// Chooses a password in place of the first one, which somebody else has seen.
import { Button, Stack, Text } from '@mantine/core';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { SendingError } from '../../forms/SendingError.tsx';
import { useSending } from '../../forms/use-sending.ts';
import { type Me, useMeQuery } from '../../me.ts';
import { tell } from '../../messages.ts';
import { OpenPage } from '../../OpenPage.tsx';
import { ErrorPanel, LoadingPanel } from '../../panels.tsx';
import { nextPage } from '../../refusals.ts';
import { PasswordFields } from './PasswordFields.tsx';
import { type NewPassword, signOut, useChangePassword } from './queries.ts';

export default function PasswordPage() {
  const { t } = useTranslation();
  const { search } = useLocation();
  const { data: me, error, refetch } = useMeQuery();
  if (me && !me.mustChangePassword) return <Navigate to={nextPage(search)} replace />;
  return (
    <OpenPage
      title={t('session.choosePassword')}
      about={me && t('session.choosePasswordWhy', { name: me.name })}
    >
      {me ? <Choice me={me} /> : error ? <ErrorPanel error={error} onRetry={refetch} /> : <LoadingPanel />}
    </OpenPage>
  );
}

function Choice({ me }: { me: Me }) {
  const { t } = useTranslation();
  const { search } = useLocation();
  const navigate = useNavigate();
  const change = useChangePassword();
  const form = useForm<NewPassword>({ defaultValues: { current: '', password: '' } });
  const { send, error, sending } = useSending(form, async (values) => {
    await change(values);
    tell(t('session.passwordChanged'));
    await navigate(nextPage(search), { replace: true });
  });
  return (
    <form onSubmit={(event) => void form.handleSubmit(send)(event)} noValidate>
      <FormProvider {...form}>
        <Stack gap="md">
          <PasswordFields username={me.username ?? ''} first />
          <Text size="sm">{t('session.passwordAdvice')}</Text>
          <SendingError error={error} />
          <Button type="submit" size="lg" loading={sending}>
            {t('session.savePassword')}
          </Button>
          <Button variant="subtle" size="md" onClick={() => void signOut()}>
            {t('session.signOut')}
          </Button>
        </Stack>
      </FormProvider>
    </form>
  );
}
