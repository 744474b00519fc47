// The list of touchpoints as staff look through it: searched, filtered, sorted, a page at a time, with counts.
import { dayOf, formatDay } from '#domain/days.ts';
import type { Actor } from '#domain/roles.ts';
import { searchKey } from '#domain/search.ts';
import type { TouchpointKind, TouchpointState } from '#domain/touchpoints.ts';
import { agenciesWithin, agencyWithin } from '../agencies/scope.ts';
import type { Context } from '../context.ts';
import type { Database } from '../db/database.ts';
import { listQuestionnaireIds } from '../questionnaires/queries.ts';
import { lastAnsweredDays, sumTallies } from '../tallies/queries.ts';
import { type ListedTouchpoint, listTouchpoints } from './queries.ts';

const COUNTED_SORTS = ['answers', 'lastAnswer'] as const;
export const TOUCHPOINT_SORTS = ['agency', 'name', 'kind', 'state', 'created', ...COUNTED_SORTS] as const;

export interface TouchpointQuery {
  q?: string | undefined;
  agency?: string | undefined;
  kind?: TouchpointKind | undefined;
  state?: TouchpointState | undefined;
  questionnaire?: string | undefined;
  sort: (typeof TOUCHPOINT_SORTS)[number];
  order: 'asc' | 'desc';
  page: number;
  /** Rows per page; all of them when it is left out. */
  size?: number | undefined;
}

export interface CountedTouchpoint extends ListedTouchpoint {
  /** Responses up to yesterday: nobody at the counter shall see who has just answered. */
  answers: number;
  /** The last day with an answer, up to yesterday. */
  lastAnswer: string | null;
}

/** The page that was asked for, and how many touchpoints match altogether. */
export async function readTouchpoints(
  { db, now }: Context,
  actor: Actor,
  query: TouchpointQuery,
): Promise<{ touchpoints: CountedTouchpoint[]; total: number }> {
  if (query.agency) await agencyWithin(db, actor, query.agency);
  const within = new Set((await agenciesWithin(db, actor)).map(({ id }) => id));
  const found = (await listTouchpoints(db)).filter((row) => within.has(row.agency.id) && fits(row, query));
  const byCount = COUNTED_SORTS.some((sort) => sort === query.sort);
  const counts = byCount ? await allCounts({ db, now }) : null;
  found.sort(comparing(query, counts));
  const { page, size = found.length } = query;
  const rows = found.slice((page - 1) * size, page * size);
  return {
    touchpoints: withCounts(rows, counts ?? (await countsOf({ db, now }, rows))),
    total: found.length,
  };
}

function fits(
  row: ListedTouchpoint,
  { q = '', agency, kind, state, questionnaire }: TouchpointQuery,
): boolean {
  if (agency && row.agency.id !== agency) return false;
  if (kind && row.kind !== kind) return false;
  if (state && row.state !== state) return false;
  if (questionnaire && row.questionnaire !== questionnaire) return false;
  if (q.trim() === '') return true;
  const text = `${key(row.name)} ${key(row.agency.name)} ${row.code.toLowerCase()}`;
  // A code is searched as it is printed, too: `7KQM-P3XR`.
  return key(q)
    .split(' ')
    .every((word) => text.includes(word) || text.includes(word.replace('-', '')));
}

/** Names repeat from request to request, and folding them is most of the work of a search. */
const keys = new Map<string, string>();
const MOST_KEYS = 50_000;

function key(text: string): string {
  const known = keys.get(text);
  if (known !== undefined) return known;
  if (keys.size >= MOST_KEYS) keys.clear();
  const made = searchKey(text);
  keys.set(text, made);
  return made;
}

const vietnamese = new Intl.Collator('vi', { numeric: true });

function comparing({ sort, order }: TouchpointQuery, counts: Counts | null) {
  type Compare = (a: ListedTouchpoint, b: ListedTouchpoint) => number;
  const figure =
    (of: Map<string, number> | undefined): Compare =>
    (a, b) =>
      (of?.get(a.id) ?? 0) - (of?.get(b.id) ?? 0);
  const by: Record<TouchpointQuery['sort'], Compare> = {
    agency: (a, b) => (a.agency.id === b.agency.id ? 0 : vietnamese.compare(a.agency.name, b.agency.name)),
    name: (a, b) => vietnamese.compare(a.name, b.name),
    kind: (a, b) => (a.kind < b.kind ? -1 : Number(a.kind > b.kind)),
    state: (a, b) => (a.state < b.state ? -1 : Number(a.state > b.state)),
    created: (a, b) => a.createdAt - b.createdAt,
    answers: figure(counts?.answers),
    lastAnswer: figure(counts?.last),
  };
  const sign = order === 'asc' ? 1 : -1;
  return (a: ListedTouchpoint, b: ListedTouchpoint) =>
    sign * by[sort](a, b) || vietnamese.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
}

/** The first day that anything can have been answered on. */
const FIRST_DAY = dayOf(Date.UTC(2020, 0, 1));

/** Responses and the last day with one, both up to yesterday, by touchpoint. */
interface Counts {
  answers: Map<string, number>;
  last: Map<string, number>;
}

/** @param rows whose counts are wanted; all touchpoints' without them */
async function countsOf(
  { db, now }: Pick<Context, 'db' | 'now'>,
  rows?: readonly ListedTouchpoint[],
): Promise<Counts> {
  const range = { from: FIRST_DAY, to: dayOf(now()) - 1 };
  const counts: Counts = { answers: new Map(), last: new Map() };
  // A list longer than a page is read whole rather than looked up one by one.
  const scopes = rows && rows.length <= 200 ? rows.map(({ id }) => id) : undefined;
  for (const questionnaireId of rows?.length === 0 ? [] : await listQuestionnaireIds(db)) {
    const of = { grain: 'touchpoint' as const, questionnaireId, ...range, scopes };
    for (const [id, [n = 0]] of await sumTallies(db, of, 1))
      counts.answers.set(id, (counts.answers.get(id) ?? 0) + n);
    for (const [id, day] of await lastAnsweredDays(db, of))
      counts.last.set(id, Math.max(counts.last.get(id) ?? day, day));
  }
  return counts;
}

/** What is counted up to yesterday hardly changes, and reading it for ten thousand touchpoints takes a moment. */
const kept = new WeakMap<Database, { at: number; counts: Promise<Counts> }>();
const KEPT_MS = 60_000;

function allCounts(context: Pick<Context, 'db' | 'now'>): Promise<Counts> {
  const at = context.now();
  const found = kept.get(context.db);
  if (found && dayOf(found.at) === dayOf(at) && at - found.at < KEPT_MS) return found.counts;
  const counts = countsOf(context);
  kept.set(context.db, { at, counts });
  counts.catch(() => kept.delete(context.db));
  return counts;
}

function withCounts(rows: ListedTouchpoint[], { answers, last }: Counts): CountedTouchpoint[] {
  return rows.map((row) => {
    const day = last.get(row.id);
    return {
      ...row,
      answers: answers.get(row.id) ?? 0,
      lastAnswer: day === undefined ? null : formatDay(day),
    };
  });
}
