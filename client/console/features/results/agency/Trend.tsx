// The rate of the agency over time.
import { NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Results, TrendView } from '#domain/results.ts';
import { STEPS, type Step } from '#domain/steps.ts';
import { Chart } from '../../../charts/Chart.tsx';
import { useFormat } from '../../../i18n.ts';
import { ErrorPanel, LoadingPanel } from '../../../panels.tsx';
import type { AgencyAddress } from './agency-address.ts';
import { useTrend } from './agency-queries.ts';
import { type Point, trendDrawing } from './intervals.ts';
import { useNote } from './use-note.ts';

interface TrendProps {
  results: Results;
  address: AgencyAddress;
}

export function Trend({ results, address: { filter, step, change } }: TrendProps) {
  const trend = useTrend({ ...filter, questionnaire: results.questionnaire.id }, step);
  return (
    <Paper withBorder p="lg">
      {trend.data ? (
        <Line trend={trend.data} n={results.n} onStep={(by) => change({ step: by })} />
      ) : trend.error ? (
        <ErrorPanel error={trend.error} onRetry={trend.refetch} />
      ) : (
        <LoadingPanel />
      )}
    </Paper>
  );
}

interface LineProps {
  trend: TrendView;
  n: number;
  onStep: (step: Step) => void;
}

function Line({ trend, n, onStep }: LineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const note = useNote({ ...trend, n });
  const { by } = trend;
  const points = useMemo(
    () => trend.points.map((point) => ({ ...point, name: nameOf(point, by) })),
    [trend, by],
  );
  const option = useMemo(
    () =>
      trendDrawing(points, {
        format,
        rate: t('results.table.rate'),
        interval: t('results.table.interval'),
        people: (count) => t('results.responses', { n: format.count(count ?? 0) }),
      }),
    [points, format, t],
  );
  const choice = (
    <NativeSelect
      aria-label={t('agencyResults.trend.step')}
      value={by}
      onChange={(event) => {
        const chosen = STEPS.find((each) => each === event.currentTarget.value);
        if (chosen) onStep(chosen);
      }}
      data={STEPS.map((each) => ({ value: each, label: t(`agencyResults.trend.steps.${each}`) }))}
    />
  );
  if (points.every(({ rate }) => rate === null))
    return (
      <Stack gap="sm" align="flex-start">
        <Title order={2} size="h4">
          {t('agencyResults.trend.title')}
        </Title>
        <Text>{t('agencyResults.trend.nothing')}</Text>
        {choice}
      </Stack>
    );
  return (
    <Chart
      title={t('agencyResults.trend.title')}
      note={note}
      summary={summaryOf(points)}
      option={option}
      table={{
        columns: [
          { title: t(`agencyResults.trend.steps.${by}`) },
          { title: t('results.table.rate'), as: 'percent' },
          { title: t('agencyResults.low'), as: 'percent' },
          { title: t('agencyResults.high'), as: 'percent' },
          { title: t('results.table.n'), as: 'count' },
        ],
        rows: points.map(({ from, to, rate, interval, n: count, hidden }) => [
          from === to ? format.day(from) : format.range({ from, to }),
          hidden ? t('agencyResults.withheld') : rate,
          interval?.low ?? null,
          interval?.high ?? null,
          hidden ? t('agencyResults.withheld') : count,
        ]),
      }}
      height={280}
      file="dien-bien"
    >
      {choice}
    </Chart>
  );

  function summaryOf(all: readonly Point[]): string {
    const shown = all.flatMap(({ name, rate }) => (rate === null ? [] : [{ name, rate }]));
    const [first, last] = [shown[0], shown.at(-1)];
    if (!first || !last) return t('agencyResults.trend.nothing');
    return t('agencyResults.trend.summary', {
      first: `${first.name} ${format.percent(first.rate)}`,
      last: `${last.name} ${format.percent(last.rate)}`,
    });
  }
}

/** `11/2026` for a month, `22/11` for a day or the first day of a week. */
function nameOf({ from }: { from: string }, by: Step): string {
  const [year, month, day] = from.split('-');
  return by === 'month' ? `${month}/${year}` : `${day}/${month}`;
}
