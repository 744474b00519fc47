// Username and password, then the code of the authenticator where the account has one.
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type UseFormReturn, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../api.ts';
import { required } from '../../forms/issues.ts';
import { SendingError } from '../../forms/SendingError.tsx';
import { useSending } from '../../forms/use-sending.ts';
import type { Me } from '../../me.ts';
import { type Credentials, signIn } from './queries.ts';
import { useWait, Waiting } from './Waiting.tsx';

interface SignInFormProps {
  /** Who signs in, where that is known already. */
  username?: string;
  onSignedIn: (me: Me) => void;
}

export function SignInForm({ username = '', onSignedIn }: SignInFormProps) {
  const { t } = useTranslation();
  const [step, setStep] = useState<'password' | 'code'>('password');
  const wait = useWait();
  const form = useForm<Credentials>({ defaultValues: { username, password: '', code: '' } });
  const { send, error, sending } = useSending(form, async (values) => {
    try {
      onSignedIn(await signIn({ ...values, code: step === 'code' ? values.code : '' }));
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      if (thrown.code === 'code_required') return setStep('code');
      if (thrown.code === 'too_many_sign_ins') wait.begin(thrown.retryAfter ?? 60);
      if (thrown.code === 'wrong_credentials') setStep('password');
      throw thrown;
    }
  });
  const back = () => {
    form.setValue('code', '');
    setStep('password');
  };
  return (
    <form onSubmit={(event) => void form.handleSubmit(send)(event)} noValidate>
      <Stack gap="md">
        {step === 'password' ? <PasswordFields form={form} username={username} /> : <CodeField form={form} />}
        {wait.seconds > 0 ? <Waiting seconds={wait.seconds} /> : <SendingError error={error} />}
        <Button type="submit" size="lg" loading={sending} disabled={wait.seconds > 0}>
          {t(step === 'password' ? 'session.signIn' : 'session.confirm')}
        </Button>
        {step === 'code' && (
          <Button variant="subtle" size="md" onClick={back}>
            {t('session.otherAccount')}
          </Button>
        )}
      </Stack>
    </form>
  );
}

interface FieldsProps {
  form: UseFormReturn<Credentials>;
}

function PasswordFields({ form, username }: FieldsProps & { username: string }) {
  const { t } = useTranslation();
  const { errors } = form.formState;
  const { setFocus } = form;
  useEffect(() => setFocus(username ? 'password' : 'username'), [setFocus, username]);
  return (
    <>
      <TextInput
        size="lg"
        label={t('session.username')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={64}
        readOnly={username !== ''}
        {...form.register('username', required)}
        error={errors.username?.message}
      />
      <PasswordInput
        size="lg"
        label={t('session.password')}
        autoComplete="current-password"
        maxLength={1000}
        visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
        {...form.register('password', required)}
        error={errors.password?.message}
      />
    </>
  );
}

function CodeField({ form }: FieldsProps) {
  const { t } = useTranslation();
  const { setFocus } = form;
  useEffect(() => setFocus('code'), [setFocus]);
  return (
    <TextInput
      size="lg"
      label={t('session.code')}
      description={t('session.codeHint')}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={40}
      {...form.register('code', required)}
      error={form.formState.errors.code?.message}
    />
  );
}
