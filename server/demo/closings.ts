// Reporting periods of the demo as an office would have left them: published, closed with late answers, one that waits.
import { startOfDay } from '#domain/days.ts';
import {
  DEFAULT_CLOSING_DAY,
  type Period,
  type PeriodKind,
  periodContaining,
  periodKey,
  previousPeriod,
} from '#domain/periods.ts';
import { OPERATOR } from '#domain/roles.ts';
import type { Submission } from '#domain/submissions.ts';
import type { Context } from '../context.ts';
import { closePeriod, publishPeriod } from '../periods/changes.ts';
import type { Projector } from '../tallies/projector.ts';

export interface DemoClosing {
  period: Period;
  /** Ms since the epoch. */
  closedAt: number;
  publishedAt: number | null;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Days after a period's last one on which the office closes it. */
const DAYS_TO_CLOSE = 5;

/** The quarter and the month that everybody may see, and the month after it, closed only; the newest waits. */
export function demoClosings(to: number): DemoClosing[] {
  const month = ended('month', to);
  const closed = previousPeriod(month, DEFAULT_CLOSING_DAY);
  const published = [ended('quarter', closed.to), previousPeriod(closed, DEFAULT_CLOSING_DAY)];
  return [...published.map((period) => closing(period, true)), closing(closed, false)].sort(
    (a, b) => a.closedAt - b.closedAt,
  );
}

/** The last period of its kind that ended before a day. */
const ended = (kind: PeriodKind, day: number): Period =>
  previousPeriod(periodContaining(kind, day, DEFAULT_CLOSING_DAY), DEFAULT_CLOSING_DAY);

function closing(period: Period, published: boolean): DemoClosing {
  const closedAt = startOfDay(period.to + DAYS_TO_CLOSE) + 9 * HOUR;
  return { period, closedAt, publishedAt: published ? closedAt + DAY : null };
}

export type DemoEvent = { at: number } & ({ submission: Submission } | { closing: DemoClosing });

const NETWORK_MS = 2000;
/** One answer at a tablet in so many, of the last days before the month that is only closed was closed, comes late. */
const LATE_EVERY = 6;
const LATE_DAYS = 8;

/** Answers as they arrive and closings as they happen, in order. */
export function demoEvents(submissions: readonly Submission[], closings: DemoClosing[]): DemoEvent[] {
  const isLate = lateFor(closings.find(({ publishedAt }) => publishedAt === null));
  const answers = submissions.map((submission): DemoEvent => {
    const late = isLate(submission);
    return { at: late ?? Date.parse(submission.answeredAt) + NETWORK_MS, submission };
  });
  const closed = closings.map((closing): DemoEvent => ({ at: closing.closedAt, closing }));
  return [...answers, ...closed].sort((a, b) => a.at - b.at);
}

/** When a tablet without a network finds one again; null for everything that was sent at once. */
function lateFor(closing: DemoClosing | undefined): (submission: Submission) => number | null {
  let seen = 0;
  return ({ channel, answeredAt }) => {
    if (!closing || channel !== 'kiosk') return null;
    const end = startOfDay(closing.period.to + 1);
    const at = Date.parse(answeredAt);
    if (at >= end || at < end - LATE_DAYS * DAY || seen++ % LATE_EVERY > 0) return null;
    return closing.closedAt + DAY;
  };
}

/** Closes a period, and publishes it, at their times. */
export async function leaveClosed(
  context: Context,
  projector: Projector,
  { period, closedAt, publishedAt }: DemoClosing,
): Promise<void> {
  const doer = { actor: OPERATOR, origin: null };
  const key = periodKey(period);
  await closePeriod({ ...context, now: () => closedAt }, projector, doer, key);
  if (publishedAt !== null) await publishPeriod({ ...context, now: () => publishedAt }, doer, key);
}
