// The controls above the figures: days, questionnaire, agency.
import { Button, Group, Paper, Select, Stack } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgencyRow, Results } from '#domain/results.ts';
import { matches } from '#domain/search.ts';
import type { Changes } from '../../address.ts';
import { textIn } from '../../format.ts';
import { useFormat, useLanguage } from '../../i18n.ts';
import { useSetUpInstallation } from '../../installation.ts';
import { periodChanges, type ResultsFilter } from './filter.ts';
import { type DayRange, PRESETS } from './range.ts';
import classes from './results.module.css';

interface FiltersProps {
  filter: ResultsFilter;
  change: (changes: Changes) => void;
  rows: AgencyRow[];
  results: Results | undefined;
}

export function Filters({ filter, change, rows, results }: FiltersProps) {
  return (
    <Paper withBorder p="md" className={classes.filters}>
      <Stack gap="sm">
        <Presets range={filter.range} change={change} />
        <Group align="flex-end" gap="md">
          <FreeRange key={`${filter.range.from}/${filter.range.to}`} range={filter.range} change={change} />
          <AgencySelect agency={filter.agency} rows={rows} change={change} />
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

const PROVINCE = '';

interface AgencySelectProps {
  agency: string | null;
  rows: AgencyRow[];
  change: FiltersProps['change'];
}

function AgencySelect({ agency, rows, change }: AgencySelectProps) {
  const { t } = useTranslation();
  const { province } = useSetUpInstallation();
  const options = [
    { value: PROVINCE, label: t('results.filter.wholeProvince') },
    ...rows.filter(({ id }) => id !== province.id).map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Select
      label={t('results.filter.agency')}
      className={classes.control}
      searchable
      comboboxProps={{ withinPortal: false }}
      onFocus={(event) => event.currentTarget.select()}
      allowDeselect={false}
      nothingFoundMessage={t('results.filter.noAgency')}
      data={options}
      value={agency ?? PROVINCE}
      onChange={(value) => change({ agency: value })}
      filter={({ options: all, search }) =>
        all.filter((option) => 'label' in option && matches(option.label, search))
      }
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
