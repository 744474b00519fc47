// A day as Vietnamese write it; its value is `2026-07-01`, empty where none is chosen.
import { DateInput, type DateInputProps } from '@mantine/dates';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';

interface DayFieldProps
  extends Pick<DateInputProps, 'label' | 'description' | 'className' | 'error' | 'onBlur'> {
  value: string;
  onChange: (day: string) => void;
  ref?: Ref<HTMLInputElement>;
}

export function DayField({ value, onChange, ...rest }: DayFieldProps) {
  const { t } = useTranslation();
  return (
    <DateInput
      {...rest}
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
      value={value || null}
      onChange={(day) => onChange(day ?? '')}
    />
  );
}
