// Factors and criteria in a report, as tables and as bars; and what a cell says where there is no figure.
import type { Cell, Chart, Figure, Row, Table, Writing } from './report.ts';
import type { Results, ScoreView } from './results.ts';

export const figure = (value: number, as: Figure['as']): Figure => ({ value, as });

/** The figure; or that it is withheld; or that there is none. */
export function withheldOr(
  { say }: Pick<Writing, 'say'>,
  hidden: boolean,
  value: number | null,
  as: Figure['as'],
): Cell {
  if (hidden) return say('cell.withheld');
  return value === null ? say('cell.none') : figure(value, as);
}

/** A round number at or below every bar's interval, where their axis begins. */
export function axisStart(bars: readonly { low: number }[]): number {
  return Math.floor(Math.min(90, ...bars.map(({ low }) => low)) / 10) * 10;
}

const COLUMNS = [
  ['node', 36],
  ['people', 9],
  ['answers', 9],
  ['satisfied', 9],
  ['rate', 9],
  ['low', 9],
  ['high', 9],
  ['previousRate', 9],
  ['valueChange', 9],
] as const;
type ColumnKey = (typeof COLUMNS)[number][0];

interface Line {
  node: ScoreView;
  before: ScoreView | undefined;
  depth: 'overall' | 'part' | 'factor' | 'criterion';
}

/** The whole tree with the same figures of the days before, if the questionnaire is the same. */
export function treeLines({ facts }: Pick<Writing, 'facts'>): Line[] {
  const before = new Map(nodesOf(facts.before).map(({ node, depth }) => [`${depth} ${node.code}`, node]));
  return nodesOf(facts.results).map(({ node, depth }) => ({
    node,
    depth,
    before: before.get(`${depth} ${node.code}`),
  }));
}

function nodesOf({ overall, parts }: Results): Omit<Line, 'before'>[] {
  const lines: Omit<Line, 'before'>[] = [{ node: overall, depth: 'overall' }];
  for (const part of parts) {
    // A questionnaire of one part has nothing to say twice.
    if (parts.length > 1) lines.push({ node: part, depth: 'part' });
    for (const factor of part.factors) {
      lines.push({ node: factor, depth: 'factor' });
      for (const criterion of factor.criteria) lines.push({ node: criterion, depth: 'criterion' });
    }
  }
  return lines;
}

/** Parts and factors alone, for the body of a report. */
export function factorTable(writing: Writing): Table {
  const lines = treeLines(writing).filter(({ depth }) => depth !== 'criterion');
  return table(writing, 'table.factors', ['node', 'people', 'rate', 'low', 'high', 'valueChange'], lines);
}

/** Everything down to the criteria. */
export function criterionTable(writing: Writing): Table {
  const keys = COLUMNS.map(([key]) => key);
  return table(writing, 'table.criteria', keys, treeLines(writing));
}

function table(writing: Writing, caption: string, keys: ColumnKey[], lines: Line[]): Table {
  const { say } = writing;
  const shown = COLUMNS.filter(([key]) => keys.includes(key));
  return {
    caption: say(caption),
    columns: shown.map(([key, width]) => ({ title: say(`column.${key}`), width, words: key === 'node' })),
    rows: lines.map((line): Row => {
      const cells = nodeCells(writing, line);
      return { cells: shown.map(([key]) => cells[key]), strong: line.depth !== 'criterion' };
    }),
  };
}

/** What a node of the tree is called in a report. */
export function nodeTitle({ say, text }: Writing, { node, depth }: Pick<Line, 'node' | 'depth'>): string {
  return depth === 'overall' ? say('overall') : text(node.title);
}

function nodeCells(writing: Writing, line: Line): Record<ColumnKey, Cell> {
  const { say } = writing;
  const { node, before } = line;
  const { hidden, weak, rate } = node;
  const title = nodeTitle(writing, line);
  const shown = (value: number | null | undefined, as: Figure['as']) =>
    withheldOr(writing, hidden, value ?? null, as);
  const moved = rate === null || !before || before.rate === null ? null : rate - before.rate;
  return {
    node: weak && rate !== null ? `${title} (${say('weak')})` : title,
    people: figure(node.people, 'count'),
    answers: shown(node.n, 'count'),
    satisfied: shown(node.satisfied, 'count'),
    rate: shown(rate, 'percent'),
    low: shown(node.interval?.low, 'percent'),
    high: shown(node.interval?.high, 'percent'),
    previousRate: withheldOr(writing, before?.hidden ?? false, before?.rate ?? null, 'percent'),
    valueChange: shown(moved, 'points'),
  };
}

export function factorChart(writing: Writing): Chart | null {
  const { say, facts, text } = writing;
  const bars = facts.results.parts
    .flatMap((part) => part.factors)
    .flatMap(({ title, rate, interval }) =>
      rate === null || !interval ? [] : [{ label: text(title), rate, ...interval }],
    );
  if (bars.length < 2) return null;
  return { caption: say('chart.factors'), alt: say('chart.alt'), bars, start: axisStart(bars) };
}
