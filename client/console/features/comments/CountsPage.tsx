// How many comments there are by label, and over time: the inbox in numbers.
import { NativeSelect, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { STEPS, type Step } from '#domain/steps.ts';
import { useChange } from '../../address.ts';
import { Chart } from '../../charts/Chart.tsx';
import type { ChartOption } from '../../charts/echarts.ts';
import { ACCENT, TOOLTIP } from '../../charts/look.ts';
import type { Format } from '../../format.ts';
import { useFormat } from '../../i18n.ts';
import { ListControls } from '../../list/ListControls.tsx';
import { useListAddress } from '../../list/use-list.ts';
import { Page } from '../../Page.tsx';
import { Part } from '../../Part.tsx';
import { EmptyPanel, ErrorPanel, LoadingPanel } from '../../panels.tsx';
import { useCommentChoices } from './choices.tsx';
import { LabelTable } from './LabelTable.tsx';
import { busiest, countsTable, labelRows, totalOf } from './label-rows.ts';
import { useLabelOptions } from './labels.ts';
import { type CommentCounts, useCommentCounts } from './queries.ts';

const NO_COLUMNS: never[] = [];

export default function CountsPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const wanted = new URLSearchParams(params);
  const by = STEPS.find((step) => step === params.get('by')) ?? 'month';
  const { data, error, refetch, isPlaceholderData } = useCommentCounts(wanted, by);
  wanted.delete('by');
  return (
    <Page
      title={t('comments.counts.title')}
      about={t('comments.counts.about')}
      back={{ to: `/comments?${wanted}`, label: t('comments.counts.back') }}
    >
      <Filters by={by} />
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      {!data && !error && <LoadingPanel />}
      {data && totalOf(data) === 0 && <EmptyPanel title={t('comments.counts.none')} order={2} />}
      {data && totalOf(data) > 0 && (
        <Stack gap="lg" aria-busy={isPlaceholderData}>
          <Figures counts={data} by={by} />
        </Stack>
      )}
    </Page>
  );
}

function Filters({ by }: { by: Step }) {
  const { t } = useTranslation();
  const choices = useCommentChoices();
  const address = useListAddress({ columns: NO_COLUMNS, choices });
  const wide = useMediaQuery('(min-width: 64em), print', true, { getInitialValueInEffect: false });
  const change = useChange({ replace: true, preventScrollReset: true });
  return (
    <ListControls address={address} choices={choices} columns={NO_COLUMNS} wide={wide}>
      <NativeSelect
        label={t('comments.counts.by')}
        value={by}
        onChange={({ currentTarget: { value } }) => change({ by: value === 'month' ? null : value })}
        data={STEPS.map((value) => ({ value, label: t(`comments.counts.steps.${value}`) }))}
      />
    </ListControls>
  );
}

function Figures({ counts, by }: { counts: CommentCounts; by: Step }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = labelRows(counts, useLabelOptions(true));
  const stepOf = (step: { from: string; to: string }) => stepText(step, by, format);
  const option = useMemo(() => drawn(counts, by, format), [counts, by, format]);
  const most = busiest(counts);
  const note = format.range({ from: counts.over[0]?.from ?? '', to: counts.over.at(-1)?.to ?? '' });
  return (
    <>
      <Part title={t('comments.counts.caption')}>
        <LabelTable rows={rows} n={totalOf(counts)} />
      </Part>
      <Chart
        title={t('comments.counts.time')}
        summary={t('comments.counts.summary', {
          n: format.count(totalOf(counts)),
          most: format.count(most?.n ?? 0),
          when: most ? stepOf(most) : '',
        })}
        note={note}
        option={option}
        height={260}
        file="y-kien-theo-nhan"
        table={countsTable(counts, rows, {
          step: t('comments.counts.step'),
          all: t('comments.counts.all'),
          stepOf,
        })}
      />
    </>
  );
}

function drawn(counts: CommentCounts, by: Step, format: Format): ChartOption {
  return {
    tooltip: { ...TOOLTIP, trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: { type: 'category', data: counts.over.map((step) => stepText(step, by, format)) },
    yAxis: { type: 'value', minInterval: 1 },
    series: [
      { type: 'bar', data: counts.over.map(({ n }) => n), itemStyle: { color: ACCENT }, barMaxWidth: 40 },
    ],
  };
}

/** `11/2026` for a calendar month, `16/11/2026` for a day, both days of a week. */
function stepText({ from, to }: { from: string; to: string }, by: Step, format: Format): string {
  if (by === 'month') return format.day(from).slice(3);
  return by === 'day' ? format.day(from) : format.range({ from, to });
}
