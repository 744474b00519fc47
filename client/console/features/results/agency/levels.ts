// How the answers to several criteria spread over the levels, as a drawing of stacked bars and as a table.
import { DONT_KNOW } from '#domain/questions.ts';
import type { CriterionView } from '#domain/results.ts';
import { percentage } from '#domain/statistics.ts';
import type { ChartTable } from '../../../charts/chart-table.ts';
import type { ChartDrawing } from '../../../charts/Drawing.tsx';
import { INK, INK_SOFT, TOOLTIP } from '../../../charts/look.ts';
import { type Format, textIn } from '../../../format.ts';

/** The colour and pattern of a level, 1 the unhappiest to 5; a scale that names none is spread over the five. */
export function moodOf(mood: number | undefined, at: number, levels: number): number {
  return mood ?? Math.round(1 + (4 * at) / Math.max(1, levels - 1));
}

/** As in ui/tokens.css, with the patterns that tell them apart without colour. */
const MOODS: Record<number, { color: string; decal: object }> = {
  1: { color: '#e4523b', decal: stripes([2, 4], Math.PI / 4) },
  2: { color: '#f29a4a', decal: stripes([2, 6], -Math.PI / 4) },
  3: {
    color: '#f3d35e',
    decal: { symbol: 'circle', color: '#4d565c80', dashArrayX: [6, 6], dashArrayY: [6, 0], symbolSize: 0.4 },
  },
  4: { color: '#a5cf63', decal: stripes([1, 6], Math.PI / 2) },
  5: { color: '#57ad68', decal: { symbol: 'none' } },
};

function stripes(dashArrayY: number[], rotation: number) {
  return { symbol: 'rect', color: '#ffffffa0', dashArrayX: [1, 0], dashArrayY, rotation };
}

/** Words that the drawing and the table need. */
export interface LevelWords {
  criterion: string;
  valid: string;
  /** Above the counts of "don't know". */
  unsure: (level: string) => string;
  withheld: string;
  format: Format;
  language: string;
}

/** Criteria by scale: levels of different scales cannot stand in one drawing. Those without figures go with the first. */
export function byScale(criteria: readonly CriterionView[]): CriterionView[][] {
  const scaleOf = ({ options }: CriterionView) => options?.map(({ code }) => code).join() ?? '';
  const first = scaleOf(criteria.find(({ options }) => options) ?? ({} as CriterionView));
  return [...Map.groupBy(criteria, (criterion) => scaleOf(criterion) || first).values()];
}

function levelsOf(criteria: readonly CriterionView[]) {
  const options = criteria.find((criterion) => criterion.options)?.options ?? [];
  return {
    levels: options.filter(({ code }) => code !== DONT_KNOW),
    unsure: options.find(({ code }) => code === DONT_KNOW),
  };
}

const countIn = ({ options }: CriterionView, code: string) =>
  options?.find((option) => option.code === code)?.n ?? null;

export function levelsDrawing(criteria: readonly CriterionView[], words: LevelWords): ChartDrawing {
  const { format, language } = words;
  const { levels } = levelsOf(criteria);
  const titles = criteria.map(({ title }) => textIn(title, language));
  return (narrow) => ({
    tooltip: { ...TOOLTIP, trigger: 'item', valueFormatter: (value) => format.percent(Number(value)) },
    legend: {
      data: levels.map(({ text }) => textIn(text, language)),
      top: 0,
      left: 0,
      itemWidth: 18,
      itemHeight: 12,
      textStyle: { color: INK, fontSize: 13 },
    },
    grid: {
      left: 8,
      right: 16,
      top: narrow ? 84 : 40,
      bottom: 8,
      outerBoundsMode: 'same',
      outerBoundsContain: 'all',
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: 100,
      interval: narrow ? 50 : 20,
      axisLabel: { formatter: '{value}%' },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: titles,
      axisLine: { show: false },
      axisLabel: {
        show: !narrow,
        color: INK_SOFT,
        fontSize: 12,
        width: 380,
        overflow: 'break',
        lineHeight: 15,
        interval: 0,
      },
    },
    series: [
      ...(narrow ? [namesAbove(titles)] : []),
      ...levels.map((level, at) => ({
        type: 'bar' as const,
        name: textIn(level.text, language),
        stack: 'levels',
        barMaxWidth: narrow ? 14 : 26,
        itemStyle: { ...MOODS[moodOf(level.mood, at, levels.length)], borderColor: '#fff', borderWidth: 1 },
        label: {
          show: !narrow,
          color: INK,
          fontSize: 12,
          // What does not fit stands in the table.
          formatter: ({ value }: { value?: unknown }) =>
            typeof value === 'number' && value >= 9 ? `${format.decimal(value)}` : '',
        },
        data: criteria.map((criterion) => {
          const n = countIn(criterion, level.code);
          return n === null ? '-' : (percentage(n, criterion.n ?? 0) ?? '-');
        }),
      })),
    ],
  });
}

/** On a narrow screen a name stands above its bar, on one line; the table has it whole. */
function namesAbove(titles: readonly string[]) {
  return {
    type: 'scatter' as const,
    silent: true,
    symbolSize: 0,
    label: {
      show: true,
      position: 'right' as const,
      offset: [-4, -17],
      color: INK,
      fontSize: 12,
      width: 240,
      overflow: 'truncate' as const,
      formatter: ({ dataIndex }: { dataIndex: number }) => titles[dataIndex] ?? '',
    },
    data: titles.map((_, at) => [0, at]),
  };
}

/** Percentages alone, as in the drawing; the counts stand with each criterion in the tree. */
export function levelsTable(criteria: readonly CriterionView[], words: LevelWords): ChartTable {
  const { language } = words;
  const { levels, unsure } = levelsOf(criteria);
  return {
    columns: [
      { title: words.criterion },
      { title: words.valid, as: 'count' },
      ...levels.map(({ text }) => ({ title: textIn(text, language), as: 'percent' as const })),
      ...(unsure ? [{ title: words.unsure(textIn(unsure.text, language)), as: 'count' as const }] : []),
    ],
    rows: criteria.map((criterion) => [
      textIn(criterion.title, language),
      criterion.n ?? words.withheld,
      ...levels.map(({ code }) => {
        const n = countIn(criterion, code);
        return n === null ? null : percentage(n, criterion.n ?? 0);
      }),
      ...(unsure ? [countIn(criterion, unsure.code)] : []),
    ]),
  };
}
