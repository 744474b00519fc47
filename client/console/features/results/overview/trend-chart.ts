// The trend as the chart library draws it: a line with the band of its intervals, broken where figures are withheld.
import type { TrendView } from '#domain/results.ts';
import { axisStart } from '../../../charts/axis.ts';
import type { ChartOption } from '../../../charts/echarts.ts';
import { ACCENT, PALE, SURFACE, TOOLTIP } from '../../../charts/look.ts';

interface TrendTexts {
  /** Under the axis, one for each point. */
  labels: string[];
  /** In the balloon, one for each point. */
  texts: string[];
  rate: string;
  interval: string;
}

/** More points than these would run into one another. */
const MOST_SYMBOLS = 60;

export function trendOption(
  points: TrendView['points'],
  { labels, texts, rate, interval }: TrendTexts,
  narrow: boolean,
): ChartOption {
  const lows = points.map((point) => point.interval?.low ?? null);
  const reaches = points.map(({ interval: it }) => (it ? it.high - it.low : null));
  const start = axisStart(lows.filter((low) => low !== null));
  const edge = {
    type: 'line',
    stack: 'interval',
    stackStrategy: 'all',
    symbol: 'none',
    silent: true,
  } as const;
  return {
    tooltip: {
      ...TOOLTIP,
      trigger: 'axis',
      formatter: (items) => texts[(Array.isArray(items) ? items[0] : items)?.dataIndex ?? -1] ?? '',
    },
    legend: {
      top: 0,
      left: 0,
      data: [{ name: rate }, { name: interval, icon: 'rect' }],
      selectedMode: false,
    },
    grid: { left: 8, right: 16, top: narrow ? 60 : 36, bottom: 8, outerBoundsMode: 'same' },
    xAxis: {
      type: 'category',
      data: labels,
      boundaryGap: points.length < 3,
      axisLabel: { hideOverlap: true },
    },
    yAxis: { type: 'value', min: start, max: 100, axisLabel: { formatter: '{value}%' } },
    series: [
      { ...edge, data: lows, lineStyle: { opacity: 0 } },
      {
        ...edge,
        name: interval,
        data: reaches,
        lineStyle: { opacity: 0 },
        itemStyle: { color: PALE },
        areaStyle: { color: PALE, opacity: 0.55 },
      },
      {
        type: 'line',
        name: rate,
        data: points.map((point) => ({
          value: point.rate,
          // A small sample is a ring: there, but not to be leaned on.
          itemStyle: point.weak ? { color: SURFACE, borderColor: ACCENT, borderWidth: 2 } : { color: ACCENT },
        })),
        symbol: 'circle',
        symbolSize: 8,
        showSymbol: points.length <= MOST_SYMBOLS,
        itemStyle: { color: ACCENT },
        lineStyle: { width: 2.5, color: ACCENT },
      },
    ],
  };
}
