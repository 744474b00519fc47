// On which day a reporting month closes.
import { NativeSelect, Stack, Text } from '@mantine/core';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { dayOf, formatDay } from '#domain/days.ts';
import { type ClosingDay, periodContaining } from '#domain/periods.ts';
import type { Settings } from '#domain/settings.ts';
import { useFormat } from '../../i18n.ts';

const DAYS = Array.from({ length: 28 }, (_, index) => String(index + 1));

export function ClosingDayField({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation();
  const { control } = useFormContext<Settings>();
  return (
    <Controller
      control={control}
      name="closingDay"
      render={({ field, fieldState }) => (
        <Stack gap="xs">
          <NativeSelect
            ref={field.ref}
            name={field.name}
            onBlur={field.onBlur}
            label={t('settings.closingDay.label')}
            description={t('settings.closingDay.hint')}
            disabled={disabled}
            value={String(field.value)}
            onChange={({ currentTarget: { value } }) =>
              field.onChange(value === 'calendar' ? value : Number(value))
            }
            data={[
              { value: 'calendar', label: t('settings.closingDay.calendar') },
              ...DAYS.map((value) => ({ value, label: t('settings.closingDay.day', { day: value }) })),
            ]}
            error={fieldState.error?.message}
            maw="24rem"
          />
          <Example closing={field.value} />
        </Stack>
      )}
    />
  );
}

/** The month that is running, closed so. */
function Example({ closing }: { closing: ClosingDay }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { index, from, to } = periodContaining('month', dayOf(Date.now()), closing);
  const range = format.range({ from: formatDay(from), to: formatDay(to) });
  return <Text role="status">{t('settings.closingDay.example', { month: index, range })}</Text>;
}
