// Rates with their intervals: the options of the drawings by group and over time.
import type { Interval } from '#domain/statistics.ts';
import type { ChartDrawing } from '../../../charts/Drawing.tsx';
import { ACCENT, INK, INK_SOFT, PALE, SURFACE, TOOLTIP } from '../../../charts/look.ts';
import type { Format } from '../../../format.ts';

export interface Point {
  name: string;
  rate: number | null;
  interval: Interval | null;
  weak: boolean;
  n: number | null;
}

interface Words {
  format: Format;
  interval: string;
  rate: string;
  /** `1.608 lượt trả lời`, of a point. */
  people: (n: number | null) => string;
}

/** A round number below every interval, where the axis begins. */
export function axisStart(points: readonly Pick<Point, 'interval'>[]): number {
  const lows = points.flatMap(({ interval }) => (interval ? [interval.low] : []));
  return lows.length === 0 ? 0 : Math.floor(Math.min(90, ...lows) / 10) * 10;
}

function balloon(points: readonly Point[], { format, people }: Words) {
  return ({ dataIndex }: { dataIndex: number }) => {
    const point = points[dataIndex];
    if (!point || point.rate === null) return '';
    const reach = point.interval ? ` (${format.interval(point.interval)})` : '';
    return `${point.name}\n${format.percent(point.rate)}${reach}\n${people(point.n)}`;
  };
}

const dot = (weak: boolean) => ({
  color: weak ? SURFACE : ACCENT,
  borderColor: weak ? ACCENT : SURFACE,
  borderWidth: 2,
});

/** A line for each group: its interval as a bar, its rate as a dot, hollow where few people answered. */
export function groupsDrawing(points: readonly Point[], whole: number | null, words: Words): ChartDrawing {
  const start = axisStart(points);
  const low = points.map(({ interval }) => interval?.low ?? '-');
  const reach = points.map(({ interval }) => (interval ? interval.high - interval.low : '-'));
  return (narrow) => ({
    tooltip: { ...TOOLTIP, trigger: 'item', formatter: balloon(points, words) as never },
    xAxis: { type: 'value', min: start, max: 100, axisLabel: { formatter: '{value}%' } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: points.map(({ name }) => name),
      axisLine: { show: false },
      axisLabel: {
        color: INK_SOFT,
        width: narrow ? 130 : 300,
        overflow: 'break',
        lineHeight: 16,
        fontSize: narrow ? 12 : 13,
      },
    },
    series: [
      { type: 'bar', stack: 'reach', silent: true, itemStyle: { color: 'transparent' }, data: low },
      {
        type: 'bar',
        name: words.interval,
        stack: 'reach',
        barWidth: 10,
        itemStyle: { color: PALE, borderRadius: 2 },
        data: reach,
      },
      {
        type: 'scatter',
        name: words.rate,
        symbolSize: 13,
        label: {
          show: !narrow,
          position: 'top',
          distance: 4,
          color: INK,
          fontSize: 12,
          formatter: ({ dataIndex }) => {
            const rate = points[dataIndex]?.rate;
            return typeof rate === 'number' ? words.format.percent(rate) : '';
          },
        },
        data: points.map(({ rate, weak }) => ({ value: rate ?? '-', itemStyle: dot(weak) })),
        ...(whole !== null && {
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { color: INK_SOFT, type: 'dotted', width: 2 },
            label: { show: false },
            data: [{ xAxis: whole }],
          },
        }),
      },
    ],
  });
}

/** A line over time within the band of its intervals; where a figure is withheld it breaks. */
export function trendDrawing(points: readonly Point[], words: Words): ChartDrawing {
  const start = axisStart(points);
  const low = points.map(({ interval }) => interval?.low ?? '-');
  const reach = points.map(({ interval }) => (interval ? interval.high - interval.low : '-'));
  const band = {
    type: 'line' as const,
    stack: 'band',
    silent: true,
    symbol: 'none',
    lineStyle: { opacity: 0 },
  };
  return {
    tooltip: { ...TOOLTIP, trigger: 'item', formatter: balloon(points, words) as never },
    xAxis: {
      type: 'category',
      boundaryGap: points.length < 40,
      data: points.map(({ name }) => name),
      axisLabel: { hideOverlap: true },
    },
    yAxis: { type: 'value', min: start, max: 100, axisLabel: { formatter: '{value}%' } },
    series: [
      { ...band, data: low },
      { ...band, name: words.interval, areaStyle: { color: PALE, opacity: 0.6 }, data: reach },
      {
        type: 'line',
        name: words.rate,
        symbol: 'circle',
        symbolSize: points.length < 40 ? 10 : 6,
        lineStyle: { color: ACCENT, width: 2 },
        data: points.map(({ rate, weak }) => ({ value: rate ?? '-', itemStyle: dot(weak) })),
      },
    ],
  };
}
