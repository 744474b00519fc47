// Agencies in a report: ranked within their group, those without a rank after them.
import { RANKING_GROUPS, type RankingGroup } from './agencies.ts';
import type { Cell, Chart, Column, Row, Table, Writing } from './report.ts';
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

const BESIDE_RANK = ['responses', 'rate', 'low', 'high', 'previousRate', 'valueChange'] as const;
/** To be read: a rank and its denominator together. */
const READ = [
  'rankText',
  'bandAndRanks',
  'agency',
  ...BESIDE_RANK,
  'previousRankText',
  'rankChangeText',
  'marked',
  'withoutMarked',
] as const;
/** To be computed with: every number in a column of its own, and what a figure needs to be known beside it. */
const COMPUTED = [
  'group',
  'rank',
  'rankOf',
  'tied',
  'band',
  'bestRank',
  'worstRank',
  'bareAgency',
  ...BESIDE_RANK,
  'previousRank',
  'previousRankOf',
  'rankChange',
  'marked',
  'withoutMarked',
  'remark',
] as const;
type Key = (typeof READ)[number] | (typeof COMPUTED)[number];

const WORDS: Partial<Record<Key, true>> = {
  agency: true,
  bareAgency: true,
  group: true,
  tied: true,
  remark: true,
};
const WIDTHS: Partial<Record<Key, number>> = { agency: 30, rankText: 8, bandAndRanks: 8, rankChangeText: 11 };

const columnsOf = ({ say }: Writing, keys: readonly Key[]): Column[] =>
  keys.map((key) => ({
    title: say(`column.${key.replace('Text', '').replace('bareAgency', 'agency')}`),
    width: WIDTHS[key] ?? 9,
    words: WORDS[key] ?? false,
  }));

export function groupTable(writing: Writing, group: RankingGroup): Table {
  return {
    caption: writing.say('table.agencies', { group: writing.say(`group.${group}`) }),
    columns: columnsOf(writing, READ),
    rows: inOrder(writing.facts.agencies, group).map((row) => toRow(writing, READ, row)),
  };
}

/** All groups in one table, with the agency's own place first: for a spreadsheet to sort and filter. */
export function agencySheet(writing: Writing): Table {
  const { place, agencies } = writing.facts;
  const rows = [...(place ? [place] : []), ...agencies];
  return {
    caption: writing.say('sheet.agencies'),
    columns: columnsOf(writing, COMPUTED),
    rows: RANKING_GROUPS.flatMap((group) => inOrder(rows, group).map((row) => toRow(writing, COMPUTED, row))),
  };
}

function toRow(writing: Writing, keys: readonly Key[], row: AgencyRow): Row {
  const cells: Record<Key, Cell> = { ...figuresOf(writing, row), ...placesOf(writing, row) };
  return { cells: keys.map((key) => cells[key]) };
}

function figuresOf(writing: Writing, row: AgencyRow) {
  const { say } = writing;
  const { hidden, rate, interval, previous, marked, weak, name } = row;
  const shown = (value: number | null | undefined, as: 'percent' | 'points') =>
    withheldOr(writing, hidden, value ?? null, as);
  return {
    group: say(`group.${row.group}`),
    agency: weak && rate !== null ? `${name} (${say('weak')})` : name,
    bareAgency: name,
    responses: figure(row.n, 'count'),
    rate: shown(rate, 'percent'),
    low: shown(interval?.low, 'percent'),
    high: shown(interval?.high, 'percent'),
    previousRate: withheldOr(writing, previous.hidden, previous.rate, 'percent'),
    valueChange: shown(row.valueChange, 'points'),
    marked: figure(marked.n, 'count'),
    withoutMarked:
      marked.n === 0
        ? say('cell.none')
        : withheldOr(writing, hidden || marked.rateWithout === null, marked.rateWithout, 'percent'),
    remark: remark(writing, row),
  };
}

function placesOf(writing: Writing, { rank, rankOf, tied, standing, previous, rankChange }: AgencyRow) {
  const { say } = writing;
  const none = say('cell.none');
  const number = (value: number | null) => (value === null ? none : figure(value, 'count'));
  const text = (one: Pick<AgencyRow, 'rank' | 'rankOf' | 'tied'>) =>
    one.rank === null
      ? none
      : say(one.tied ? 'cell.rankTied' : 'cell.rank', { rank: one.rank, of: one.rankOf });
  return {
    rank: number(rank),
    rankOf: number(rank === null ? null : rankOf),
    tied: rank !== null && tied ? say('cell.yes') : '',
    rankText: text({ rank, rankOf, tied }),
    band: number(standing?.band ?? null),
    bestRank: number(standing?.best ?? null),
    worstRank: number(standing?.worst ?? null),
    bandAndRanks: standing ? say('cell.band', standing) : none,
    previousRank: number(previous.rank),
    previousRankOf: number(previous.rank === null ? null : previous.rankOf),
    previousRankText: text(previous),
    rankChange: number(rankChange),
    rankChangeText: rankChange === null ? none : rankChangeText(writing, rankChange),
  };
}

function remark({ say }: Writing, { hidden, rate, weak }: AgencyRow): string {
  if (hidden) return say('remark.hidden');
  if (rate === null) return say('remark.nobody');
  return weak ? say('weak') : '';
}
