// The factors as the chart library draws them: each a point with its interval, the period before it below as a ring.

import { axisStart } from '../../../charts/axis.ts';
import type { ChartOption } from '../../../charts/echarts.ts';
import { type IntervalPoint, intervalSeries, nameLabels, textOfPoint } from '../../../charts/intervals.ts';
import { ACCENT, INK_SOFT, TOOLTIP } from '../../../charts/look.ts';

interface Beside {
  name: string;
  points: IntervalPoint[];
}

export function factorsOption(
  names: string[],
  now: Beside,
  before: Beside | null,
  narrow: boolean,
): ChartOption {
  const points = [...now.points, ...(before?.points ?? [])];
  // Names that stand above their row leave the middle to what was measured.
  const [shift, down] = before ? [0.12, narrow ? 0.16 : 0] : [0, narrow ? 0.1 : 0];
  return {
    tooltip: { ...TOOLTIP, trigger: 'item', formatter: textOfPoint },
    legend: {
      top: 0,
      left: 0,
      selectedMode: false,
      data: [
        { name: now.name, icon: 'circle' },
        ...(before ? [{ name: before.name, icon: 'emptyCircle' }] : []),
      ],
    },
    grid: { left: 8, right: 24, top: 36, bottom: 8, outerBoundsMode: 'same' },
    xAxis: {
      type: 'value',
      min: axisStart(points.map(({ interval }) => interval.low)),
      max: 100,
      axisLabel: { formatter: '{value}%', hideOverlap: true },
    },
    yAxis: {
      type: 'category',
      data: names,
      inverse: true,
      axisLabel: nameLabels(narrow),
      axisLine: { show: !narrow },
    },
    series: [
      intervalSeries({ name: now.name, color: ACCENT, shift: down - shift, points: now.points }),
      ...(before
        ? [
            intervalSeries({
              name: before.name,
              color: INK_SOFT,
              hollow: true,
              shift: down + shift,
              points: before.points,
            }),
          ]
        : []),
    ],
  };
}
