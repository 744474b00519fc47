// The controls above the figures: days and questionnaire.
import { Button, Group, NativeSelect, Paper, Select, Stack } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf, formatDay } from '#domain/days.ts';
import { periodKey } from '#domain/periods.ts';
import type { Results } from '#domain/results.ts';
import type { Changes } from '../../address.ts';
import { textIn } from '../../format.ts';
import { useFormat, useLanguage } from '../../i18n.ts';
import { useSetUpInstallation } from '../../installation.ts';
import { periodChanges, type ResultsFilter } from './filter.ts';
import { type DayRange, latestPeriods, PRESETS } from './range.ts';
import classes from './results.module.css';

interface FiltersProps {
  filter: ResultsFilter;
  change: (changes: Changes) => void;
  results: Results | undefined;
}

export function Filters({ filter, change, results }: FiltersProps) {
  return (
    <Paper withBorder p="md" className={classes.filters}>
      <Stack gap="sm">
        <Presets range={filter.range} change={change} />
        <Group align="flex-end" gap="md">
          <PeriodSelect range={filter.range} change={change} />
          <FreeRange key={`${filter.range.from}/${filter.range.to}`} range={filter.range} change={change} />
          {results && <QuestionnaireSelect results={results} change={change} />}
        </Group>
      </Stack>
    </Paper>
  );
}

export function Presets({ range, change }: { range: DayRange; change: FiltersProps['change'] }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" role="group" aria-label={t('results.filter.presets')}>
      {PRESETS.map((preset) => (
        <Button
          key={preset}
          size="sm"
          variant={range.preset === preset ? 'filled' : 'default'}
          aria-pressed={range.preset === preset}
          onClick={() => change(periodChanges(preset))}
        >
          {t(`results.filter.${preset}`)}
        </Button>
      ))}
    </Group>
  );
}

/** Reporting periods of every kind, in the browser's own menu: the quickest with a keyboard and on a phone. */
function PeriodSelect({ range, change }: { range: DayRange; change: FiltersProps['change'] }) {
  const { t } = useTranslation();
  const { closingDay } = useSetUpInstallation();
  const format = useFormat();
  const groups = latestPeriods(dayOf(Date.now()), closingDay).map(({ kind, periods }) => ({
    group: t(`results.filter.kinds.${kind}`),
    items: periods.map((period) => ({
      value: periodKey(period),
      label: t('results.filter.period', {
        name: t(`results.filter.names.${kind}`, { index: period.index, year: period.year }),
        range: format.range({ from: formatDay(period.from), to: formatDay(period.to) }),
      }),
    })),
  }));
  const listed = groups.some(({ items }) => items.some(({ value }) => value === range.period));
  return (
    <NativeSelect
      label={t('results.filter.periods')}
      className={classes.control}
      value={listed ? (range.period ?? '') : ''}
      onChange={(event) => change({ period: event.currentTarget.value, from: null, to: null })}
      data={[...(listed ? [] : [{ value: '', label: t('results.filter.noPeriod') }]), ...groups]}
    />
  );
}

export function FreeRange({ range, change }: { range: DayRange; change: FiltersProps['change'] }) {
  const { t } = useTranslation();
  const [days, setDays] = useState<[string | null, string | null]>([range.from, range.to]);
  const choose = ([from, to]: [string | null, string | null]) => {
    setDays([from, to]);
    if (from && to) change({ period: null, from, to });
  };
  return (
    <DatePickerInput
      type="range"
      label={t('results.filter.days')}
      valueFormat="DD/MM/YYYY"
      labelSeparator="–"
      allowSingleDateInRange
      value={days}
      onChange={choose}
      className={classes.control}
      hideOutsideDates
      popoverProps={{ withRoles: false, withinPortal: false }}
      ariaLabels={{
        previousMonth: t('results.filter.previousMonth'),
        nextMonth: t('results.filter.nextMonth'),
        previousYear: t('results.filter.previousYear'),
        nextYear: t('results.filter.nextYear'),
      }}
    />
  );
}

export function QuestionnaireSelect({
  results,
  change,
}: {
  results: Results;
  change: FiltersProps['change'];
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  if (results.questionnaires.length < 2) return null;
  return (
    <Select
      label={t('results.filter.questionnaire')}
      className={classes.wideControl}
      allowDeselect={false}
      data={results.questionnaires.map(({ id, title, responses }) => ({
        value: id,
        label: t('results.filter.questionnaireOption', {
          title: textIn(title, language),
          version: id.split('@')[1] ?? '',
          responses: format.count(responses),
        }),
      }))}
      value={results.questionnaire.id}
      onChange={(value) => change({ questionnaire: value })}
    />
  );
}
