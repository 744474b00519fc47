// When offices are open, day by day.
import { Button, Group, Input, Stack, Text } from '@mantine/core';
import { useId, useState } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { readOpeningHours } from '#domain/opening-hours.ts';
import type { Settings } from '#domain/settings.ts';
import classes from './settings.module.css';
import { nextStretch, readTime, type Stretch, stretchFault, textOf, type Week, weekOf } from './week.ts';

/** Stands in the form while a time is wrong; nobody can read it, so it is never sent. */
const UNREADABLE = '?';
const MOST_STRETCHES = 3;

export function OpeningHoursField({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation();
  const { control } = useFormContext<Settings>();
  return (
    <Controller
      control={control}
      name="openingHours"
      rules={{ validate: (text) => readOpeningHours(text) !== null || t('settings.openingHours.wrong') }}
      render={({ field: { value, onChange }, fieldState }) => (
        <Stack gap="sm">
          <Text>{t('settings.openingHours.hint')}</Text>
          <WeekEditor value={value} onChange={onChange} disabled={disabled} />
          {fieldState.error && (
            <Text c="red.9" role="alert">
              {fieldState.error.message}
            </Text>
          )}
        </Stack>
      )}
    />
  );
}

interface WeekEditorProps {
  /** The setting. */
  value: string;
  onChange: (value: string) => void;
  disabled: boolean;
}

export function WeekEditor({ value, onChange, disabled }: WeekEditorProps) {
  const [draft, setDraft] = useState({ value, week: weekOf(value) });
  // Set anew from elsewhere.
  if (draft.value !== value) setDraft({ value, week: weekOf(value) });
  const change = (week: Week) => {
    const text = textOf(week) ?? UNREADABLE;
    setDraft({ value: text, week });
    onChange(text);
  };
  return (
    <div className={classes.week}>
      {draft.week.map((stretches, day) => (
        <DayRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a week keeps its order
          key={day}
          day={day}
          stretches={stretches}
          before={draft.week[day - 1]}
          disabled={disabled}
          onChange={(changed) => change(draft.week.map((each, at) => (at === day ? changed : each)))}
        />
      ))}
    </div>
  );
}

interface DayRowProps {
  /** Monday is 0. */
  day: number;
  stretches: Stretch[];
  /** Those of the day before. */
  before: Stretch[] | undefined;
  disabled: boolean;
  onChange: (stretches: Stretch[]) => void;
}

function DayRow({ day, stretches, before, disabled, onChange }: DayRowProps) {
  const { t } = useTranslation();
  const name = t(`settings.openingHours.days.${day}`);
  const same = JSON.stringify(before) === JSON.stringify(stretches);
  return (
    <fieldset className={classes.day} disabled={disabled}>
      <legend>{name}</legend>
      {stretches.length === 0 && <Text c="dimmed">{t('settings.openingHours.closed')}</Text>}
      {stretches.length > 0 && (
        <Stack gap="xs">
          {stretches.map((_, at) => (
            <StretchRow
              // biome-ignore lint/suspicious/noArrayIndexKey: stretches keep their order
              key={at}
              {...{ name, stretches, at, onChange }}
            />
          ))}
        </Stack>
      )}
      {!disabled && (
        <Group gap="xs">
          {stretches.length < MOST_STRETCHES && (
            <Button
              size="compact-md"
              variant="subtle"
              aria-label={t('settings.openingHours.addTo', { day: name })}
              onClick={() => onChange([...stretches, nextStretch(stretches)])}
            >
              {t('settings.openingHours.add')}
            </Button>
          )}
          {before && !same && (
            <Button
              size="compact-md"
              variant="subtle"
              aria-label={t('settings.openingHours.copyTo', { day: name })}
              onClick={() => onChange(before)}
            >
              {t('settings.openingHours.copy')}
            </Button>
          )}
        </Group>
      )}
    </fieldset>
  );
}

interface StretchRowProps extends Pick<DayRowProps, 'stretches' | 'onChange'> {
  /** The name of the day. */
  name: string;
  at: number;
}

function StretchRow({ name, stretches, at, onChange }: StretchRowProps) {
  const { t } = useTranslation();
  const faultId = useId();
  const fault = stretchFault(stretches, at);
  const put = (end: keyof Stretch, time: string) =>
    onChange(stretches.map((each, index) => (index === at ? { ...each, [end]: time } : each)));
  const input = (end: keyof Stretch) => (
    <Input
      className={classes.time}
      aria-label={t(`settings.openingHours.${end}`, { day: name, n: at + 1 })}
      inputMode="numeric"
      maxLength={8}
      value={stretches[at]?.[end] ?? ''}
      error={fault !== null}
      // Else it would be described by nothing.
      withAria={false}
      aria-invalid={fault !== null}
      aria-describedby={fault ? faultId : undefined}
      onChange={({ currentTarget: { value } }) => put(end, value)}
      onBlur={({ currentTarget: { value } }) => put(end, readTime(value) ?? value)}
    />
  );
  return (
    <div>
      <Group gap="xs" className={classes.stretch}>
        {input('from')}
        <span aria-hidden="true">–</span>
        {input('to')}
        <Button
          size="compact-md"
          variant="subtle"
          color="gray"
          aria-label={t('settings.openingHours.removeFrom', { day: name, n: at + 1 })}
          onClick={() => onChange(stretches.filter((_, index) => index !== at))}
        >
          {t('settings.openingHours.remove')}
        </Button>
      </Group>
      {fault && (
        <Text size="sm" c="red.9" id={faultId}>
          {t(`settings.openingHours.faults.${fault}`)}
        </Text>
      )}
    </div>
  );
}
