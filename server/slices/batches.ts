// Adds up what groups say over whole batches of ten people and more, so that no two ranges of days differ by fewer.
import type { Range } from '#domain/days.ts';
import { addPeople, type Groups, type SliceLayout } from '#domain/slices.ts';
import { coverRange, spanId } from '#domain/spans.ts';
import { batchesOf, wholeBatches } from '#domain/suppression.ts';
import { addTally } from '#domain/tally.ts';
import type { Database } from '../db/database.ts';
import { addGroups } from './counting.ts';
import { readCounts, readExtracts, readGroups, readSizes, readSizesOf } from './queries.ts';

/** One attribute of the answers to one questionnaire version. */
export interface Sliced {
  questionnaireId: string;
  layout: SliceLayout;
  attribute: string;
  /** Agencies; null for the whole installation. */
  scopes: string[] | null;
}

/** Where an attribute stands among all. */
export function placeOf({ layout, attribute }: Sliced): number {
  return [...layout.groups.keys()].indexOf(attribute);
}

/** For each group the days of its whole batches within a range; null for none. */
export async function batchRanges(
  db: Database,
  sliced: Sliced,
  { from, to }: Range,
): Promise<(Range | null)[]> {
  const { questionnaireId, layout, attribute, scopes } = sliced;
  const days = new Map<number, number[]>();
  for (const { span, sizes } of await readSizes(db, questionnaireId, scopes ?? [''], { daysUpTo: to })) {
    const day = Math.floor(span / 10);
    const sum = days.get(day) ?? [];
    days.set(day, sum);
    addTally(sum, readSizesOf(sizes, placeOf(sliced)));
  }
  const inOrder = [...days].sort(([a], [b]) => a - b);
  return (layout.groups.get(attribute) ?? []).map((_, group) =>
    wholeBatches(batchesOf(inOrder.map(([day, sizes]) => ({ day, n: sizes[group] ?? 0 }))), from, to),
  );
}

/** Of the whole installation: counters are kept. */
export async function sumCounts(
  db: Database,
  { questionnaireId, attribute }: Sliced,
  ranges: (Range | null)[],
): Promise<Groups> {
  const counted: Groups = ranges.map(() => undefined);
  const distinct = Map.groupBy(ranges.keys(), (group) => JSON.stringify(ranges[group]));
  for (const groups of distinct.values()) {
    const range = ranges[groups[0] ?? 0];
    if (!range) continue;
    const sum: Groups = [];
    const spans = coverRange(range.from, range.to).map(spanId);
    for (const { counts } of await readCounts(db, { questionnaireId, attributes: [attribute], spans }))
      addGroups(sum, readGroups(counts));
    for (const group of groups) counted[group] = sum[group];
  }
  return counted;
}

/** Of agencies: everybody is looked at. */
export async function countPeople(
  db: Database,
  { questionnaireId, layout, attribute, scopes }: Sliced,
  ranges: (Range | null)[],
): Promise<Groups> {
  const counted: Groups = ranges.map(() => undefined);
  const asked = ranges.filter((range) => range !== null);
  if (asked.length === 0) return counted;
  const from = Math.min(...asked.map((range) => range.from));
  const to = Math.max(...asked.map((range) => range.to));
  for (const { day, letters } of await readExtracts(db, {
    questionnaireId,
    agencies: scopes ?? [],
    from,
    to,
  }))
    addPeople(layout, letters, attribute, counted, (group) => {
      const range = ranges[group];
      return Boolean(range && range.from <= day && day <= range.to);
    });
  return counted;
}
