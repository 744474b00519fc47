// Whom figures are for: who may not read single responses must not get at them by comparing ranges of days either.
import {
  type AnsweredDay,
  type Months,
  settledBatches,
  settledMonths,
  settledRange,
} from '#domain/batches.ts';
import { dayOf, type Range } from '#domain/days.ts';
import { type ClosingDay, periodContaining } from '#domain/periods.ts';
import { type Actor, permits } from '#domain/roles.ts';
import { listAgencies, subtrees } from '../agencies/queries.ts';
import type { Context } from '../context.ts';
import type { Database } from '../db/database.ts';
import { readSettings } from '../installation/settings.ts';
import { slicingOf } from '../slices/counting.ts';
import { readSizes, readSizesOf } from '../slices/queries.ts';

/** Somebody who sees whole batches of days only; null stands for who sees every day. */
export interface Viewer {
  /** All that they see, so that figures of one of them taken from those of another leave whole batches, too. */
  agencies: string[];
  /** The last day that is over. */
  upTo: number;
  closingDay: ClosingDay;
}

/** Whoever may export every response can count the days by himself. */
export async function viewerOf(
  { db, now }: Pick<Context, 'db' | 'now'>,
  actor: Pick<Actor, 'accountId' | 'name' | 'role' | 'agencyId'>,
): Promise<Viewer | null> {
  return permits(actor, 'responses.export') ? null : viewerFrom({ db, now }, actor.agencyId);
}

/** The people of an agency; null for those of the whole installation. */
export async function viewerFrom(
  { db, now }: Pick<Context, 'db' | 'now'>,
  agencyId: string | null,
): Promise<Viewer> {
  await slicingOf(db).catchUp();
  const agencies = agencyId === null ? [''] : (subtrees(await listAgencies(db)).get(agencyId) ?? []);
  return { agencies, upTo: dayOf(now()) - 1, closingDay: (await readSettings(db)).closingDay };
}

/** The days on which the viewer's agencies were answered, by questionnaire version, and the months they belong to. */
async function settle(db: Database, { agencies, upTo, closingDay }: Viewer, questionnaireId: string) {
  const byDay = new Map<number, number[]>();
  for (const { scope, span, sizes } of await readSizes(db, questionnaireId, agencies, { daysUpTo: upTo })) {
    const day = Math.floor(span / 10);
    const counts = byDay.get(day) ?? agencies.map(() => 0);
    byDay.set(day, counts);
    // Every response came by a channel, which is the first attribute.
    counts[agencies.indexOf(scope)] = readSizesOf(sizes, 0).reduce((sum, n) => sum + n, 0);
  }
  const days: AnsweredDay[] = [...byDay]
    .map(([day, counts]) => ({ day, counts }))
    .sort((a, b) => a.day - b.day);
  const monthOf = (day: number) => periodContaining('month', day, closingDay);
  const endOf = (day: number) => monthOf(day).to;
  const quarterEndOf = (day: number) => periodContaining('quarter', day, closingDay).to;
  return { days, startOf: (day: number) => monthOf(day).from, endOf, quarterEndOf };
}

/**
 * The whole reporting months within a range, of the answers to a questionnaire version; several are one where somebody's
 * agencies have too few in one.
 */
export async function monthsWithin(
  db: Database,
  viewer: Viewer,
  questionnaireId: string,
  { from, to }: Range,
): Promise<Months[]> {
  const { days, ...months } = await settle(db, viewer, questionnaireId);
  const settled = settledMonths(days, { ...months, upTo: viewer.upTo });
  return settled.filter(({ first, last }) => from <= first && last <= to);
}

/** What of a range somebody may see of the answers to a questionnaire version; null for nothing of what there is. */
export type Narrow = (range: Range) => Range | null;

export async function narrowFor(
  db: Database,
  viewer: Viewer | null,
  questionnaireId: string,
): Promise<Narrow> {
  if (!viewer) return (range) => range;
  const { days, endOf } = await settle(db, viewer, questionnaireId);
  const batches = settledBatches(days, { endOf, upTo: viewer.upTo });
  return (range) => settledRange(batches, days, range);
}

/**
 * Whether somebody may see on some days what agencies say together that are not theirs: their batches of days are not
 * made for those, who may have been few on them; whole reporting months that are over are the same for everybody.
 */
export function seesOthers(viewer: Viewer | null, { from, to }: Range): boolean {
  if (!viewer) return true;
  const [first, last] = [from, to].map((day) => periodContaining('month', day, viewer.closingDay));
  return first?.from === from && last?.to === to && to <= viewer.upTo;
}
