// Groups as people of an agency see them: each is counted in the reporting months in which ten of it and more answered, so
// that no two ranges, and no groups taken from the whole, leave a few.
import type { Months } from '#domain/batches.ts';
import type { Questionnaire } from '#domain/questionnaire.ts';
import { OVERALL } from '#domain/questions.ts';
import { type SliceLayout, sliceMoments } from '#domain/slices.ts';
import { addTally, responsesIn, tallyLayout } from '#domain/tally.ts';
import { peopleBehind } from '#domain/withheld-figures.ts';
import { type HiddenGroups, hideGroups, type PeopleBehind } from '#domain/withheld-groups.ts';
import { type Agency, pathTo, subtrees } from '../agencies/queries.ts';
import type { Database } from '../db/database.ts';
import type { Viewer } from '../results/viewer.ts';
import { sumTallies } from '../tallies/queries.ts';
import type { Touchpoint } from '../touchpoints/queries.ts';
import { countMonths, type Sliced } from './sums.ts';

/** What a group is counted by in the months in which it is shown. */
export interface MonthlyGroup {
  counters: number[];
  /** Whether somebody belongs to it, and no month shows it. */
  hidden: boolean;
  /** Whether there are months that do not show it beside some that do. */
  partly: boolean;
}

interface MonthlyQuery {
  months: readonly Months[];
  all: Agency[];
  agency: Agency;
  viewer: Viewer;
  node: string;
}

/** The groups of an attribute, in their order. */
export async function monthlyGroups(
  db: Database,
  sliced: Sliced,
  { months, all, agency, viewer, node }: MonthlyQuery,
): Promise<MonthlyGroup[]> {
  const below = subtrees(all);
  const whole = pathTo(all, agency);
  const path = whole.slice(
    Math.max(
      0,
      whole.findIndex(({ id }) => id === viewer.agencies[0]),
    ),
  );
  const own = await countMonths(db, sliced, months, below.get(path[0]?.id ?? '') ?? []);
  const people = peopleInGroups(sliced.layout);
  const groups = sliced.layout.groups.get(sliced.attribute) ?? [];
  const inMonths = months.map((_, month) => {
    const sum = (agencies: string[]) =>
      [...groups, null].map((_, group) => {
        const counters = new Array<number>(sliced.layout.width).fill(0);
        for (const id of agencies) addTally(counters, own.get(id)?.[month]?.[group] ?? []);
        return counters;
      });
    const counted = sum(below.get(agency.id) ?? []);
    return { counted, hidden: shownOf(hiddenAlong(path, all, below, sum, people), node) };
  });
  return groups.map((_, group) =>
    joinMonths(
      inMonths.map(({ counted, hidden }) => ({
        counters: counted[group] ?? [],
        hidden: hidden[group] ?? true,
      })),
    ),
  );
}

const shownOf = ({ overall, finer }: HiddenGroups, node: string) => (node === OVERALL ? overall : finer);

/** Level by level, from the agency of whoever looks down to the one that is looked at. */
function hiddenAlong(
  path: readonly Agency[],
  all: readonly Agency[],
  below: ReadonlyMap<string, string[]>,
  sum: (agencies: string[]) => number[][],
  people: PeopleBehind<number[]>,
): HiddenGroups {
  const whole = (id: string) => sum(below.get(id) ?? []);
  const top = whole(path[0]?.id ?? '');
  const nothing = top.map(() => false);
  const first = hideGroups([top], people, { overall: nothing, finer: nothing })[0];
  let hidden = first ?? { overall: nothing, finer: nothing };
  for (const { id, parentId } of path.slice(1)) {
    const siblings = all.filter((each) => each.parentId === parentId);
    const rows = [...siblings.map((each) => whole(each.id)), sum([parentId ?? ''])];
    hidden = hideGroups(rows, people, hidden)[siblings.findIndex((each) => each.id === id)] ?? hidden;
  }
  return hidden;
}

function peopleInGroups(layout: SliceLayout): PeopleBehind<number[]> {
  const codes = [...layout.nodes.keys(), ...layout.criteria.keys()].filter((code) => code !== OVERALL);
  const behind = (counters: number[], code: string) => sliceMoments(layout, counters, code).people;
  return {
    overall: (counters) => [responsesIn(counters), behind(counters, OVERALL)],
    finer: (counters) => codes.map((code) => behind(counters, code)),
  };
}

/** Touchpoints, each beside the others of its agency. */
export async function monthlyTouchpoints(
  db: Database,
  { questionnaireId, content }: { questionnaireId: string; content: Questionnaire },
  points: readonly Pick<Touchpoint, 'id' | 'agencyId'>[],
  { months, node }: Pick<MonthlyQuery, 'months' | 'node'>,
): Promise<MonthlyGroup[]> {
  const people = peopleAtPoints(content);
  const inMonths: Map<string, { counters: number[]; hidden: boolean }>[] = [];
  for (const { first: from, last: to } of months) {
    const sums = await sumPoints(db, questionnaireId, points, { from, to });
    const found = new Map<string, { counters: number[]; hidden: boolean }>();
    for (const beside of Map.groupBy(points, ({ agencyId }) => agencyId).values()) {
      const counted = beside.map(({ id }) => sums.get(id) ?? []);
      const nothing = beside.map(() => false);
      const [hidden] = hideGroups([counted], people, { overall: nothing, finer: nothing });
      for (const [at, { id }] of beside.entries())
        found.set(id, {
          counters: counted[at] ?? [],
          hidden: Boolean(hidden && shownOf(hidden, node)[at]),
        });
    }
    inMonths.push(found);
  }
  return points.map(({ id }) =>
    joinMonths(inMonths.map((found) => found.get(id) ?? { counters: [], hidden: false })),
  );
}

function peopleAtPoints(content: Questionnaire): PeopleBehind<number[]> {
  const layout = tallyLayout(content);
  const codes = [...layout.nodes.keys(), ...layout.criteria.keys()].filter((code) => code !== OVERALL);
  return {
    overall: (tally) => [responsesIn(tally), peopleBehind(layout, tally, OVERALL)],
    finer: (tally) => codes.map((code) => peopleBehind(layout, tally, code)),
  };
}

/** What touchpoints add up to over some days, marked responses among it. */
export async function sumPoints(
  db: Database,
  questionnaireId: string,
  points: readonly { id: string }[],
  range: { from: number; to: number },
): Promise<Map<string, number[]>> {
  const sums = new Map(points.map(({ id }) => [id, [] as number[]]));
  const scopes = points.length <= 500 ? points.map(({ id }) => id) : undefined;
  for (const grain of ['touchpoint', 'marked_touchpoint'] as const)
    for (const [scope, counts] of await sumTallies(db, { grain, questionnaireId, ...range, scopes }))
      addTally(sums.get(scope) ?? [], counts);
  return sums;
}

/** Of somebody no month may count few; nobody is no secret. */
function joinMonths(months: readonly { counters: number[]; hidden: boolean }[]): MonthlyGroup {
  const answered = months.filter(({ counters }) => responsesIn(counters) > 0);
  const shown = answered.filter(({ hidden }) => !hidden);
  const counters: number[] = [];
  for (const month of shown) addTally(counters, month.counters);
  return {
    counters,
    hidden: answered.length > 0 && shown.length === 0,
    partly: shown.length > 0 && shown.length < answered.length,
  };
}
