// All agencies, ranked among their like.
import { Group, NativeSelect, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { RANKING_GROUPS } from '#domain/agencies.ts';
import type { AgencyResults } from '#domain/results.ts';
import { useChange } from '../../address.ts';
import { useFormat } from '../../i18n.ts';
import { AgencyCards } from './AgencyCards.tsx';
import { AgencyTable } from './AgencyTable.tsx';
import {
  axisStart,
  DEFAULT_ORDER,
  firstOrder,
  type Order,
  SORTS,
  type Sort,
  selectAgencies,
} from './agency-order.ts';
import classes from './results.module.css';

interface AgencyRankingProps {
  results: AgencyResults;
  linkTo: (agency: string) => string;
}

export function AgencyRanking({ results, linkTo }: AgencyRankingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const list = useAgencyList();
  const wide = useMediaQuery('(min-width: 60em), print', true, { getInitialValueInEffect: false });
  const rows = selectAgencies(results.agencies, list);
  const shared = { rows, linkTo, start: axisStart(results.agencies) };
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="agencies">
      <Stack gap="sm">
        <Title order={2} size="h4" id="agencies">
          {t('results.agencies')}
        </Title>
        <Text size="sm" c="dimmed" maw="60rem">
          {t('results.agenciesHint')} {t('results.previousRange', { range: format.range(results.previous) })}.
        </Text>
        <Controls list={list} results={results} wide={wide} />
        <Text size="sm" role="status">
          {t('results.listed', { shown: rows.length, all: results.agencies.length })}
        </Text>
        {wide ? (
          <AgencyTable {...shared} order={list.order} onSort={list.setSort} />
        ) : (
          <AgencyCards {...shared} />
        )}
      </Stack>
    </Paper>
  );
}

/** Group, search and order of the list, kept in the page's address. */
function useAgencyList() {
  const [params] = useSearchParams();
  // Typed letters are kept here: an address that follows behind would lose some to a Vietnamese keyboard.
  const [query, setQuery] = useState(params.get('q') ?? '');
  const change = useChange({ replace: true, preventScrollReset: true });
  const sort = SORTS.find((name) => name === params.get('sort'));
  const order: Order = sort
    ? { sort, descending: params.get('order') ? params.get('order') === 'desc' : firstOrder(sort).descending }
    : DEFAULT_ORDER;
  return {
    query,
    order,
    group: RANKING_GROUPS.find((name) => name === params.get('group')) ?? null,
    setQuery: (text: string) => {
      setQuery(text);
      change({ q: text });
    },
    setGroup: (group: string) => change({ group }),
    setSort: (name: Sort) => {
      const next = name === order.sort ? { sort: name, descending: !order.descending } : firstOrder(name);
      change({ sort: next.sort, order: next.descending ? 'desc' : 'asc' });
    },
  };
}

interface ControlsProps {
  list: ReturnType<typeof useAgencyList>;
  results: AgencyResults;
  wide: boolean;
}

function Controls({ list, results, wide }: ControlsProps) {
  const { t } = useTranslation();
  const groups = RANKING_GROUPS.filter((group) => results.agencies.some((row) => row.group === group));
  return (
    <Group align="flex-end" gap="md" className={classes.filters}>
      <TextInput
        type="search"
        label={t('results.search')}
        className={classes.control}
        value={list.query}
        onChange={(event) => list.setQuery(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('results.group')}
        className={classes.control}
        value={list.group ?? ''}
        onChange={(event) => list.setGroup(event.currentTarget.value)}
        data={[
          { value: '', label: t('groups.all') },
          ...groups.map((group) => ({ value: group, label: t(`groups.${group}`) })),
        ]}
      />
      {!wide && (
        <NativeSelect
          label={t('results.sortBy')}
          className={classes.control}
          value={list.order.sort}
          onChange={(event) => list.setSort(event.currentTarget.value as Sort)}
          data={SORTS.map((sort) => ({ value: sort, label: t(`results.table.${sort}`) }))}
        />
      )}
    </Group>
  );
}
