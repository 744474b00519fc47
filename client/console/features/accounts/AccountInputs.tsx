// The fields that every account has.
import { Radio, Stack, TextInput } from '@mantine/core';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ROLES } from '#domain/roles.ts';
import { required } from '../../forms/issues.ts';
import { useMe } from '../../me.ts';
import { AgencySelect } from '../agencies/AgencySelect.tsx';
import type { AccountFields } from './queries.ts';

/** Within a form whose values have these fields. */
export function AccountInputs({ isNew = false }: { isNew?: boolean }) {
  const { t } = useTranslation();
  const { register, formState } = useFormContext<AccountFields & { username: string }>();
  const { errors } = formState;
  return (
    <>
      <TextInput
        label={t('accounts.name')}
        maxLength={200}
        autoComplete="off"
        data-autofocus
        {...register('name', required)}
        error={errors.name?.message}
      />
      {isNew && (
        <TextInput
          label={t('accounts.username')}
          description={t('accounts.usernameHint')}
          placeholder="nguyen.van.an"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={64}
          {...register('username', required)}
          error={errors.username?.message}
        />
      )}
      <RoleInput />
      <AgencyInput />
    </>
  );
}

function RoleInput() {
  const { t } = useTranslation();
  const { control } = useFormContext<AccountFields>();
  return (
    <Controller
      control={control}
      name="role"
      render={({ field, fieldState }) => (
        <Radio.Group
          label={t('accounts.role')}
          name={field.name}
          value={field.value}
          onChange={field.onChange}
          error={fieldState.error?.message}
        >
          <Stack gap="sm" mt="xs">
            {ROLES.map((role) => (
              <Radio
                key={role}
                value={role}
                label={t(`shell.roles.${role}`)}
                description={t(`accounts.roleHints.${role}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
    />
  );
}

function AgencyInput() {
  const { t } = useTranslation();
  const { control } = useFormContext<AccountFields>();
  const bound = useMe().agency !== null;
  return (
    <Controller
      control={control}
      name="agencyId"
      rules={bound ? required : {}}
      render={({ field, fieldState }) => (
        <AgencySelect
          label={t('accounts.agency')}
          description={t(bound ? 'accounts.agencyHintBound' : 'accounts.agencyHint')}
          placeholder={t('accounts.everything')}
          clearable={!bound}
          clearButtonProps={{ 'aria-label': t('accounts.everything') }}
          ref={field.ref}
          onBlur={field.onBlur}
          value={field.value}
          onChange={field.onChange}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}
