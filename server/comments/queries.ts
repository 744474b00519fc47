import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  like,
  lt,
  lte,
  max,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { CommentStatus } from '#domain/comments.ts';
import { searchKey } from '#domain/search.ts';
import type { Database, Statement, Tables, Writer } from '../db/database.ts';
import { eraseComments } from '../responses/comments.ts';

export type Comment = Tables['comments']['$inferSelect'];

/** Of the comments that exist for somebody; null: of all. */
export interface Reach {
  agencies: string[] | null;
  /** The last day that is shown. */
  upTo: number;
  /** Agencies whose allegations are shown; null: of all. */
  allegations: { of: string[] | null };
}

export interface CommentFilter {
  from: number;
  to: number;
  agencies?: string[] | undefined;
  q?: string | undefined;
  label?: string | undefined;
  status?: CommentStatus | undefined;
  flagged?: 'allegation' | 'personal' | undefined;
}

/** What is looked for among what may be seen. */
export function matching(tables: Tables, reach: Reach, filter: CommentFilter): SQL | undefined {
  const { comments } = tables;
  return and(
    within(tables, reach),
    gte(comments.day, filter.from),
    lte(comments.day, filter.to),
    filter.agencies && inArray(comments.agencyId, filter.agencies),
    filter.status && eq(comments.status, filter.status),
    filter.flagged === 'allegation' ? eq(comments.allegation, true) : undefined,
    filter.flagged === 'personal' ? eq(comments.personal, true) : undefined,
    filter.label ? like(comments.labels, `%,${filter.label},%`) : undefined,
    ...wordsOf(filter.q ?? '').map((word) => sql`${comments.folded} like ${`%${word}%`} escape '!'`),
  );
}

/** What a search looks for, with the signs that `like` knows taken literally. */
function wordsOf(query: string): string[] {
  const words = searchKey(query).split(' ').filter(Boolean);
  return words.map((word) => word.replace(/[!%_]/g, '!$&'));
}

function within({ comments }: Tables, { agencies, upTo, allegations }: Reach): SQL | undefined {
  const harmless = eq(comments.allegation, false);
  const { of } = allegations;
  return and(
    lte(comments.day, upTo),
    agencies ? inArray(comments.agencyId, agencies) : undefined,
    of ? (of.length > 0 ? sql`(${harmless} or ${inArray(comments.agencyId, of)})` : harmless) : undefined,
  );
}

/** A page, the newest day first; within a day the order says nothing. */
export async function pageOfComments(
  { read, tables: { comments } }: Database,
  where: SQL | undefined,
  { limit, offset }: { limit: number; offset: number },
): Promise<Comment[]> {
  return await read
    .select()
    .from(comments)
    .where(where)
    .orderBy(desc(comments.day), desc(comments.id))
    .limit(limit)
    .offset(offset);
}

/** How many match, counted no further than to `most`. */
export async function countComments(
  { read, tables: { comments } }: Database,
  where: SQL | undefined,
  most: number,
): Promise<number> {
  const some = read.select({ id: comments.id }).from(comments).where(where).limit(most).as('some');
  const [found] = await read.select({ n: count() }).from(some);
  return Number(found?.n ?? 0);
}

/** One comment, if it exists for whoever asks. */
export async function findComment(db: Database, reach: Reach, id: string): Promise<Comment | null> {
  const { comments } = db.tables;
  const [found] = await db.read
    .select()
    .from(comments)
    .where(and(eq(comments.id, id), within(db.tables, reach)));
  return found ?? null;
}

/** Numbers by day, status and set of labels. */
export async function countByDay({ read, tables: { comments } }: Database, where: SQL | undefined) {
  const { day, status, labels } = comments;
  return await read
    .select({ day, status, labels, n: count() })
    .from(comments)
    .where(where)
    .groupBy(day, status, labels);
}

/** The sealed texts of responses, by place in the log. */
export async function sealedTexts(
  { read, tables: { responses } }: Database,
  seqs: number[],
): Promise<Map<number, string | null>> {
  const rows = await read
    .select({ seq: responses.seq, comments: responses.comments })
    .from(responses)
    .where(inArray(responses.seq, seqs));
  return new Map(rows.map((row) => [row.seq, row.comments]));
}

export type CommentedResponse = Awaited<ReturnType<typeof commentedAfter>>[number];

/** Responses with something in own words, after a place in the log. */
export async function commentedAfter({ read, tables: { responses } }: Database, seq: number, limit: number) {
  return await read
    .select({
      seq: responses.seq,
      agencyId: responses.agencyId,
      touchpointId: responses.touchpointId,
      answeredAt: responses.answeredAt,
      answers: responses.answers,
      comments: responses.comments,
    })
    .from(responses)
    .where(and(gt(responses.seq, seq), isNotNull(responses.comments)))
    .orderBy(asc(responses.seq))
    .limit(limit);
}

/** The place in the log of the last response whose comments are screened; 0 for none. */
export async function lastScreened({ read, tables: { comments } }: Database): Promise<number> {
  const [found] = await read.select({ seq: max(comments.responseSeq) }).from(comments);
  return Number(found?.seq ?? 0);
}

/** A page is written whole or not at all: where another process was first, the keys are taken and it fails. */
export function insertComments(tx: Writer, { comments }: Tables, rows: Comment[]): Statement {
  return tx.insertMany(comments, rows);
}

export function updateComment(
  tx: Writer,
  { comments }: Tables,
  id: string,
  fields: Partial<Pick<Comment, 'status' | 'labels' | 'allegation'>>,
): Statement {
  return tx.update(comments).set(fields).where(eq(comments.id, id));
}

/** Comments before a day whose text is still there. */
export async function unerasedBefore(
  { read, tables: { comments } }: Database,
  day: number,
  limit: number,
): Promise<Pick<Comment, 'id' | 'responseSeq'>[]> {
  return await read
    .select({ id: comments.id, responseSeq: comments.responseSeq })
    .from(comments)
    .where(and(lt(comments.day, day), isNull(comments.erasedAt)))
    .orderBy(asc(comments.day))
    .limit(limit);
}

/** Takes the words of a response away, in the log and in what is searched; the seals stay. */
export function eraseTexts(
  tx: Writer,
  { comments, responses }: Tables,
  sealed: Map<number, string | null>,
  at: number,
): Statement[] {
  const erasing = [...sealed].flatMap(([seq, column]) =>
    column === null
      ? []
      : [
          tx
            .update(responses)
            .set({ comments: eraseComments(column) })
            .where(eq(responses.seq, seq)),
        ],
  );
  return [
    ...erasing,
    tx
      .update(comments)
      .set({ folded: '', erasedAt: at })
      .where(and(inArray(comments.responseSeq, [...sealed.keys()]), isNull(comments.erasedAt))),
  ];
}
