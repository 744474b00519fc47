// Which groups of an agency must not be shown, seen from the whole tree of agencies: what is shown of the province and of
// all agencies but one must not give that one away.
import { coverRange, spanId } from '#domain/spans.ts';
import { suppressTable } from '#domain/suppression.ts';
import type { Agency } from '../agencies/queries.ts';
import { subtrees } from '../agencies/queries.ts';
import type { Database } from '../db/database.ts';
import type { Range } from '../results/queries.ts';
import { sumTallies } from '../tallies/queries.ts';
import { readSizes, type SliceKey } from './queries.ts';

/**
 * For each group, whether it is to be hidden at an agency.
 * @param all every agency of the installation
 */
export async function withheldGroups(
  db: Database,
  key: SliceKey,
  range: Range,
  { all, agency, groups }: { all: Agency[]; agency: Agency; groups: number },
): Promise<boolean[]> {
  const own = await sizesByAgency(db, key, range, groups);
  const below = subtrees(all);
  const total = (ids: string[]) =>
    ids.reduce((sum, id) => add(sum, own.get(id)), new Array<number>(groups + 1).fill(0));
  const path = pathTo(all, agency);
  let hidden = suppressRow(total(below.get(path[0]?.id ?? '') ?? []));
  for (const [level, child] of path.slice(1).entries()) {
    const parent = path[level];
    const siblings = all.filter(({ parentId }) => parentId === parent?.id);
    const rows = [total([parent?.id ?? '']), ...siblings.map(({ id }) => total(below.get(id) ?? []))];
    // What is hidden of the parent is hidden of its parts, which would add up to it.
    const table = suppressTable(
      rows,
      rows.map(() => hidden.map((each, group) => each || group === groups)),
    );
    hidden = table[1 + siblings.findIndex(({ id }) => id === child.id)] ?? hidden.map(() => true);
  }
  return hidden.slice(0, groups);
}

/** Those who did not say stand last; they are never shown. */
function suppressRow(sizes: number[]): boolean[] {
  return suppressTable([sizes], [sizes.map((_, at) => at === sizes.length - 1)])[0] ?? [];
}

/** The agencies from the top down to one. */
function pathTo(all: Agency[], agency: Agency): Agency[] {
  const above = all.find(({ id }) => id === agency.parentId);
  return above ? [...pathTo(all, above), agency] : [agency];
}

/** How many people each agency has of its own in each group, those who did not say last. */
async function sizesByAgency(
  db: Database,
  key: SliceKey,
  { from, to }: Range,
  groups: number,
): Promise<Map<string, number[]>> {
  const { questionnaireId } = key;
  const responses = new Map<string, number>();
  for (const grain of ['agency', 'marked_agency'] as const)
    for (const [scope, [n = 0]] of await sumTallies(db, { grain, questionnaireId, from, to }, 1))
      responses.set(scope, (responses.get(scope) ?? 0) + n);
  const sizes = new Map<string, number[]>();
  const spans = coverRange(from, to).map(spanId);
  for (const row of await readSizes(db, key, [...responses.keys()], spans))
    sizes.set(row.scope, add(sizes.get(row.scope) ?? new Array(groups + 1).fill(0), row.sizes));
  for (const [scope, n] of responses) {
    const known = sizes.get(scope) ?? new Array<number>(groups + 1).fill(0);
    known[groups] = Math.max(0, n - known.slice(0, groups).reduce((sum, size) => sum + size, 0));
    sizes.set(scope, known);
  }
  return sizes;
}

function add(into: number[], more: readonly number[] | undefined): number[] {
  more?.forEach((n, at) => {
    into[at] = (into[at] ?? 0) + n;
  });
  return into;
}
