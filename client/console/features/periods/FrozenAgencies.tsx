// Agencies as they were ranked when the period was closed.
import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { RANKING_GROUPS } from '#domain/agencies.ts';
import type { AgencyResults, AgencyRow } from '#domain/results.ts';
import { useFormat } from '../../i18n.ts';
import { List } from '../../list/List.tsx';
import type { Choice, Column } from '../../list/selection.ts';
import { RankChange, RankText, ValueChange } from '../results/change.tsx';
import { Figure } from '../results/Figure.tsx';
import classes from './periods.module.css';

export function FrozenAgencies({ agencies, file }: { agencies: AgencyResults; file: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useColumns();
  const choices = useChoices(agencies.agencies);
  const rows = useMemo(() => agencies.agencies.toSorted(byRank), [agencies]);
  const query = { data: rows, error: null, refetch: () => {} };
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed" maw="60rem">
        {t('periods.agencies.hint', { range: format.range(agencies.previous) })}
      </Text>
      <List
        caption={t('periods.agencies.title')}
        query={query}
        columns={columns}
        choices={choices}
        rowKey={({ id }) => id}
        empty={{ title: t('periods.agencies.none') }}
        file={`so-lieu-da-chot_${file}`}
      />
    </Stack>
  );
}

/** Group by group, those without a rank last. */
function byRank(a: AgencyRow, b: AgencyRow): number {
  const groups = RANKING_GROUPS.indexOf(a.group) - RANKING_GROUPS.indexOf(b.group);
  const last = Number.POSITIVE_INFINITY;
  return groups || (a.rank ?? last) - (b.rank ?? last) || 0;
}

function useColumns(): Column<AgencyRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const place = ({ rank, rankOf }: AgencyRow) => (rank === null ? '' : `${rank}/${rankOf}`);
    return [
      {
        id: 'name',
        title: t('results.table.name'),
        value: ({ name }) => name,
        cell: ({ name, group }) => (
          <span className={classes.stacked}>
            <strong>{name}</strong>
            <small>{t(`groups.${group}`)}</small>
          </span>
        ),
      },
      {
        id: 'group',
        title: t('results.group'),
        value: ({ group }) => RANKING_GROUPS.indexOf(group),
        text: ({ group }) => t(`groups.${group}`),
        exportOnly: true,
      },
      {
        id: 'rank',
        title: t('results.table.rank'),
        value: ({ rank }) => rank,
        text: place,
        cell: (row) => <RankText row={row} />,
      },
      {
        id: 'rate',
        title: t('results.table.rate'),
        value: ({ rate }) => rate,
        text: ({ rate }) => (rate === null ? '' : format.percent(rate)),
        cell: (row) => (
          <span className={classes.stacked}>
            <Figure {...row} people={row.n} />
            {row.interval && <small>{format.interval(row.interval)}</small>}
          </span>
        ),
        descendingFirst: true,
      },
      {
        id: 'interval',
        title: t('results.table.interval'),
        value: ({ interval }) => interval?.low ?? null,
        text: ({ interval }) => (interval ? format.interval(interval) : ''),
        exportOnly: true,
      },
      {
        id: 'n',
        title: t('results.table.n'),
        value: ({ n }) => n,
        text: ({ n }) => format.count(n),
        descendingFirst: true,
      },
      {
        id: 'value_change',
        title: t('results.table.value_change'),
        value: ({ valueChange }) => valueChange,
        text: ({ valueChange }) => (valueChange === null ? '' : format.change(valueChange)),
        cell: ({ valueChange }) => <ValueChange change={valueChange} />,
        descendingFirst: true,
      },
      {
        id: 'rank_change',
        title: t('results.table.rank_change'),
        value: ({ rankChange }) => rankChange,
        text: ({ rankChange }) => (rankChange === null ? '' : String(rankChange)),
        cell: ({ rankChange, previous }) => (
          <span className={classes.stacked}>
            <RankChange change={rankChange} previous={previous} />
          </span>
        ),
        descendingFirst: true,
      },
    ];
  }, [t, format]);
}

function useChoices(rows: AgencyRow[]): Choice<AgencyRow>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const groups = RANKING_GROUPS.filter((group) => rows.some((row) => row.group === group));
    return [
      {
        id: 'group',
        label: t('results.group'),
        options: groups.map((value) => ({ value, label: t(`groups.${value}`) })),
        holds: (row, value) => row.group === value,
      },
    ];
  }, [t, rows]);
}
