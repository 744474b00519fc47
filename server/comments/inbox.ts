// Comments as staff see them: masked, and only those that exist for them.
import { type CommentPart, maskPersonalData } from '#domain/comment-screening.ts';
import { type CommentStatus, readLabels } from '#domain/comments.ts';
import { dayOf, formatDay } from '#domain/days.ts';
import { type Actor, permits } from '#domain/roles.ts';
import { listAgencies, subtrees } from '../agencies/queries.ts';
import { agencyWithin } from '../agencies/scope.ts';
import type { Context } from '../context.ts';
import type { Database } from '../db/database.ts';
import { Failure } from '../errors.ts';
import { openComments } from '../responses/comments.ts';
import { listTouchpoints } from '../touchpoints/queries.ts';
import {
  type Comment,
  type CommentFilter,
  countComments,
  findComment,
  matching,
  pageOfComments,
  type Reach,
  sealedTexts,
} from './queries.ts';

export interface CommentQuery extends Omit<CommentFilter, 'agencies'> {
  agency?: string | undefined;
  page: number;
  size: number;
}

export interface ShownComment {
  id: string;
  agency: { id: string; name: string };
  touchpoint: { id: string; name: string };
  /** Code of the question that it answers. */
  question: string;
  day: string;
  /** Its words, personal data masked; null when erased. */
  parts: CommentPart[] | null;
  personal: boolean;
  allegation: boolean;
  status: CommentStatus;
  labels: string[];
}

/** Beyond this nobody pages, and counting would look through everything. */
export const MOST_COUNTED = 10_000;
/** Whoever finds more by words looks for others; each is looked for in the words of every comment. */
export const MOST_FOUND = 1000;

/**
 * What exists for somebody. An agency's own people see it up to yesterday, so that nobody at the counter knows who has
 * just written; allegations are seen by who may, but never those against the agency that they belong to.
 */
export async function reachOf(db: Database, actor: Actor, now: number): Promise<Reach> {
  const { role, agencyId } = actor;
  const below = agencyId === null ? null : (subtrees(await listAgencies(db)).get(agencyId) ?? []);
  const inspects = permits(actor, 'allegations.read');
  const others = below?.filter((id) => id !== agencyId) ?? null;
  const ofAgency = agencyId !== null || role === 'agency_manager' || role === 'counter_officer';
  return {
    agencies: below,
    upTo: dayOf(now) - (ofAgency ? 1 : 0),
    allegations: { of: inspects ? others : [] },
  };
}

/** The filter with the agency's subtree. @throws Failure not_found/unknown_agency when it is not within reach */
export async function narrowed(
  db: Database,
  actor: Actor,
  filter: CommentFilter & { agency?: string | undefined },
) {
  if (!filter.agency) return filter;
  const { id } = await agencyWithin(db, actor, filter.agency);
  return { ...filter, agencies: subtrees(await listAgencies(db)).get(id) ?? [] };
}

/** A page of the inbox, and how many comments match: counted up to {@link MOST_COUNTED}, by words to {@link MOST_FOUND}. */
export async function readComments(
  { db, now }: Pick<Context, 'db' | 'now'>,
  actor: Actor,
  query: CommentQuery,
): Promise<{ comments: ShownComment[]; total: number; more: boolean }> {
  const where = matching(db.tables, await reachOf(db, actor, now()), await narrowed(db, actor, query));
  const rows = await pageOfComments(db, where, { limit: query.size, offset: (query.page - 1) * query.size });
  const most = query.q?.trim() ? MOST_FOUND : MOST_COUNTED;
  // A search for a rare word looks through everything; once is enough where the end is on this page.
  const last = rows.length < query.size && (rows.length > 0 || query.page === 1);
  const total = last ? (query.page - 1) * query.size + rows.length : await countComments(db, where, most + 1);
  return {
    comments: await show(db, rows),
    total: Math.min(total, most),
    more: total > most,
  };
}

/** One comment. @throws Failure not_found/unknown_comment when it does not exist for whoever asks */
export async function readComment(
  { db, now }: Pick<Context, 'db' | 'now'>,
  actor: Actor,
  id: string,
): Promise<Comment> {
  const found = await findComment(db, await reachOf(db, actor, now()), id);
  if (!found) throw new Failure('not_found', 'unknown_comment');
  return found;
}

/** Comments with names, labels and their words, in the same order. */
export async function show(db: Database, rows: Comment[]): Promise<ShownComment[]> {
  if (rows.length === 0) return [];
  const agencies = new Map((await listAgencies(db)).map(({ id, name }) => [id, name]));
  const touchpoints = new Map((await listTouchpoints(db)).map(({ id, name }) => [id, name]));
  const texts = await textsOf(db, rows);
  return rows.map((row, index) => {
    const text = texts[index];
    return {
      id: row.id,
      agency: { id: row.agencyId, name: agencies.get(row.agencyId) ?? '' },
      touchpoint: { id: row.touchpointId, name: touchpoints.get(row.touchpointId) ?? '' },
      question: row.question,
      day: formatDay(row.day),
      parts: text === undefined ? null : maskPersonalData(text),
      personal: row.personal,
      allegation: row.allegation,
      status: row.status,
      labels: readLabels(row.labels),
    };
  });
}

/** The words of comments as they were written, in the same order; undefined when erased. */
export async function textsOf(db: Database, rows: Comment[]): Promise<(string | undefined)[]> {
  const sealed = await sealedTexts(db, [...new Set(rows.map(({ responseSeq }) => responseSeq))]);
  return rows.map(
    ({ responseSeq, question }) => openComments(sealed.get(responseSeq) ?? null)[question]?.text,
  );
}
