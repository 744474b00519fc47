// Groups of respondents as a drawing: a line for each, its rate on its interval, a ring where few people answered.
import type { Interval } from '#domain/statistics.ts';
import { axisStart } from '../../../charts/axis.ts';
import type { ChartDrawing } from '../../../charts/Drawing.tsx';
import { intervalSeries, textOfPoint } from '../../../charts/intervals.ts';
import { ACCENT, INK, INK_SOFT, TOOLTIP } from '../../../charts/look.ts';
import type { Format } from '../../../format.ts';

export interface ShownGroup {
  name: string;
  n: number;
  rate: number;
  interval: Interval;
  weak: boolean;
}

interface Words {
  format: Format;
  rate: string;
  /** `1.608 lượt trả lời` */
  responses: (n: number) => string;
}

/** @param whole the rate of all groups together, as a dotted line */
export function groupsDrawing(
  groups: readonly ShownGroup[],
  whole: number | null,
  words: Words,
): ChartDrawing {
  const start = axisStart(groups.map(({ interval }) => interval.low));
  const longest = Math.max(0, ...groups.map(({ name }) => name.length));
  return (narrow) => ({
    tooltip: { ...TOOLTIP, trigger: 'item', formatter: textOfPoint },
    xAxis: {
      type: 'value',
      min: start,
      max: 100,
      ...(narrow && { interval: (100 - start) / 2 }),
      axisLabel: { formatter: '{value}%' },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: groups.map(({ name }) => name),
      axisLine: { show: false },
      axisLabel: {
        color: INK_SOFT,
        width: Math.min(Math.max(longest * 8 + 12, 72), narrow ? 130 : 300),
        overflow: 'break',
        lineHeight: 16,
      },
    },
    series: [
      ...[false, true].map((weak) =>
        intervalSeries({
          name: words.rate,
          color: ACCENT,
          hollow: weak,
          points: pointsOf(groups, weak, words),
        }),
      ),
      figures(groups, whole, words),
    ],
  });
}

function pointsOf(groups: readonly ShownGroup[], wanted: boolean, { format, responses }: Words) {
  return groups.flatMap(({ name, n, rate, interval, weak }, at) => {
    const text = `${name}\n${format.percent(rate)} (${format.interval(interval)})\n${responses(n)}`;
    return weak === wanted ? [{ at, rate, interval, text }] : [];
  });
}

/** The rates in figures, above their points, and the line of the whole. */
function figures(groups: readonly ShownGroup[], whole: number | null, { format }: Words) {
  return {
    type: 'scatter' as const,
    silent: true,
    symbolSize: 0,
    label: {
      show: true,
      position: 'top' as const,
      distance: 9,
      color: INK,
      fontSize: 12,
      formatter: ({ dataIndex }: { dataIndex: number }) => format.percent(groups[dataIndex]?.rate ?? 0),
    },
    data: groups.map(({ rate }, at) => [rate, at]),
    ...(whole !== null && {
      markLine: {
        silent: true,
        symbol: 'none',
        lineStyle: { color: INK_SOFT, type: 'dotted' as const, width: 2 },
        label: { show: false },
        data: [{ xAxis: whole }],
      },
    }),
  };
}
