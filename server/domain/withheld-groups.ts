// Which groups of respondents are withheld in one stretch of time, at agencies that are looked at together.
import { HIDDEN_BELOW } from './statistics.ts';
import { suppressTables } from './suppression.ts';

/** What groups are withheld from, by group. */
export interface HiddenGroups {
  overall: readonly boolean[];
  /** From every figure below the overall one: a group is shown at all of them or at none. */
  finer: readonly boolean[];
}

/** People behind what is known of a group: always in the same order. */
export interface PeopleBehind<Counted> {
  overall: (counted: Counted) => number[];
  finer: (counted: Counted) => number[];
}

/**
 * Hides groups so that in every figure what is not shown of an agency is nobody, or ten people and more of two groups and
 * more, and adds up over agencies and groups to nothing that gives a small one back.
 * @param rows agencies that add up to another one, each with all groups, those who did not say among them
 * @param above what is hidden of the agency that they add up to
 */
export function hideGroups<Counted>(
  rows: readonly (readonly Counted[])[],
  people: PeopleBehind<Counted>,
  above: HiddenGroups,
): HiddenGroups[] {
  const overall = countedIn(rows, people.overall);
  const finer = countedIn(rows, people.finer);
  const hidden = suppressTables(
    overall,
    rows.map(() => [...above.overall]),
    above.overall,
  );
  const isTooFine = (row: number, group: number) => finer.some((table) => isFew(table[row]?.[group] ?? 0));
  const given = hidden.map((own, row) =>
    own.map((each, group) => each || Boolean(above.finer[group]) || isTooFine(row, group)),
  );
  const below = suppressTables([...overall, ...finer], given, above.finer);
  return hidden.map((own, row) => ({ overall: own, finer: below[row] ?? own.map(() => true) }));
}

const isFew = (people: number) => people > 0 && people < HIDDEN_BELOW;

/** A table of agencies and groups for each of the numbers of people. */
function countedIn<Counted>(
  rows: readonly (readonly Counted[])[],
  people: (counted: Counted) => number[],
): number[][][] {
  const all = rows.map((row) => row.map(people));
  const figures = all[0]?.[0]?.length ?? 0;
  return Array.from({ length: figures }, (_, at) => all.map((row) => row.map((counts) => counts[at] ?? 0)));
}
