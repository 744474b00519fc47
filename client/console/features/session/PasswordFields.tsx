// Another password for the own account: the current one, the new one with its rules as it is typed.
import { PasswordInput } from '@mantine/core';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { passwordFaults } from '#domain/passwords.ts';
import { issueText, required } from '../../forms/issues.ts';
import { PasswordRules } from './PasswordRules.tsx';
import type { NewPassword } from './queries.ts';

/** Within a form of {@link NewPassword}. */
export function PasswordFields({ username, first = false }: { username: string; first?: boolean }) {
  const { t } = useTranslation();
  const { register, watch, formState } = useFormContext<NewPassword>();
  const { errors } = formState;
  const showing = { visibilityToggleButtonProps: { 'aria-label': t('session.showPassword') } };
  return (
    <>
      {/* Tells the browser's store of passwords whose they are. */}
      <input type="hidden" name="username" autoComplete="username" value={username} />
      <PasswordInput
        size="lg"
        label={t(first ? 'session.firstPassword' : 'session.currentPassword')}
        autoComplete="current-password"
        maxLength={1000}
        data-autofocus
        {...showing}
        {...register('current', required)}
        error={errors.current?.message}
      />
      <div>
        <PasswordInput
          size="lg"
          label={t('session.newPassword')}
          autoComplete="new-password"
          maxLength={1000}
          {...showing}
          {...register('password', { validate: (password) => ruleBroken(password, username) ?? true })}
          error={errors.password?.message}
        />
        <PasswordRules password={watch('password')} username={username} />
      </div>
    </>
  );
}

/** What is wrong with a new password, in words. */
export function ruleBroken(password: string, username: string): string | undefined {
  const [fault] = passwordFaults(password, username.trim().toLowerCase());
  return fault && issueText(fault.code);
}
