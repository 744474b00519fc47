// Which agencies a table lists, and in which order.
import type { RankingGroup } from '#domain/agencies.ts';
import type { AgencyRow } from '#domain/results.ts';
import { matches } from '#domain/search.ts';

export const SORTS = ['rank', 'name', 'rate', 'n', 'previous', 'value_change', 'rank_change'] as const;
export type Sort = (typeof SORTS)[number];

export interface Order {
  sort: Sort;
  descending: boolean;
}
export const DEFAULT_ORDER: Order = { sort: 'rate', descending: true };

/** Names and ranks begin at their small end, figures at their large end. */
export function firstOrder(sort: Sort): Order {
  return { sort, descending: sort !== 'name' && sort !== 'rank' };
}

const FIGURES: Record<Exclude<Sort, 'name'>, (row: AgencyRow) => number | null> = {
  rank: (row) => row.rank,
  rate: (row) => row.rate,
  n: (row) => row.n,
  previous: (row) => row.previous.rate,
  value_change: (row) => row.valueChange,
  rank_change: (row) => row.rankChange,
};

const byName = new Intl.Collator('vi', { numeric: true });

/** Rows of a group (all groups: null) whose name holds the query; those without a figure come last either way. */
export function selectAgencies(
  rows: readonly AgencyRow[],
  { group, query, order }: { group: RankingGroup | null; query: string; order: Order },
): AgencyRow[] {
  return rows
    .filter((row) => (!group || row.group === group) && matches(row.name, query))
    .sort((a, b) => compare(a, b, order) || byName.compare(a.name, b.name));
}

function compare(a: AgencyRow, b: AgencyRow, { sort, descending }: Order): number {
  const direction = descending ? -1 : 1;
  if (sort === 'name') return direction * byName.compare(a.name, b.name);
  const [left, right] = [FIGURES[sort](a), FIGURES[sort](b)];
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return direction * (left - right);
}

/** A round number at or below every interval, where the axis of the table's intervals begins. */
export function axisStart(rows: readonly AgencyRow[]): number {
  const lows = rows.flatMap((row) => (row.interval ? [row.interval.low] : []));
  return lows.length === 0 ? 0 : Math.floor(Math.min(90, ...lows) / 10) * 10;
}
