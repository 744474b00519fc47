// The second step of signing in: an app on the phone that shows a code.
import { Alert, Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../forms/FormDialog.tsx';
import { required } from '../../forms/issues.ts';
import { tell } from '../../messages.ts';
import { StateBadge } from '../../StateBadge.tsx';
import { ConfirmDialog, RecoveryCodes } from './AuthenticatorDialogs.tsx';
import { type Proposal, useAuthenticator } from './queries.ts';

/** Where somebody is on the way; secrets live here and nowhere else, and go with the dialog. */
type Step =
  | { name: 'rest' | 'password' | 'removal' }
  | { name: 'confirm'; proposal: Proposal }
  | { name: 'codes'; codes: string[] };

export function Authenticator({ on }: { on: boolean }) {
  const { t } = useTranslation();
  const { propose, confirm, remove, known } = useAuthenticator();
  const [step, setStep] = useState<Step>({ name: 'rest' });
  const rest = () => setStep({ name: 'rest' });
  const finish = () => {
    rest();
    void known();
  };
  return (
    <Stack gap="sm" align="flex-start">
      <StateBadge tone={on ? 'good' : 'notice'}>{t(on ? 'accounts.on' : 'accounts.off')}</StateBadge>
      <Text>{t('me.authenticatorWhy')}</Text>
      <Button variant="default" onClick={() => setStep({ name: on ? 'removal' : 'password' })}>
        {t(on ? 'me.removeAuthenticator' : 'me.addAuthenticator')}
      </Button>
      {step.name === 'password' && (
        <PasswordDialog
          title={t('me.addAuthenticator')}
          submit={t('me.continue')}
          send={async (password) => setStep({ name: 'confirm', proposal: await propose(password) })}
          onClose={rest}
        />
      )}
      {step.name === 'removal' && (
        <PasswordDialog
          title={t('me.removeAuthenticator')}
          submit={t('me.remove')}
          danger
          send={async (password) => {
            await remove(password);
            tell(t('me.removed'));
            rest();
          }}
          onClose={rest}
        />
      )}
      {step.name === 'confirm' && (
        <ConfirmDialog
          proposal={step.proposal}
          send={async (code) => setStep({ name: 'codes', codes: await confirm(code) })}
          onClose={rest}
        />
      )}
      {step.name === 'codes' && <RecoveryCodes codes={step.codes} onClose={finish} />}
    </Stack>
  );
}

interface PasswordDialogProps {
  title: string;
  submit: string;
  danger?: boolean;
  send: (password: string) => Promise<void>;
  onClose: () => void;
}

const NOTHING = () => undefined;

function PasswordDialog({ title, submit, danger = false, send, onClose }: PasswordDialogProps) {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { password: '' } });
  return (
    <FormDialog
      title={title}
      submit={submit}
      danger={danger}
      form={form}
      send={({ password }) => send(password)}
      onClose={onClose}
      onSent={NOTHING}
    >
      {danger && (
        <Alert color="yellow" variant="outline">
          {t('me.removalEffect')}
        </Alert>
      )}
      <PasswordInput
        size="lg"
        label={t('session.currentPassword')}
        description={t('me.passwordAgain')}
        autoComplete="current-password"
        data-autofocus
        visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
        {...form.register('password', required)}
        error={form.formState.errors.password?.message}
      />
    </FormDialog>
  );
}
