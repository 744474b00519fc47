// The controls above the figures of one agency: days and questionnaire.
import { Group, Paper, Stack } from '@mantine/core';
import type { Results } from '#domain/results.ts';
import type { Changes } from '../../../address.ts';
import { FreeRange, Presets, QuestionnaireSelect } from '../Filters.tsx';
import type { ResultsFilter } from '../filter.ts';
import classes from './agency.module.css';

interface AgencyFiltersProps {
  filter: ResultsFilter;
  change: (changes: Changes) => void;
  results: Results | undefined;
}

export function AgencyFilters({ filter: { range }, change, results }: AgencyFiltersProps) {
  return (
    <Paper withBorder p="md" className={classes.filters}>
      <Stack gap="sm">
        <Presets range={range} change={change} />
        <Group align="flex-end" gap="md">
          <FreeRange key={`${range.from}/${range.to}`} range={range} change={change} />
          {results && <QuestionnaireSelect results={results} change={change} />}
        </Group>
      </Stack>
    </Paper>
  );
}
