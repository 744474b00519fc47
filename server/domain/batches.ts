// Which days may be told apart by people who must not learn what a few have said.
import type { Range } from './days.ts';
import { HIDDEN_BELOW } from './statistics.ts';

/** How many answered on a day, by agency; days on which nobody answered are left out. */
export interface AnsweredDay {
  day: number;
  counts: readonly number[];
}

/** Nobody, or ten people and more, of each agency. */
const isWhole = (counts: readonly number[], below: number) => counts.every((n) => n === 0 || n >= below);
const isFull = (counts: readonly number[], below: number) => counts.every((n) => n >= below);

/** Whole reporting months; which of their days were answered. */
export interface Months extends Range {
  first: number;
  last: number;
}

interface Batch extends Range {
  counts: number[];
}

/**
 * Cuts days into batches in which each agency has nobody or ten people and more: two ranges made of whole batches never
 * differ by fewer. A batch ends as soon as it can, and with the reporting month: who is left over then joins the batches
 * before, or where the whole month is too few, those of the next. While a month runs, the batches that may still have to
 * take somebody in are held back, so that what was shown yesterday is still whole tomorrow.
 * @param days in order
 * @param months.endOf the last day of the reporting month that a day belongs to
 * @param months.upTo the last day that is over
 */
export function settledBatches(
  days: readonly AnsweredDay[],
  { endOf, upTo }: { endOf: (day: number) => number; upTo: number },
  below = HIDDEN_BELOW,
): Range[] {
  const batches: Batch[] = [];
  let open: Batch | null = null;
  for (const [end, month] of Map.groupBy(days, ({ day }) => endOf(day))) {
    const before = batches.length;
    for (const { day, counts } of month) {
      open = joined(open, { from: day, to: day, counts: [...counts] });
      if (!isWhole(open.counts, below)) continue;
      batches.push(open);
      open = null;
    }
    if (end > upTo) holdBack(batches, before, below);
    else open = closeMonth(batches, before, open, below);
  }
  return batches.map(({ from, to }) => ({ from, to }));
}

/**
 * So many people that not all groups of them are few. Of a commune with 500 responses a year, months by themselves show a
 * third of those who told their age, and months joined like this two thirds.
 */
const ENOUGH_FOR_GROUPS = 6 * HIDDEN_BELOW;

/** The reporting months and quarters that days belong to: their first and last days. */
export interface ReportingMonths {
  startOf: (day: number) => number;
  endOf: (day: number) => number;
  quarterEndOf: (day: number) => number;
  /** The last day that is over. */
  upTo: number;
}

/**
 * The same batches joined to whole reporting months that are over: what groups of people are counted by. Where few
 * answered, months are joined until not all groups are few, to a reporting quarter at the most, and further only where
 * even that is less than a batch.
 */
export function settledMonths(
  days: readonly AnsweredDay[],
  { startOf, endOf, quarterEndOf, upTo }: ReportingMonths,
  enough = ENOUGH_FOR_GROUPS,
): Months[] {
  const isClosed = ({ to, counts }: Batch, asOf: number) =>
    isWhole(counts, HIDDEN_BELOW) &&
    (counts.reduce((sum, n) => sum + n, 0) >= enough || quarterEndOf(to) < asOf);
  const months: Batch[] = [];
  for (const [end, answered] of Map.groupBy(days, ({ day }) => endOf(day))) {
    if (end > upTo) break;
    const last = months.at(-1);
    let open = last && !isClosed(last, end) ? months.pop() : undefined;
    for (const { day, counts } of answered)
      open = joined(open ?? null, { from: day, to: day, counts: [...counts] });
    if (open) months.push(open);
  }
  return months
    .filter((month) => isClosed(month, upTo + 1))
    .map(({ from, to }) => ({ from: startOf(from), to: endOf(to), first: from, last: to }));
}

/** @returns what goes on into the next month */
function closeMonth(batches: Batch[], before: number, left: Batch | null, below: number): Batch | null {
  let open = left;
  while (open && !isWhole(open.counts, below)) {
    const last: Batch | undefined = batches.length > before ? batches.pop() : undefined;
    if (!last) return open;
    open = joined(last, open);
  }
  if (open) batches.push(open);
  return null;
}

/** A batch that has enough of everybody takes in whoever comes; it is held back, and those after it. */
function holdBack(batches: Batch[], before: number, below: number): void {
  while (batches.length > before) {
    const last = batches.pop();
    if (last && isFull(last.counts, below)) return;
  }
}

function joined(first: Batch | null, second: Batch): Batch {
  if (!first) return second;
  return {
    from: first.from,
    to: second.to,
    counts: second.counts.map((n, at) => n + (first.counts[at] ?? 0)),
  };
}

/**
 * The days of a range that are whole batches; the range itself where that leaves nobody out, and null where it leaves
 * nobody in.
 */
export function settledRange(
  batches: readonly Range[],
  days: readonly AnsweredDay[],
  { from, to }: Range,
): Range | null {
  const asked = days.filter(({ day }) => from <= day && day <= to);
  if (asked.length === 0) return { from, to };
  const within = batches.filter((batch) => from <= batch.from && batch.to <= to);
  const [first, last] = [within[0], within.at(-1)];
  if (!first || !last) return null;
  return {
    from: asked.some(({ day }) => day < first.from) ? first.from : from,
    to: asked.some(({ day }) => day > last.to) ? last.to : to,
  };
}
