// When offices are open.
import { TextInput } from '@mantine/core';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { readOpeningHours } from '#domain/opening-hours.ts';
import type { Settings } from '#domain/settings.ts';

export function OpeningHoursField({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation();
  const { register, formState } = useFormContext<Settings>();
  return (
    <TextInput
      {...register('openingHours', {
        validate: (text) => readOpeningHours(text) !== null || t('settings.openingHours.wrong'),
      })}
      label={t('settings.openingHours.label')}
      description={t('settings.openingHours.hint')}
      disabled={disabled}
      error={formState.errors.openingHours?.message}
      maw="36rem"
    />
  );
}
