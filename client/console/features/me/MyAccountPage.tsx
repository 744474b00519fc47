// The own account: who one is, password, where one is signed in, the second step.
import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../forms/FormDialog.tsx';
import { type Me, useMe } from '../../me.ts';
import { tell } from '../../messages.ts';
import { Page } from '../../Page.tsx';
import { EmptyPanel } from '../../panels.tsx';
import facts from '../accounts/accounts.module.css';
import { PasswordFields } from '../session/PasswordFields.tsx';
import { type NewPassword, useChangePassword } from '../session/queries.ts';
import { Authenticator } from './Authenticator.tsx';
import { Sessions } from './Sessions.tsx';

export default function MyAccountPage() {
  const { t } = useTranslation();
  const me = useMe();
  if (me.accountId === null)
    return (
      <Page title={t('nav.my-account')}>
        <EmptyPanel title={t('me.noAccount')} order={2}>
          <Text>{t('me.noAccountWhy')}</Text>
        </EmptyPanel>
      </Page>
    );
  return (
    <Page title={t('nav.my-account')}>
      <Stack gap="lg" maw="52rem">
        <Part title={me.name}>
          <Who me={me} />
        </Part>
        <Part title={t('me.password')}>
          <Password username={me.username ?? ''} />
        </Part>
        <Part title={t('me.authenticator')}>
          <Authenticator on={me.authenticator} />
        </Part>
        <Part title={t('me.sessions')}>
          <Sessions />
        </Part>
      </Stack>
    </Page>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper withBorder p="lg" component="section">
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      {children}
    </Paper>
  );
}

function Who({ me }: { me: Me }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <dl className={facts.facts}>
        <div>
          <dt>{t('accounts.username')}</dt>
          <dd>{me.username}</dd>
        </div>
        <div>
          <dt>{t('accounts.role')}</dt>
          <dd>{t(`shell.roles.${me.role}`)}</dd>
        </div>
        <div>
          <dt>{t('accounts.agency')}</dt>
          <dd>{me.agency?.name ?? t('accounts.everything')}</dd>
        </div>
      </dl>
      <Text size="sm">{t(`accounts.roleHints.${me.role}`)}</Text>
    </Stack>
  );
}

function Password({ username }: { username: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('me.changePassword')}
      </Button>
      {open && <PasswordDialog username={username} onClose={() => setOpen(false)} />}
    </>
  );
}

function PasswordDialog({ username, onClose }: { username: string; onClose: () => void }) {
  const { t } = useTranslation();
  const change = useChangePassword();
  const form = useForm<NewPassword>({ defaultValues: { current: '', password: '' } });
  const send = async (values: NewPassword) => {
    await change(values);
    tell(t('session.passwordChanged'));
  };
  return (
    <FormDialog
      title={t('me.changePassword')}
      submit={t('session.savePassword')}
      {...{ form, send, onClose }}
    >
      <PasswordFields username={username} />
    </FormDialog>
  );
}
