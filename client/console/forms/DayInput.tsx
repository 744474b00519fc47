// A day as Vietnamese write it, in a form whose values keep it as `2026-07-01`.
import { DateInput } from '@mantine/dates';
import { Controller, type RegisterOptions, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

interface DayInputProps {
  name: string;
  label: string;
  description?: string;
  rules?: Pick<RegisterOptions, 'validate'>;
}

export function DayInput({ name, label, description, rules }: DayInputProps) {
  const { t } = useTranslation();
  const { control } = useFormContext();
  return (
    <Controller
      control={control}
      name={name}
      {...(rules && { rules })}
      render={({ field, fieldState }) => (
        <DateInput
          label={label}
          description={description}
          valueFormat="DD/MM/YYYY"
          placeholder={t('form.dayPlaceholder')}
          clearable
          clearButtonProps={{ 'aria-label': t('form.noDay') }}
          popoverProps={{ withRoles: false }}
          ariaLabels={{
            previousMonth: t('results.filter.previousMonth'),
            nextMonth: t('results.filter.nextMonth'),
            previousYear: t('results.filter.previousYear'),
            nextYear: t('results.filter.nextYear'),
          }}
          ref={field.ref}
          onBlur={field.onBlur}
          value={field.value || null}
          onChange={(day) => field.onChange(day ?? '')}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}
