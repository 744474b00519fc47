// Closing, publishing and reopening a reporting period. Each is written down, and nothing that was closed is forgotten.
import { dayOf, formatDay, type Range, startOfDay } from '#domain/days.ts';
import { type Period, periodKey, previousPeriod, readPeriodKey } from '#domain/periods.ts';
import { type Doer, recordAudit } from '../audit/recording.ts';
import type { Context } from '../context.ts';
import { isTaken } from '../db/faults.ts';
import { Failure } from '../errors.ts';
import { readSettings } from '../installation/settings.ts';
import { checkpointUpTo, lastEntry } from '../ledger/queries.ts';
import { answeredBetween } from '../responses/queries.ts';
import { newSlicing } from '../slices/counting.ts';
import type { Projector } from '../tallies/projector.ts';
import { snapshotOf } from './frozen.ts';
import { type Closure, closuresOf, insertClosure, updateClosure } from './queries.ts';
import { type Before, type Snapshot, takeSnapshot } from './snapshot.ts';

const TRIES = 5;

/** @throws Failure not_found/unknown_period */
export async function periodOfKey({ db }: Pick<Context, 'db'>, key: string): Promise<Period> {
  const period = readPeriodKey(key, (await readSettings(db)).closingDay);
  if (!period) throw new Failure('not_found', 'unknown_period');
  return period;
}

/** The closure in force; null for a draft. */
export async function currentClosure({ db }: Pick<Context, 'db'>, key: string): Promise<Closure | null> {
  const last = (await closuresOf(db, key)).at(-1);
  return last && last.reopenedAt === null ? last : null;
}

/**
 * Freezes the figures of a period that is over, with a signed head of the ledger that holds just what they are made of.
 * @throws Failure invalid/period_not_over; conflict: period_closed, answers_arriving; not_found: unknown_period, no_responses
 */
export async function closePeriod(
  context: Context,
  projector: Projector,
  doer: Doer,
  key: string,
): Promise<void> {
  const { db, now } = context;
  const period = await periodOfKey(context, key);
  const { from, to } = period;
  if (to >= dayOf(now())) throw new Failure('invalid', 'period_not_over');
  const before = await closuresOf(db, key);
  const last = before.at(-1);
  if (last && last.reopenedAt === null) throw new Failure('conflict', 'period_closed');
  const earlier = await beforeOf(context, period);
  const frozen = await freeze(context, projector, { from, to }, earlier);
  const at = now();
  const row = { period: key, number: (last?.number ?? 0) + 1, from, to, closedAt: at, ...frozen };
  try {
    await db.write((tx) => [
      insertClosure(tx, db.tables, { ...row, publishedAt: null, reopenedAt: null, reason: null }),
      recordAudit(tx, db.tables, {
        ...doer,
        at,
        action: 'period.closed',
        subject: { kind: 'period', id: key },
        agencyId: null,
        after: { number: row.number, from: formatDay(from), to: formatDay(to), ledgerSize: row.ledgerSize },
      }),
    ]);
  } catch (error) {
    if (isTaken(error)) throw new Failure('conflict', 'period_closed');
    throw error;
  }
}

/**
 * The period before, as it was closed where it was.
 * @param read what of it may be seen; all of it by default
 */
export async function beforeOf(
  context: Pick<Context, 'db'>,
  period: Period,
  read: (closure: Closure) => Snapshot | null | Promise<Snapshot | null> = snapshotOf,
): Promise<Before> {
  const previous = previousPeriod(period, (await readSettings(context.db)).closingDay);
  const closure = await currentClosure(context, periodKey(previous));
  const { from, to } = closure ?? previous;
  return { from, to, snapshot: closure && (await read(closure)) };
}

/** Signs the ledger, then reads the figures; where an answer of the period came between, once more. */
async function freeze({ db }: Context, projector: Projector, { from, to }: Range, before: Before) {
  for (let left = TRIES; left > 0; left--) {
    await projector.checkpoint();
    const checkpoint = await checkpointUpTo(db, Number.MAX_SAFE_INTEGER);
    const first = await lastEntry(db);
    await newSlicing(db).catchUp();
    if (!checkpoint || !first) throw new Failure('not_found', 'no_responses');
    const snapshot = await takeSnapshot(db, { from, to }, before);
    const upTo = (await lastEntry(db))?.responseSeq ?? 0;
    const range = { from: startOfDay(from), to: startOfDay(to + 1), after: first.responseSeq, upTo };
    const isSigned = checkpoint.size === first.position + 1;
    if (isSigned && (await answeredBetween(db, range, 1)).length === 0)
      return { ledgerSize: checkpoint.size, checkpoint: checkpoint.note, snapshot: JSON.stringify(snapshot) };
  }
  throw new Failure('conflict', 'answers_arriving');
}

/** @throws Failure conflict: period_not_closed, period_published; not_found/unknown_period */
export async function publishPeriod(context: Context, doer: Doer, key: string): Promise<void> {
  const closure = await closed(context, key);
  if (closure.publishedAt !== null) throw new Failure('conflict', 'period_published');
  await change(context, doer, closure, 'period.published', { publishedAt: context.now() });
}

/**
 * Makes a draft of it again; what was closed stays on record with the reason.
 * @throws Failure conflict/period_not_closed; not_found/unknown_period
 */
export async function reopenPeriod(context: Context, doer: Doer, key: string, reason: string): Promise<void> {
  await change(context, doer, await closed(context, key), 'period.reopened', {
    reopenedAt: context.now(),
    reason,
  });
}

async function closed(context: Context, key: string): Promise<Closure> {
  await periodOfKey(context, key);
  const closure = await currentClosure(context, key);
  if (!closure) throw new Failure('conflict', 'period_not_closed');
  return closure;
}

async function change(
  { db, now }: Context,
  doer: Doer,
  closure: Closure,
  action: string,
  fields: Partial<Pick<Closure, 'publishedAt' | 'reopenedAt' | 'reason'>>,
): Promise<void> {
  const { period, number, publishedAt } = closure;
  await db.write((tx) => [
    updateClosure(tx, db.tables, closure, fields),
    recordAudit(tx, db.tables, {
      ...doer,
      at: now(),
      action,
      subject: { kind: 'period', id: period },
      agencyId: null,
      before: { number, published: publishedAt !== null },
      after: { ...fields },
    }),
  ]);
}
