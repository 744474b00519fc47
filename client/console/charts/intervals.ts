// Rates with their intervals, drawn as a point on a whisker: the point is what was measured, the whisker how sure it is.
import type { Interval } from '#domain/statistics.ts';
import type { ChartOption } from './echarts.ts';
import { INK, SURFACE } from './look.ts';

export interface IntervalPoint {
  /** Place on the axis of names, from 0. */
  at: number;
  rate: number;
  interval: Interval;
  /** What its balloon says. */
  text: string;
}

interface IntervalSeries {
  name: string;
  color: string;
  /** A ring instead of a disc: told apart without colour. */
  hollow?: boolean;
  /** Moved across the axis of names, in parts of a place, where several series share it. */
  shift?: number;
  points: readonly IntervalPoint[];
}

type Series = Extract<NonNullable<ChartOption['series']>, readonly unknown[]>[number];
type CustomSeries = Extract<Series, { type?: 'custom' }>;

/** One series of a chart whose names stand along the y axis and whose percentages along the x axis. */
export function intervalSeries({ name, color, hollow = false, shift = 0, points }: IntervalSeries) {
  return {
    type: 'custom',
    name,
    itemStyle: { color },
    encode: { x: [1, 2, 3], y: 0 },
    data: points.map(({ at, rate, interval, text }) => ({
      value: [at, interval.low, rate, interval.high],
      text,
    })),
    renderItem: (_params, api) => {
      const place = (dimension: number) => api.coord([api.value(dimension), api.value(0)]);
      const [[low = 0, middle = 0], [rate = 0], [high = 0]] = [place(1), place(2), place(3)];
      const size = api.size?.([0, 1]);
      const y = middle + shift * (Array.isArray(size) ? (size[1] ?? 0) : 0);
      const line = (x1: number, y1: number, x2: number, y2: number) => ({
        type: 'line' as const,
        shape: { x1, y1, x2, y2 },
        style: { stroke: color, lineWidth: 2 },
      });
      return {
        type: 'group',
        children: [
          line(low, y, high, y),
          line(low, y - 4, low, y + 4),
          line(high, y - 4, high, y + 4),
          {
            type: 'circle',
            shape: { cx: rate, cy: y, r: 6 },
            style: { fill: hollow ? SURFACE : color, stroke: hollow ? color : SURFACE, lineWidth: 2 },
          },
        ],
      };
    },
  } satisfies CustomSeries;
}

/** What the balloon of a point says, which stands at the point itself. */
export function textOfPoint(item: unknown): string {
  const { data } = item as { data?: { text?: string } };
  return data?.text ?? '';
}

/** How names along the y axis are set: beside their row, and above it where there is no room. */
export function nameLabels(narrow: boolean) {
  if (!narrow) return { width: 240, overflow: 'break' as const, lineHeight: 17, interval: 0 };
  return {
    inside: true,
    align: 'left' as const,
    verticalAlign: 'bottom' as const,
    padding: [0, 0, 12, -4],
    width: 260,
    overflow: 'truncate' as const,
    interval: 0,
    fontSize: 12,
    color: INK,
  };
}
