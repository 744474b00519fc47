// The factors side by side, and how each was in the period before.
import { Anchor, Paper } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { differenceFrom } from '#domain/comparison.ts';
import type { FactorView, Results } from '#domain/results.ts';
import { Chart } from '../../../charts/Chart.tsx';
import type { ChartTable } from '../../../charts/chart-table.ts';
import type { IntervalPoint } from '../../../charts/intervals.ts';
import { textIn } from '../../../format.ts';
import { useFormat, useLanguage } from '../../../i18n.ts';
import { useResultsLink } from '../filter.ts';
import shared from '../results.module.css';
import { useWithheld } from '../withheld.ts';
import { factorsOption } from './factors-chart.ts';

interface FactorsChartProps {
  results: Results;
  /** Of the period before, by the same questionnaire; null where there are none. */
  before: Results | null;
  place: string;
}

const ROW = 64;

export function FactorsChart({ results, before, place }: FactorsChartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const link = useResultsLink();
  const pairs = useMemo(() => pairFactors(results, before), [results, before]);
  const table = useFactorsTable(pairs);
  const note = [
    place,
    format.range(results),
    t('results.responses', { n: format.count(results.n) }),
    ...(before ? [t('results.previousRange', { range: format.range(before) })] : []),
  ].join(' · ');
  const option = useFactorsOption(pairs, before !== null);
  const summary = useSummary(pairs);
  if (pairs.length === 0) return null;
  return (
    <Paper withBorder p="lg" component="section" aria-label={t('results.factorsChart.title')}>
      <Chart
        title={t('results.factorsChart.title')}
        summary={summary}
        note={note}
        option={option}
        table={table}
        height={76 + pairs.length * ROW}
        empty={pairs.every(({ now, before: then }) => now.rate === null && (then?.rate ?? null) === null)}
        file="cac-yeu-to"
      />
      <Anchor component={Link} to={link(`/results/agencies/${results.agency.id}`)} className={shared.more}>
        {t('results.factorsChart.criteria')}
      </Anchor>
    </Paper>
  );
}

interface Pair {
  now: FactorView;
  before: FactorView | null;
}

function pairFactors(results: Results, before: Results | null): Pair[] {
  const then = before?.parts.flatMap((part) => part.factors) ?? [];
  return results.parts
    .flatMap((part) => part.factors)
    .map((now) => ({ now, before: then.find(({ code }) => code === now.code) ?? null }));
}

function useFactorsOption(pairs: Pair[], beside: boolean) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  return useMemo(() => {
    const names = pairs.map(({ now }) => textIn(now.title, language));
    const points = (side: keyof Pair) =>
      pairs.flatMap((pair, at): IntervalPoint[] => {
        const { rate = null, interval = null, people = 0 } = pair[side] ?? {};
        if (rate === null || !interval) return [];
        const figure = `${format.percent(rate)} (${format.interval(interval)})`;
        const text = [names[at], figure, t('results.people', { n: format.count(people) })].join('\n');
        return [{ at, rate, interval, text }];
      });
    const now = { name: t('results.thisPeriod'), points: points('now') };
    const before = beside ? { name: t('results.table.previous'), points: points('before') } : null;
    return (narrow: boolean) => factorsOption(names, now, before, narrow);
  }, [pairs, beside, language, format, t]);
}

function useFactorsTable(pairs: Pair[]): ChartTable {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const withheld = useWithheld();
  return useMemo(() => {
    const real = (is: boolean | null) =>
      is !== null && t(is ? 'results.change.real' : 'results.change.chance');
    return {
      columns: [
        { title: t('results.factor') },
        { title: t('results.table.rate'), as: 'percent' },
        { title: t('results.table.interval') },
        { title: t('results.peopleColumn'), as: 'count' },
        { title: t('results.table.previous'), as: 'percent' },
        { title: t('results.table.value_change'), as: 'points' },
        { title: t('results.change.column') },
      ],
      rows: pairs.map(({ now, before }) => {
        const moved = before && differenceFrom(now, before);
        return [
          textIn(now.title, language),
          withheld(now),
          now.interval && format.interval(now.interval),
          now.people,
          before && withheld(before),
          moved?.difference ?? null,
          (moved && real(moved.real)) || null,
        ];
      }),
    };
  }, [pairs, language, format, withheld, t]);
}

/** The highest and the lowest factor, in words. */
function useSummary(pairs: Pair[]): string {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const known = pairs.flatMap(({ now }) => (now.rate === null ? [] : [{ ...now, rate: now.rate }]));
  const sorted = known.toSorted((a, b) => b.rate - a.rate);
  const [highest, lowest] = [sorted[0], sorted.at(-1)];
  if (!highest || !lowest) return t('results.trend.nothing');
  return t('results.factorsChart.summary', {
    n: known.length,
    highest: textIn(highest.title, language),
    highestRate: format.percent(highest.rate),
    lowest: textIn(lowest.title, language),
    lowestRate: format.percent(lowest.rate),
  });
}
