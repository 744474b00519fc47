// How long what people wrote is kept.
import { NumberInput } from '@mantine/core';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#domain/settings.ts';

export function CommentDaysField({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation();
  const { control } = useFormContext<Settings>();
  return (
    <Controller
      control={control}
      name="commentDays"
      render={({ field, fieldState }) => (
        <NumberInput
          {...field}
          label={t('settings.commentDays.label')}
          description={t('settings.commentDays.hint')}
          min={0}
          max={36_500}
          allowDecimal={false}
          disabled={disabled}
          error={fieldState.error?.message}
          maw="24rem"
        />
      )}
    />
  );
}
