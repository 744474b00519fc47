import { and, asc, eq, gt, gte, inArray, lt, lte, max, min, sql } from 'drizzle-orm';
import type { Database, Statement, Writer } from '../db/database.ts';

export type Response = Database['tables']['responses']['$inferSelect'];
export type NewResponse = Omit<Response, 'seq'>;

/**
 * Appends responses in one all-or-nothing write; an id that is already stored is left as it is.
 * @param more what is written with them, or not at all
 * @returns the ids that were stored now
 */
export async function appendResponses(
  db: Database,
  rows: readonly NewResponse[],
  more: (tx: Writer) => Statement[] = () => [],
): Promise<Set<string>> {
  const { responses } = db.tables;
  const [stored] = await db.write((tx) => [
    tx.insertMany(responses, rows, { conflict: 'skip', key: ['id'] }),
    ...more(tx),
  ]);
  return new Set((stored as { id: string }[]).map((row) => row.id));
}

export async function findResponses(
  { read, tables: { responses } }: Database,
  ids: string[],
): Promise<Response[]> {
  return await read.select().from(responses).where(inArray(responses.id, ids));
}

/** The responses stored after a place in the log, in order of storing. */
export async function responsesAfter(
  { read, tables: { responses } }: Database,
  seq: number,
  limit: number,
): Promise<Response[]> {
  return await read
    .select()
    .from(responses)
    .where(gt(responses.seq, seq))
    .orderBy(asc(responses.seq))
    .limit(limit);
}

export interface ResponseFilter {
  questionnaire: string;
  /** Absent: every agency. */
  agencies?: string[] | undefined;
  /** Instants, from inclusive, to exclusive. */
  from: number;
  to: number;
}

/** What may be studied of a response: nothing that names it. */
export type StudiedResponse = Pick<
  Response,
  | 'seq'
  | 'touchpointId'
  | 'agencyId'
  | 'answers'
  | 'locale'
  | 'channel'
  | 'answeredAt'
  | 'durationMs'
  | 'marks'
>;

/**
 * Reads the responses that match page by page, each after a place in the log.
 * One statement for all pages: a statement of its own for each would hold memory that no collector sees.
 */
export function pagesOfResponses(
  { read, tables: { responses } }: Database,
  filter: ResponseFilter,
): (page: { after: number; limit: number }) => Promise<StudiedResponse[]> {
  const page = read
    .select({
      seq: responses.seq,
      touchpointId: responses.touchpointId,
      agencyId: responses.agencyId,
      answers: responses.answers,
      locale: responses.locale,
      channel: responses.channel,
      answeredAt: responses.answeredAt,
      durationMs: responses.durationMs,
      marks: responses.marks,
    })
    .from(responses)
    .where(
      and(
        gt(responses.seq, sql.placeholder('after')),
        eq(responses.questionnaireId, filter.questionnaire),
        gte(responses.answeredAt, filter.from),
        lt(responses.answeredAt, filter.to),
        filter.agencies ? inArray(responses.agencyId, filter.agencies) : undefined,
      ),
    )
    .orderBy(asc(responses.seq))
    .limit(sql.placeholder('limit'))
    .prepare();
  return async (values) => await page.execute(values);
}

/** The earliest and latest instant of answering in the log; null while it is empty. */
export async function answeredRange({
  read,
  tables: { responses },
}: Database): Promise<{ first: number; last: number } | null> {
  const [found] = await read
    .select({
      first: min(responses.answeredAt).mapWith(Number),
      last: max(responses.answeredAt).mapWith(Number),
    })
    .from(responses);
  return found?.first ? { first: found.first, last: Number(found.last) } : null;
}

/** Responses answered in from..to − 1, in order of storing, between two places in the log. */
export async function answeredBetween(
  { read, tables: { responses } }: Database,
  range: { from: number; to: number; after: number; upTo: number },
  limit: number,
): Promise<Response[]> {
  return await read
    .select()
    .from(responses)
    .where(
      and(
        gt(responses.seq, range.after),
        lte(responses.seq, range.upTo),
        gte(responses.answeredAt, range.from),
        lt(responses.answeredAt, range.to),
      ),
    )
    .orderBy(asc(responses.seq))
    .limit(limit);
}
