// How the rate went over the days shown.
import { Paper, SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { parseDay } from '#domain/days.ts';
import type { TrendView } from '#domain/results.ts';
import { STEPS, type Step, stepsOf } from '#domain/steps.ts';
import { useChange } from '../../../address.ts';
import { Chart } from '../../../charts/Chart.tsx';
import type { ChartTable } from '../../../charts/chart-table.ts';
import { useFormat } from '../../../i18n.ts';
import { ErrorPanel, LoadingPanel } from '../../../panels.tsx';
import type { ResultsFilter } from '../filter.ts';
import { useTrend } from '../queries.ts';
import { useWithheld } from '../withheld.ts';
import { trendOption } from './trend-chart.ts';

/** What the server answers at most. */
const MOST_POINTS = 400;

export function Trend({ filter, place }: { filter: ResultsFilter; place: string }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const change = useChange({ replace: true, preventScrollReset: true });
  const possible = stepsWithin(filter.range);
  const asked = possible.find((step) => step === params.get('step'));
  const by = asked ?? usualStep(filter.range);
  const { data, error, refetch } = useTrend(filter, by);
  return (
    <Paper withBorder p="lg" component="section" aria-label={t('results.trend.title')}>
      {data ? (
        <Drawn trend={data} place={place}>
          {possible.length > 1 && (
            <SegmentedControl
              aria-label={t('results.trend.step')}
              value={by}
              onChange={(step) => change({ step })}
              data={possible.map((step) => ({ value: step, label: t(`results.trend.by.${step}`) }))}
            />
          )}
        </Drawn>
      ) : error ? (
        <ErrorPanel error={error} onRetry={refetch} />
      ) : (
        <LoadingPanel />
      )}
    </Paper>
  );
}

function stepsWithin({ from, to }: ResultsFilter['range']): Step[] {
  return STEPS.filter((step) => stepsOf(step, parseDay(from), parseDay(to)).length <= MOST_POINTS);
}

/** Months for a year, weeks for a quarter, days for a month. */
function usualStep({ from, to }: ResultsFilter['range']): Step {
  const days = parseDay(to) - parseDay(from) + 1;
  if (days <= 31) return 'day';
  return days <= 100 ? 'week' : 'month';
}

interface DrawnProps {
  trend: TrendView;
  place: string;
  children: React.ReactNode;
}

function Drawn({ trend, place, children }: DrawnProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const table = useTrendTable(trend);
  const option = useMemo(() => {
    const texts = table.rows.map(([name], at) => {
      const point = trend.points[at];
      if (!point || point.rate === null || !point.interval) return `${name}\n${table.rows[at]?.[1] ?? ''}`;
      return [
        name,
        `${format.percent(point.rate)} (${format.interval(point.interval)})`,
        t('results.responses', { n: format.count(point.n ?? 0) }),
        ...(point.weak ? [t('results.weak')] : []),
      ].join('\n');
    });
    const words = {
      labels: trend.points.map((point) => shortName(point.from, trend.by)),
      texts,
      rate: t('results.table.rate'),
      interval: t('results.table.interval'),
    };
    return (narrow: boolean) => trendOption(trend.points, words, narrow);
  }, [trend, table, format, t]);
  const some = (is: (point: TrendView['points'][number]) => boolean) => trend.points.some(is);
  const note = [
    place,
    format.range(trend),
    ...(some(({ rate, weak }) => weak && rate !== null) ? [t('results.trend.ring')] : []),
    ...(some(({ rate }) => rate === null) ? [t('results.trend.gap')] : []),
  ].join(' · ');
  return (
    <Chart
      title={t('results.trend.title')}
      summary={useSummary(trend)}
      note={note}
      option={option}
      table={table}
      height={280}
      empty={!some(({ rate }) => rate !== null)}
      file="xu-huong"
    >
      {children}
    </Chart>
  );
}

function useTrendTable({ points, by }: TrendView): ChartTable {
  const { t } = useTranslation();
  const format = useFormat();
  const withheld = useWithheld();
  return useMemo(
    () => ({
      columns: [
        { title: t(`results.trend.by.${by}`) },
        { title: t('results.table.rate'), as: 'percent' },
        { title: t('results.table.interval') },
        { title: t('results.table.n'), as: 'count' },
        { title: t('results.remark') },
      ],
      rows: points.map(({ from, to, n, rate, interval, hidden, weak }) => [
        from === to ? format.day(from) : format.range({ from, to }),
        withheld({ rate, hidden, people: n }),
        interval && format.interval(interval),
        n,
        weak && rate !== null ? t('results.weak') : null,
      ]),
    }),
    [points, by, t, format, withheld],
  );
}

/** `11/2026` for a month, else the day and month that a step begins with. */
function shortName(day: string, by: Step): string {
  const [year, month, date] = day.split('-');
  return by === 'month' ? `${month}/${year}` : `${date}/${month}`;
}

/** The ends and the extremes, in words. */
function useSummary({ points }: TrendView): string {
  const { t } = useTranslation();
  const format = useFormat();
  const known = points.flatMap(({ from, rate }) => (rate === null ? [] : [{ day: format.day(from), rate }]));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return t('results.trend.nothing');
  const sorted = known.toSorted((a, b) => a.rate - b.rate);
  const [lowest, highest] = [sorted[0] ?? first, sorted.at(-1) ?? last];
  return t('results.trend.summary', {
    n: known.length,
    first: format.percent(first.rate),
    firstDay: first.day,
    last: format.percent(last.rate),
    lastDay: last.day,
    lowest: format.percent(lowest.rate),
    lowestDay: lowest.day,
    highest: format.percent(highest.rate),
    highestDay: highest.day,
  });
}
