// The funnel as the chart library draws it: agencies by how many answered, within the limits of chance around their group.
import { controlLimits, type FunnelGroup, type Limit } from '#domain/funnel.ts';
import { axisStart } from '../../../charts/axis.ts';
import type { ChartOption } from '../../../charts/echarts.ts';
import { textOfPoint } from '../../../charts/intervals.ts';
import { ACCENT, INK, INK_SOFT, LINE, SURFACE, TOOLTIP, WARM } from '../../../charts/look.ts';

export interface FunnelPoint {
  id: string;
  name: string;
  n: number;
  rate: number;
  weak: boolean;
  /** The widest limit that it lies beyond; null for within all. */
  beyond: Limit | null;
  /** What its balloon says. */
  text: string;
}

interface FunnelTexts {
  within: string;
  beyond: string;
  group: string;
  limit: (limit: Limit) => string;
  n: string;
}

/** More names than these would hide the points; all of them stand below the drawing. */
const MOST_NAMED = 12;

/** A thin rule, for a line in the legend. */
const RULE = 'path://M0,8L24,8L24,10L0,10z';

const NAME = { formatter: '{b}', color: INK, fontSize: 12, distance: 8 };

function furthest(points: FunnelPoint[], { rate }: FunnelGroup): FunnelPoint[] {
  const far = (point: FunnelPoint) => Math.abs(point.rate - rate) * Math.sqrt(point.n);
  return points.toSorted((a, b) => far(b) - far(a)).slice(0, MOST_NAMED);
}

/** Curves of so many points look round. */
const CURVE = 60;

export function funnelOption(
  points: FunnelPoint[],
  group: FunnelGroup,
  texts: FunnelTexts,
  narrow: boolean,
): ChartOption {
  const most = Math.max(...points.map(({ n }) => n), 30) * 1.05;
  const least = Math.max(1, Math.min(...points.map(({ n }) => n)) * 0.7);
  const inside = points.filter(({ beyond }) => !beyond);
  const outside = points.filter(({ beyond }) => beyond);
  const named = new Set(narrow ? [] : furthest(outside, group));
  const item = ({ id, n, rate, text, name, weak }: FunnelPoint) => ({
    id,
    name,
    text,
    value: [n, rate],
    weak,
  });
  return {
    tooltip: { ...TOOLTIP, trigger: 'item', formatter: textOfPoint },
    legend: {
      top: 0,
      left: 0,
      selectedMode: false,
      data: [texts.within, texts.beyond, { name: texts.group, icon: RULE }],
    },
    grid: { left: 8, right: 56, top: narrow ? 72 : 44, bottom: 8, outerBoundsMode: 'same' },
    xAxis: {
      type: 'value',
      name: texts.n,
      nameLocation: 'middle',
      nameGap: 28,
      min: 0,
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      // Low enough for the ends of the limits, whoever is drawn.
      min: axisStart([
        ...points.map(({ rate }) => rate),
        controlLimits(group.rate, most, group.weight, 99.8).low,
      ]),
      max: 100,
      axisLabel: { formatter: '{value}%' },
    },
    series: [
      ...curves(group, least, most, texts),
      {
        type: 'scatter',
        name: texts.within,
        symbolSize: 9,
        itemStyle: { color: ACCENT, opacity: 0.8 },
        // A small sample is a ring: there, but not to be leaned on.
        data: inside.map((point) => ({
          ...item(point),
          ...(point.weak && { itemStyle: { color: SURFACE, borderColor: ACCENT, borderWidth: 2 } }),
        })),
      },
      {
        type: 'scatter',
        name: texts.beyond,
        symbol: 'diamond',
        symbolSize: 14,
        itemStyle: { color: WARM, borderColor: SURFACE, borderWidth: 1 },
        labelLayout: { hideOverlap: true },
        data: outside.map((point) => ({
          ...item(point),
          label: {
            ...NAME,
            show: named.has(point),
            position: point.n > most / 2 ? 'left' : 'right',
          } as const,
        })),
      },
    ],
  };
}

function curves(group: FunnelGroup, least: number, most: number, texts: FunnelTexts) {
  const people = Array.from({ length: CURVE }, (_, at) => least * (most / least) ** (at / (CURVE - 1)));
  const line = { type: 'line', symbol: 'none', silent: true } as const;
  const limits = ([95, 99.8] as const).flatMap((limit) =>
    (['low', 'high'] as const).map((side) => ({
      ...line,
      name: texts.limit(limit),
      data: people.map((n) => [n, controlLimits(group.rate, n, group.weight, limit)[side]]),
      endLabel: { show: true, formatter: texts.limit(limit), color: INK_SOFT, fontSize: 12 },
      lineStyle: { color: limit === 95 ? LINE : INK_SOFT, width: 1.5, type: limit === 95 ? [2, 4] : [8, 4] },
    })),
  );
  return [
    {
      ...line,
      name: texts.group,
      data: [
        [least, group.rate],
        [most, group.rate],
      ],
      itemStyle: { color: INK },
      lineStyle: { color: INK, width: 1.5 },
    },
    ...limits,
  ];
}
