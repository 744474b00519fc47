// Whether everybody sees published periods.
import { Switch } from '@mantine/core';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#domain/settings.ts';

export function PublicResultsField({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation();
  const { control } = useFormContext<Settings>();
  return (
    <Controller
      control={control}
      name="publicResults"
      render={({ field: { value, ...field } }) => (
        <Switch
          {...field}
          checked={value}
          label={t('settings.publicResults.label')}
          description={t('settings.publicResults.hint')}
          disabled={disabled}
        />
      )}
    />
  );
}
