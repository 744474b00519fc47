// What needs somebody now: each kind is counted, and a few are named.
import { dayOf, formatDay } from '#domain/days.ts';
import { type ClosingDay, type Period, periodContaining, previousPeriod } from '#domain/periods.ts';
import { type Actor, allows, permits } from '#domain/roles.ts';
import { isSilent } from '#domain/silence.ts';
import { accountsWithin } from '../accounts/reach.ts';
import { agenciesWithin } from '../agencies/scope.ts';
import { reachOf } from '../comments/inbox.ts';
import { type CommentFilter, countComments, matching } from '../comments/queries.ts';
import type { Context } from '../context.ts';
import { viewDevices } from '../devices/reach.ts';
import { readSettings } from '../installation/settings.ts';
import { agenciesThatAsk, answeredAgencies, countOpenTouchpoints, hasPrinted } from './queries.ts';

/** Named ones beside a count. */
const NAMED = 5;
/** Earlier in a period, an agency without answers says nothing yet. */
const QUIET_AFTER_DAYS = 7;
/** What nobody has read for longer is no news; and what is counted stays little. */
const UNREAD_DAYS = 30;
const MOST_UNREAD = 1000;

export async function readHome(context: Context, actor: Actor) {
  const { db, now } = context;
  const within = await agenciesWithin(db, actor);
  const reach = actor.agencyId === null ? undefined : within.map(({ id }) => id);
  const period = runningPeriod(dayOf(now()), (await readSettings(db)).closingDay);
  return {
    month: shown(period.running),
    previousMonth: shown(period.previous),
    touchpoints: { open: await countOpenTouchpoints(db, reach), printed: await hasPrinted(db, reach) },
    devices: await devicesInNeed(context, actor),
    accounts: allows(actor.role, 'accounts.read') ? await unusedAccounts(context, actor) : null,
    comments: permits(actor, 'comments.read') ? await unreadComments(context, actor) : null,
    quietAgencies: await quietAgencies(context, within, period.running),
  };
}

const shown = ({ year, index, from, to }: Period) => ({
  year,
  index,
  from: formatDay(from),
  to: formatDay(to),
});

function runningPeriod(today: number, closing: ClosingDay) {
  const running = periodContaining('month', today, closing);
  return { running, previous: previousPeriod(running, closing) };
}

const some = <T>(found: T[]) => ({ n: found.length, named: found.slice(0, NAMED) });

async function devicesInNeed(context: Context, actor: Actor) {
  const devices = (await viewDevices(context, actor)).filter(({ state }) => state === 'active');
  const silent = devices.filter((device) => isSilent(device, context.now()));
  const unsent = devices.filter((device) => !silent.includes(device) && (device.unsent ?? 0) > 0);
  const named = ({ id, name, touchpoint, lastSeenAt, unsent }: (typeof devices)[number]) => ({
    id,
    name,
    agency: touchpoint.agency.name,
    lastSeenAt,
    unsent,
  });
  return { n: devices.length, silent: some(silent.map(named)), unsent: some(unsent.map(named)) };
}

/** Accounts whose first password nobody has used up, and how many of these can no longer be used. */
async function unusedAccounts(context: Context, actor: Actor) {
  const accounts = await accountsWithin(context, actor);
  const unused = accounts.filter(
    ({ disabledAt, firstPasswordUntil }) => disabledAt === null && firstPasswordUntil !== null,
  );
  const expired = unused.filter(({ firstPasswordUntil }) => (firstPasswordUntil ?? 0) < context.now());
  const named = unused.map(({ id, name }) => ({ id, name }));
  return { n: accounts.length, expired: expired.length, unused: some(named) };
}

/** Agencies that ask citizens and had no answer in the running period up to yesterday; null early in the period. */
async function quietAgencies(
  { db, now }: Context,
  within: { id: string; name: string; validTo: number | null }[],
  { from }: Period,
) {
  const yesterday = dayOf(now()) - 1;
  if (yesterday - from + 1 < QUIET_AFTER_DAYS) return null;
  const answered = await answeredAgencies(db, { from, to: yesterday });
  const asking = await agenciesThatAsk(db);
  const open = within.filter(({ id, validTo }) => validTo === null && asking.has(id));
  const quiet = open.filter(({ id }) => !answered.has(id)).map(({ id, name }) => ({ id, name }));
  return { of: open.length, ...some(quiet) };
}

/** Comments that nobody has read yet, of those that exist for whoever asks, up to {@link MOST_UNREAD}. */
async function unreadComments({ db, now }: Context, actor: Actor) {
  const today = dayOf(now());
  const range = { from: today - UNREAD_DAYS + 1, to: today };
  const reach = await reachOf(db, actor, now());
  const unread = (flagged?: CommentFilter['flagged']) =>
    countComments(db, matching(db.tables, reach, { ...range, status: 'new', flagged }), MOST_UNREAD);
  return {
    since: formatDay(range.from),
    unread: await unread(),
    allegations: permits(actor, 'allegations.read') ? await unread('allegation') : 0,
  };
}
