// How every chart looks: the colours of ui/tokens.css, which an exported picture cannot look up, and one typeface.
import type { ChartOption } from './echarts.ts';

export const INK = '#1d2327';
export const INK_SOFT = '#4d565c';
export const LINE = '#7c858b';
export const LINE_SOFT = '#ddd8cf';
export const SURFACE = '#ffffff';
export const ACCENT = '#0b5a60';
/** Beside the accent, for what is compared with it. */
export const PALE = '#a8d1d3';
export const WARM = '#b4541a';

export const FONT = "'Be Vietnam Pro', 'Noto Sans', system-ui, sans-serif";

const axis = {
  axisLine: { lineStyle: { color: LINE } },
  axisTick: { show: false },
  axisLabel: { color: INK_SOFT, fontSize: 13 },
  nameTextStyle: { color: INK_SOFT, fontSize: 13 },
  splitLine: { lineStyle: { color: LINE_SOFT } },
};

export const THEME = {
  color: [ACCENT, PALE, WARM],
  textStyle: { fontFamily: FONT, color: INK, fontSize: 13 },
  categoryAxis: { ...axis, splitLine: { show: false } },
  valueAxis: { ...axis, axisLine: { show: false } },
};

/** What holds for every chart; the chart's own option comes over it. */
export const COMMON: ChartOption = {
  animation: false,
  backgroundColor: SURFACE,
  grid: { left: 8, right: 24, top: 24, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'all' },
};

/** A balloon of plain text, drawn and not written as HTML: names of agencies are what somebody typed. */
export const TOOLTIP = {
  renderMode: 'richText',
  confine: true,
  backgroundColor: SURFACE,
  borderColor: LINE,
  textStyle: { color: INK, fontSize: 13, fontFamily: FONT },
} as const;
