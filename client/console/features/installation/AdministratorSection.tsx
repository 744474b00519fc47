// Who manages the installation from now on.
import { PasswordInput, SimpleGrid, TextInput } from '@mantine/core';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { required } from '../../forms/issues.ts';
import { ruleBroken } from '../session/PasswordFields.tsx';
import { PasswordRules } from '../session/PasswordRules.tsx';
import type { SetUp } from './queries.ts';
import { Section } from './Section.tsx';

export function AdministratorSection({ number }: { number: number }) {
  const { t } = useTranslation();
  const { register, watch, formState } = useFormContext<SetUp>();
  const errors = formState.errors.administrator;
  const { username, password } = watch('administrator');
  return (
    <Section number={number} title={t('setUp.administrator')} about={t('setUp.administratorAbout')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          size="md"
          label={t('setUp.name')}
          autoComplete="name"
          maxLength={200}
          {...register('administrator.name', required)}
          error={errors?.name?.message}
        />
        <TextInput
          size="md"
          label={t('session.username')}
          placeholder="nguyen.van.an"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={64}
          {...register('administrator.username', required)}
          error={errors?.username?.message}
        />
      </SimpleGrid>
      <div>
        <PasswordInput
          size="md"
          label={t('session.password')}
          autoComplete="new-password"
          maxLength={1000}
          visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
          {...register('administrator.password', {
            validate: (given) => ruleBroken(given, username) ?? true,
          })}
          error={errors?.password?.message}
        />
        <PasswordRules password={password} username={username} />
      </div>
    </Section>
  );
}
