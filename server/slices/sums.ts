// Adds up what the groups of one attribute say.
import type { Months } from '#domain/batches.ts';
import type { Range } from '#domain/days.ts';
import { addPeople, type Groups, type SliceLayout } from '#domain/slices.ts';
import { coverRange, spanId } from '#domain/spans.ts';
import type { Database } from '../db/database.ts';
import { addGroups } from './counting.ts';
import { readCounts, readExtracts, readGroups } from './queries.ts';

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

/** Of the whole installation: counters are kept. */
export async function sumCounts(
  db: Database,
  { questionnaireId, attribute }: Sliced,
  { from, to }: Range,
): Promise<Groups> {
  const sum: Groups = [];
  const spans = coverRange(from, to).map(spanId);
  for (const { counts } of await readCounts(db, { questionnaireId, attributes: [attribute], spans }))
    addGroups(sum, readGroups(counts));
  return sum;
}

/** Of agencies: everybody is looked at. */
export async function countPeople(
  db: Database,
  { questionnaireId, layout, attribute, scopes }: Sliced,
  { from, to }: Range,
): Promise<Groups> {
  const counted: Groups = [];
  for (const { letters } of await readExtracts(db, { questionnaireId, agencies: scopes ?? [], from, to }))
    addPeople(layout, letters, attribute, counted);
  return counted;
}

/** By agency, month by month: the counters of each group, last of those who did not say. */
export async function countMonths(
  db: Database,
  { questionnaireId, layout, attribute }: Sliced,
  months: readonly Months[],
  agencies: string[],
): Promise<Map<string, number[][][]>> {
  const nobody = () => new Array<number>(layout.width).fill(0);
  const codes = layout.groups.get(attribute) ?? [];
  const counted = new Map(agencies.map((id) => [id, months.map(() => [...codes, null].map(nobody))]));
  const [from, to] = [months[0]?.first ?? 0, months.at(-1)?.last ?? -1];
  for (const { agencyId, day, letters } of await readExtracts(db, { questionnaireId, agencies, from, to })) {
    const month = months.findIndex(({ first, last }) => first <= day && day <= last);
    const groups = counted.get(agencyId)?.[month];
    if (groups) addPeople(layout, letters, attribute, groups, true);
  }
  return counted;
}
