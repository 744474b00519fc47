// Which groups of an agency must not be shown, seen from the whole tree of agencies: what is shown of the province and of
// all agencies but one must not give that one away.
import type { Range } from '#domain/days.ts';
import { coverRange, spanId } from '#domain/spans.ts';
import { HIDDEN_BELOW } from '#domain/statistics.ts';
import { suppressTable } from '#domain/suppression.ts';
import { addTally } from '#domain/tally.ts';
import { type Agency, pathTo, subtrees } from '../agencies/queries.ts';
import type { Database } from '../db/database.ts';
import { readSizes, readSizesOf } from './queries.ts';
import { placeOf, type Sliced } from './sums.ts';

/**
 * For each group, whether nobody belongs to it, and whether it is to be hidden at an agency.
 * @param all every agency of the installation
 */
export async function withheldGroups(
  db: Database,
  sliced: Sliced,
  range: Range,
  { all, agency }: { all: Agency[]; agency: Agency },
): Promise<{ nobody: boolean; hidden: boolean }[]> {
  const groups = sliced.layout.groups.get(sliced.attribute) ?? [];
  const own = await sizesByAgency(db, sliced, range, all);
  const below = subtrees(all);
  const total = (ids: string[]) => {
    const sum = new Array<number>(groups.length + 1).fill(0);
    for (const id of ids) addTally(sum, own.get(id) ?? []);
    return sum;
  };
  const path = pathTo(all, agency);
  let hidden = suppressRow(total(below.get(path[0]?.id ?? '') ?? []));
  for (const [level, child] of path.slice(1).entries()) {
    const parent = path[level];
    const siblings = all.filter(({ parentId }) => parentId === parent?.id);
    const rows = [total([parent?.id ?? '']), ...siblings.map(({ id }) => total(below.get(id) ?? []))];
    // What is hidden of the parent is hidden of its parts, which would add up to it.
    const table = suppressTable(
      rows,
      rows.map(() => hidden.map((each, group) => each || group === groups.length)),
      { rows: rows.map(isFew), columns: hidden },
    );
    hidden = table[1 + siblings.findIndex(({ id }) => id === child.id)] ?? hidden.map(() => true);
  }
  const sizes = total(below.get(agency.id) ?? []);
  return groups.map((_, group) => ({ nobody: sizes[group] === 0, hidden: Boolean(hidden[group]) }));
}

const isFew = (sizes: number[]) => sizes.reduce((sum, n) => sum + n, 0) < HIDDEN_BELOW;

/** Those who did not say stand last; they are never shown. */
function suppressRow(sizes: number[]): boolean[] {
  return suppressTable([sizes], [sizes.map((_, at) => at === sizes.length - 1)])[0] ?? [];
}

/** How many people each agency has of its own in each group, those who did not say last. */
async function sizesByAgency(
  db: Database,
  sliced: Sliced,
  { from, to }: Range,
  all: Agency[],
): Promise<Map<string, number[]>> {
  const sizes = new Map(all.map(({ id }) => [id, [] as number[]]));
  const spans = coverRange(from, to).map(spanId);
  for (const row of await readSizes(db, sliced.questionnaireId, [...sizes.keys()], spans))
    addTally(sizes.get(row.scope) ?? [], readSizesOf(row.sizes, placeOf(sliced)));
  return sizes;
}
