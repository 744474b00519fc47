// Agencies of a group by how many answered: who lies further from the group than chance explains.
import { Anchor, Paper, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { beyondLimit, type Limit } from '#domain/funnel.ts';
import type { AgencyResults } from '#domain/results.ts';
import { Chart } from '../../../charts/Chart.tsx';
import { useFormat } from '../../../i18n.ts';
import { useResultsLink } from '../filter.ts';
import { useWithheld } from '../withheld.ts';
import { type FunnelPoint, funnelOption } from './funnel-chart.ts';
import classes from './ranking.module.css';

interface FunnelProps {
  ranking: AgencyResults;
  group: AgencyResults['groups'][number] & { rate: number };
}

type Row = AgencyResults['agencies'][number];
type Placed = Row & { beyond: ReturnType<typeof beyondLimit> };

export function Funnel({ ranking, group }: FunnelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const link = useResultsLink();
  const navigate = useNavigate();
  const rows = useMemo(
    () =>
      ranking.agencies
        .filter((row) => row.group === group.group)
        .map((row): Placed => ({ ...row, beyond: placeOf(row, group) })),
    [ranking, group],
  );
  const option = useOption(rows, group);
  const name = t(`groups.${group.group}`);
  const outside = rows.filter(({ beyond }) => beyond);
  return (
    <Paper withBorder p="lg" component="section" aria-label={t('results.funnel.title', { group: name })}>
      <Chart
        title={t('results.funnel.title', { group: name })}
        summary={t('results.funnel.summary', {
          shown: rows.filter(({ rate }) => rate !== null).length,
          outside: outside.length,
        })}
        note={`${format.range(ranking)} · ${t('results.funnel.note', {
          n: group.agencies,
          rate: format.percent(group.rate),
        })}`}
        option={option}
        table={useTable(rows)}
        height={420}
        empty={rows.every(({ rate }) => rate === null)}
        file="bieu-do-pheu"
        onPick={(id) => void navigate(link(`/results/agencies/${id}`))}
      />
      <Text size="sm" c="dimmed" mt="sm" maw="60rem">
        {t('results.funnel.hint')}
      </Text>
      <Outside rows={outside} />
    </Paper>
  );
}

function placeOf({ rate, n }: Row, group: FunnelProps['group']): Placed['beyond'] {
  return rate === null || n === 0 ? null : beyondLimit({ rate, people: n }, group);
}

function useOption(rows: Placed[], group: FunnelProps['group']) {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const points = rows.flatMap((row): FunnelPoint[] => {
      if (row.rate === null || !row.interval) return [];
      const { id, name, n, rate, weak } = row;
      const figure = `${format.percent(rate)} (${format.interval(row.interval)})`;
      const text = [
        name,
        figure,
        t('results.responses', { n: format.count(n) }),
        ...(weak ? [t('results.weak')] : []),
      ].join('\n');
      return [{ id, name, n, rate, weak, beyond: row.beyond?.limit ?? null, text }];
    });
    const words = {
      within: t('results.funnel.within'),
      beyond: t('results.funnel.beyond'),
      group: t('results.funnel.group'),
      limit: (limit: Limit) => (limit === 95 ? '95%' : t('results.funnel.wide')),
      n: t('results.table.n'),
    };
    return (narrow: boolean) => funnelOption(points, group, words, narrow);
  }, [rows, group, format, t]);
}

function useTable(rows: Placed[]) {
  const { t } = useTranslation();
  const format = useFormat();
  const link = useResultsLink();
  const withheld = useWithheld();
  return useMemo(
    () => ({
      columns: [
        { title: t('results.table.name') },
        { title: t('results.table.n'), as: 'count' as const },
        { title: t('results.table.rate'), as: 'percent' as const },
        { title: t('results.table.interval') },
        { title: t('results.funnel.place') },
      ],
      rows: rows.map((row) => [
        row.name,
        row.n,
        withheld({ ...row, people: row.n }),
        row.interval && format.interval(row.interval),
        row.rate === null ? null : t(placeText(row)),
      ]),
      links: rows.map(({ id }) => link(`/results/agencies/${id}`)),
    }),
    [rows, format, link, withheld, t],
  );
}

function placeText({ beyond }: Placed): string {
  if (!beyond) return 'results.funnel.places.within';
  return `results.funnel.places.${beyond.side}_${beyond.limit === 95 ? 'narrow' : 'wide'}`;
}

/** The points outside, by name and with the keyboard. */
function Outside({ rows }: { rows: Placed[] }) {
  const { t } = useTranslation();
  const link = useResultsLink();
  const places = (['above', 'below'] as const).flatMap((side) =>
    ([99.8, 95] as const).map((limit) => ({
      side,
      limit,
      found: rows.filter(({ beyond }) => beyond?.side === side && beyond.limit === limit),
    })),
  );
  if (rows.length === 0) return <Text mt="sm">{t('results.funnel.nobody')}</Text>;
  return (
    <dl className={classes.outside}>
      {places
        .filter(({ found }) => found.length > 0)
        .map(({ side, limit, found }) => (
          <div key={`${side}${limit}`}>
            <dt>{t(`results.funnel.places.${side}_${limit === 95 ? 'narrow' : 'wide'}`)}</dt>
            {found.map(({ id, name }) => (
              <dd key={id}>
                <Anchor component={Link} to={link(`/results/agencies/${id}`)}>
                  {name}
                </Anchor>
              </dd>
            ))}
          </div>
        ))}
    </dl>
  );
}
