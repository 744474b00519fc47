// Agencies in a report: ranked within their group, those without a rank after them.
import { RANKING_GROUPS, type RankingGroup } from './agencies.ts';
import type { Cell, Chart, Row, Table, Writing } from './report.ts';
import { rankChangeText } from './report-changes.ts';
import { axisStart, figure, withheldOr } from './report-tables.ts';
import type { AgencyRow } from './results.ts';

const byName = new Intl.Collator('vi', { numeric: true });

/** A group's agencies that have a rank, the first first. */
export function rankedIn(rows: readonly AgencyRow[], group: RankingGroup): AgencyRow[] {
  return inOrder(rows, group).filter(({ rank }) => rank !== null);
}

function inOrder(rows: readonly AgencyRow[], group: RankingGroup): AgencyRow[] {
  const last = Number.POSITIVE_INFINITY;
  return rows
    .filter((row) => row.group === group)
    .sort((a, b) => (a.rank ?? last) - (b.rank ?? last) || byName.compare(a.name, b.name) || 0);
}

/** More bars than these are cut to both ends of the ranking. */
const MOST_BARS = 24;

export function groupChart({ facts, say }: Writing, group: RankingGroup): Chart | null {
  const ranked = rankedIn(facts.agencies, group);
  if (ranked.length < 2) return null;
  const half = MOST_BARS / 2;
  const shown = ranked.length > MOST_BARS ? [...ranked.slice(0, half), ...ranked.slice(-half)] : ranked;
  const bars = shown.flatMap(({ name, rank, rate, interval }) =>
    rate === null || !interval ? [] : [{ label: `${rank}. ${name}`, rate, ...interval }],
  );
  const cut = shown.length < ranked.length;
  return {
    caption: say(cut ? 'chart.agenciesCut' : 'chart.agencies', { group: say(`group.${group}`), n: half }),
    alt: say('chart.alt'),
    bars,
    start: axisStart(bars),
  };
}

const COLUMNS = [
  ['rank', 7],
  ['agency', 30],
  ['responses', 9],
  ['rate', 9],
  ['low', 9],
  ['high', 9],
  ['previousRate', 9],
  ['valueChange', 9],
  ['previousRank', 9],
  ['rankChange', 11],
  ['marked', 8],
  ['withoutMarked', 10],
] as const;

export function groupTable(writing: Writing, group: RankingGroup): Table {
  const { facts, say } = writing;
  return {
    caption: say('table.agencies', { group: say(`group.${group}`) }),
    columns: COLUMNS.map(([key, width]) => ({ title: say(`column.${key}`), width })),
    rows: inOrder(facts.agencies, group).map((row) => agencyRow(writing, row)),
  };
}

/** All groups in one table, with the group in a column: for a spreadsheet to filter by. */
export function agencySheet(writing: Writing): Table {
  const { facts, say } = writing;
  const rows = [...(facts.place ? [facts.place] : []), ...facts.agencies];
  const groups = RANKING_GROUPS.filter((group) => rows.some((row) => row.group === group));
  return {
    caption: say('sheet.agencies'),
    columns: [
      { title: say('column.group'), width: 22 },
      ...COLUMNS.map(([key, width]) => ({ title: say(`column.${key}`), width })),
      { title: say('column.remark'), width: 24 },
    ],
    rows: groups.flatMap((group) =>
      inOrder(rows, group).map((row) => ({
        cells: [say(`group.${group}`), ...agencyRow(writing, row).cells, remark(writing, row)],
      })),
    ),
  };
}

function agencyRow(writing: Writing, row: AgencyRow): Row {
  const { say } = writing;
  const { hidden, rate, interval, previous, marked } = row;
  const rank = (one: Pick<AgencyRow, 'rank' | 'rankOf' | 'tied'>): Cell =>
    one.rank === null
      ? say('cell.none')
      : say(one.tied ? 'cell.rankTied' : 'cell.rank', { rank: one.rank, of: one.rankOf });
  const shown = (value: number | null | undefined, as: 'percent' | 'points') =>
    withheldOr(writing, hidden, value ?? null, as);
  return {
    cells: [
      rank(row),
      row.weak && rate !== null ? `${row.name} (${say('weak')})` : row.name,
      figure(row.n, 'count'),
      shown(rate, 'percent'),
      shown(interval?.low, 'percent'),
      shown(interval?.high, 'percent'),
      withheldOr(writing, previous.hidden, previous.rate, 'percent'),
      shown(row.valueChange, 'points'),
      rank(previous),
      row.rankChange === null ? say('cell.none') : rankChangeText(writing, row.rankChange),
      figure(marked.n, 'count'),
      marked.n === 0
        ? say('cell.none')
        : withheldOr(writing, hidden || marked.rateWithout === null, marked.rateWithout, 'percent'),
    ],
  };
}

function remark({ say }: Writing, { hidden, rate, weak }: AgencyRow): string {
  if (hidden) return say('remark.hidden');
  if (rate === null) return say('remark.nobody');
  return weak ? say('weak') : '';
}
