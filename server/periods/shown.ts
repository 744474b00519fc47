// A closed period as it is shown to those who may not read single responses: beside the other periods that they see, it
// must not tell what a few people said.
import type { Range } from '#domain/days.ts';
import { leavesFew } from '#domain/nested-periods.ts';
import type { AgencyRow } from '#domain/results.ts';
import { type Database, prepared } from '../db/database.ts';
import { snapshotOf } from './frozen.ts';
import { type Closure, type ClosureNote, closuresEnding, closuresOf } from './queries.ts';
import type { Snapshot } from './snapshot.ts';

/** The snapshot, without the figures of agencies that published periods within this one would leave a few people of. */
export async function shownSnapshot(db: Database, closure: Closure): Promise<Snapshot> {
  const snapshot = snapshotOf(closure);
  const shown = await shownAgencies(db, closure, await partsOf(db, closure));
  const rows = snapshot.agencies.agencies.map((row) =>
    withoutMarked(shown.has(row.id) ? row : withheld(row)),
  );
  return { ...snapshot, agencies: { ...snapshot.agencies, agencies: rows } };
}

/** As `hidesMarked` of results that are not closed. */
function withoutMarked(row: AgencyRow): AgencyRow {
  return row.marked.n === 0 ? row : { ...row, marked: { ...row.marked, rateWithout: null } };
}

function withheld(row: AgencyRow): AgencyRow {
  if (row.hidden || row.n === 0) return row;
  return {
    ...row,
    rate: null,
    interval: null,
    rank: null,
    tied: false,
    hidden: true,
    standing: null,
    valueChange: null,
    rankChange: null,
    marked: { ...row.marked, rateWithout: null },
  };
}

/** Of a closure, which never changes: how many answered at each agency whose figure it shows. */
interface Sizes extends Range {
  questionnaire: string;
  agencies: Map<string, number>;
}

const knownSizes = prepared(() => new Map<string, Sizes>());

async function sizesOf(db: Database, { period, number }: ClosureNote): Promise<Sizes | null> {
  const known = knownSizes(db);
  const key = `${period}/${number}`;
  const found = known.get(key);
  if (found) return found;
  const closure = (await closuresOf(db, period)).find((each) => each.number === number);
  if (!closure) return null;
  const { results, agencies } = snapshotOf(closure);
  const rows = agencies.agencies.filter(({ hidden, n }) => !hidden && n > 0);
  const sizes = {
    from: closure.from,
    to: closure.to,
    questionnaire: results.questionnaire.id,
    agencies: new Map(rows.map(({ id, n }) => [id, n])),
  };
  known.set(key, sizes);
  return sizes;
}

/** The published periods within a closed one. */
async function partsOf(db: Database, { period, from, to }: ClosureNote): Promise<ClosureNote[]> {
  const within = await closuresEnding(db, from, to);
  return within.filter(
    (part) =>
      part.period !== period && part.from >= from && part.publishedAt !== null && part.reopenedAt === null,
  );
}

/** The agencies whose figures are shown, with how many answered; what is not shown of a part takes nothing away. */
async function shownAgencies(
  db: Database,
  closure: ClosureNote,
  parts: readonly ClosureNote[],
): Promise<Map<string, number>> {
  const whole = await sizesOf(db, closure);
  if (!whole) return new Map();
  const inner: Sizes[] = [];
  for (const part of parts) {
    const sizes = await sizesOf(db, part);
    if (sizes?.questionnaire !== whole.questionnaire) continue;
    const below = parts.filter((each) => each !== part && each.from >= part.from && each.to <= part.to);
    inner.push({ ...sizes, agencies: await shownAgencies(db, part, below) });
  }
  const shown = [...whole.agencies].filter(
    ([id, n]) =>
      !leavesFew(
        n,
        inner.flatMap(({ from, to, agencies }) => {
          const own = agencies.get(id);
          return own === undefined ? [] : [{ from, to, n: own }];
        }),
      ),
  );
  return new Map(shown);
}
