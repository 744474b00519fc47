// On which ways people answered, and what each way's people say.
import { Paper, Text } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlicesView } from '#domain/results.ts';
import { percentage } from '#domain/statistics.ts';
import { Chart } from '../../../charts/Chart.tsx';
import type { ChartOption } from '../../../charts/echarts.ts';
import { nameLabels, textOfPoint } from '../../../charts/intervals.ts';
import { ACCENT, TOOLTIP } from '../../../charts/look.ts';
import { useFormat } from '../../../i18n.ts';
import { ErrorPanel, LoadingPanel } from '../../../panels.tsx';
import type { ResultsFilter } from '../filter.ts';
import { MonthlyNote } from '../MonthlyNote.tsx';
import { useChannels } from '../queries.ts';
import { useRemark } from '../remark.ts';
import { useWithheld } from '../withheld.ts';

export function Channels({ filter, place }: { filter: ResultsFilter; place: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useChannels(filter);
  return (
    <Paper withBorder p="lg" component="section" aria-label={t('results.channels.title')}>
      {data ? (
        <Mix slices={data} place={place} />
      ) : error ? (
        <ErrorPanel error={error} onRetry={refetch} />
      ) : (
        <LoadingPanel />
      )}
    </Paper>
  );
}

const ROW = 52;

function Mix({ slices, place }: { slices: SlicesView; place: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const withheld = useWithheld();
  const remarkOn = useRemark();
  const nameOf = useCallback(
    ({ code }: SlicesView['groups'][number]) => t(`results.channels.names.${code}`),
    [t],
  );
  const rows = useMemo(() => {
    return slices.groups
      .filter(({ n }) => n !== 0)
      .map((group) => ({
        ...group,
        name: nameOf(group),
        // Of all responses; some months of a group would be a share of nothing.
        share: group.n === null || group.partly ? null : percentage(group.n, slices.n),
      }))
      .toSorted((a, b) => (b.n ?? -1) - (a.n ?? -1));
  }, [slices, nameOf]);
  const shown = useMemo(
    () => rows.flatMap(({ name, n, share }) => (n === null ? [] : [{ name, n, share }])),
    [rows],
  );
  const option = useMemo(
    () =>
      (narrow: boolean): ChartOption => ({
        tooltip: { ...TOOLTIP, trigger: 'item', formatter: textOfPoint },
        grid: { left: 8, right: narrow ? 112 : 140, top: 4, bottom: 4, outerBoundsMode: 'same' },
        xAxis: { type: 'value', show: false, min: 0 },
        yAxis: {
          type: 'category',
          inverse: true,
          data: shown.map(({ name }) => name),
          axisLine: { show: false },
          axisLabel: nameLabels(narrow),
        },
        series: [
          {
            type: 'bar',
            barMaxWidth: 18,
            itemStyle: { color: ACCENT },
            label: { show: true, position: 'right', formatter: textOfPoint },
            data: shown.map(({ n, share }) => ({
              value: n,
              text: share === null ? format.count(n) : `${format.count(n)} (${format.percent(share)})`,
            })),
          },
        ],
      }),
    [shown, format],
  );
  const [first] = shown.flatMap(({ name, share }) => (share === null ? [] : [{ name, share }]));
  const withheldNames = rows.filter(({ n }) => n === null).map(({ name }) => name);
  return (
    <>
      <Chart
        title={t('results.channels.title')}
        summary={
          first
            ? t('results.channels.summary', { name: first.name, share: format.percent(first.share) })
            : shown.length > 0
              ? t('results.monthly.partly', { groups: shown.map(({ name }) => name).join('; ') })
              : t('results.trend.nothing')
        }
        note={`${place} · ${format.range(slices)} · ${t('results.responses', { n: format.count(slices.n) })}`}
        option={option}
        height={16 + shown.length * ROW}
        empty={shown.length === 0}
        file="kenh-tra-loi"
        table={{
          columns: [
            { title: t('results.channels.channel') },
            { title: t('results.table.n'), as: 'count' },
            { title: t('results.share'), as: 'percent' },
            { title: t('results.table.rate'), as: 'percent' },
            { title: t('results.table.interval') },
            { title: t('results.remark') },
          ],
          rows: rows.map(({ name, n, share, people, rate, interval, hidden, weak, partly }) => [
            name,
            n ?? t('results.hiddenEither'),
            share,
            withheld({ rate, hidden, people }),
            interval && format.interval(interval),
            remarkOn({ rate, weak, partly }),
          ]),
        }}
      />
      <MonthlyNote slices={slices} names={slices.groups.map(nameOf)} />
      {withheldNames.length > 0 && !slices.withheld && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('results.channels.hidden', { names: withheldNames.join(', ') })}
        </Text>
      )}
    </>
  );
}
