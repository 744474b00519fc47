// Reporting periods as staff and everybody see them.
import { standingsOf } from '#domain/bands.ts';
import { dayOf, formatDay } from '#domain/days.ts';
import {
  PERIOD_KINDS,
  type Period,
  type PeriodState,
  periodKey,
  periodOf,
  periodsPerYear,
} from '#domain/periods.ts';
import type { PublicResults } from '#domain/public-results.ts';
import type { AgencyResults, Results } from '#domain/results.ts';
import type { Actor } from '#domain/roles.ts';
import { agenciesWithin } from '../agencies/scope.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { readSettings } from '../installation/settings.ts';
import { currentClosure, periodOfKey } from './changes.ts';
import { readSupplement, type Supplement, snapshotOf } from './frozen.ts';
import { type Closure, type ClosureNote, closuresEnding, closuresOf } from './queries.ts';
import { shownSnapshot } from './shown.ts';
import type { Snapshot } from './snapshot.ts';

export interface PeriodView {
  key: string;
  kind: Period['kind'];
  year: number;
  index: number;
  from: string;
  to: string;
  state: PeriodState;
  /** Whether it has ended and may be closed. */
  over: boolean;
  /** Each closing, the oldest first. */
  closures: {
    number: number;
    closedAt: string;
    ledgerSize: number;
    publishedAt: string | null;
    reopenedAt: string | null;
    reason: string | null;
  }[];
}

/** Every period that belongs to a year. */
export async function readPeriods({ db, now }: Context, year: number): Promise<PeriodView[]> {
  const { closingDay } = await readSettings(db);
  const periods = PERIOD_KINDS.flatMap((kind) =>
    Array.from({ length: periodsPerYear(kind) }, (_, at) => periodOf(kind, year, at + 1, closingDay)),
  );
  const ends = periods.map(({ to }) => to);
  const closures = await closuresEnding(db, Math.min(...ends) - 31, Math.max(...ends) + 31);
  const byKey = Map.groupBy(closures, ({ period }) => period);
  return periods.map((period) => view(period, byKey.get(periodKey(period)) ?? [], now()));
}

export interface PeriodWithFigures extends PeriodView {
  /** As they were when it was closed; null for a draft. */
  frozen: { results: Results; agencies: AgencyResults; checkpoint: string } | null;
  /** What came in afterwards. */
  late: Supplement | null;
}

/**
 * A period with its frozen figures; before it is published only for those of the whole installation.
 * @throws Failure not_found/unknown_period
 */
export async function readPeriod(context: Context, actor: Actor, key: string): Promise<PeriodWithFigures> {
  const period = await periodOfKey(context, key);
  const shown = view(period, await closuresOf(context.db, key), context.now());
  const closure = await currentClosure(context, key);
  if (!closure || (actor.agencyId !== null && closure.publishedAt === null))
    return { ...shown, frozen: null, late: null };
  const snapshot = actor.agencyId === null ? snapshotOf(closure) : await shownSnapshot(context.db, closure);
  const { results, agencies } = snapshot;
  // Ranked among all, and then cut: a place keeps its denominator.
  const within = new Set((await agenciesWithin(context.db, actor)).map(({ id }) => id));
  const rows = agencies.agencies.filter(({ id }) => actor.agencyId === null || within.has(id));
  return {
    ...shown,
    frozen: { results, agencies: { ...agencies, agencies: rows }, checkpoint: closure.checkpoint },
    late: await readSupplement(context.db, snapshot, closure),
  };
}

function view(period: Period, closures: ClosureNote[], now: number): PeriodView {
  const { kind, year, index } = period;
  const last = closures.at(-1);
  const current = last && last.reopenedAt === null ? last : null;
  const { from, to } = current ?? period;
  const at = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());
  return {
    key: periodKey(period),
    kind,
    year,
    index,
    from: formatDay(from),
    to: formatDay(to),
    state: !current ? 'draft' : current.publishedAt === null ? 'closed' : 'published',
    over: to < dayOf(now),
    closures: closures.map(({ number, closedAt, ledgerSize, publishedAt, reopenedAt, reason }) => ({
      number,
      closedAt: new Date(closedAt).toISOString(),
      ledgerSize,
      publishedAt: at(publishedAt),
      reopenedAt: at(reopenedAt),
      reason,
    })),
  };
}

/** Everything that was ever counted lies within. */
const ALWAYS = { from: 0, to: 100_000 };

/**
 * What everybody may see: a published period, the newest where none is named.
 * @throws Failure not_found: not_found where results are not public, unknown_period where none is published
 */
export async function readPublicResults(
  { db }: Pick<Context, 'db'>,
  key: string | undefined,
): Promise<PublicResults> {
  if (!(await readSettings(db)).publicResults) throw new Failure('not_found', 'not_found');
  const published = (await closuresEnding(db, ALWAYS.from, ALWAYS.to)).filter(
    ({ publishedAt, reopenedAt }) => publishedAt !== null && reopenedAt === null,
  );
  const asked = key === undefined ? published.at(-1) : published.find(({ period }) => period === key);
  const closure = asked && (await closuresOf(db, asked.period)).find(({ number }) => number === asked.number);
  if (!closure) throw new Failure('not_found', 'unknown_period');
  return {
    periods: published.map(({ period, from, to }) => ({
      key: period,
      from: formatDay(from),
      to: formatDay(to),
    })),
    ...publicFigures(closure, await shownSnapshot(db, closure)),
  };
}

/** Without anything about marks, and with no number that small figures leave behind. */
function publicFigures(
  { period, from, to, publishedAt, checkpoint, ledgerSize }: Closure,
  { results, agencies }: Snapshot,
) {
  const bare = ({ code, title, people, rate, interval, hidden, weak }: Results['overall']) => ({
    code,
    title,
    people: hidden ? null : people,
    rate,
    interval,
    hidden,
    weak,
  });
  // Of what is shown alone: the bands of others must not tell where an agency stands that is withheld.
  const standings = standingsOf(agencies.agencies);
  return {
    period,
    from: formatDay(from),
    to: formatDay(to),
    publishedAt: new Date(publishedAt ?? 0).toISOString(),
    province: results.agency.name,
    questionnaire: results.questionnaire,
    aggregation: results.aggregation,
    n: results.overall.hidden ? null : results.n,
    required: results.required,
    overall: bare(results.overall),
    factors: results.parts.flatMap((part) => part.factors.map(bare)),
    agencies: agencies.agencies.map(
      ({ id, name, kind, group, n, required, rate, interval, rank, rankOf, tied, hidden, weak }, index) => ({
        id,
        name,
        kind,
        group,
        n: hidden ? null : n,
        required,
        rate,
        interval,
        rank,
        rankOf,
        tied,
        standing: standings[index] ?? null,
        hidden,
        weak,
      }),
    ),
    ledger: { size: ledgerSize, checkpoint },
  };
}
