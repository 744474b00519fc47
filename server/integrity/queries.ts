import { and, asc, gte, inArray, lte } from 'drizzle-orm';
import type { Range } from '#domain/days.ts';
import { chunks, type Database } from '../db/database.ts';
import type { Response } from '../responses/queries.ts';
import type { ExtractsRow } from '../slices/queries.ts';

/** What was said everywhere in a range of days. */
export async function extractsBetween(
  { read, tables: { extracts } }: Database,
  { from, to }: Range,
): Promise<ExtractsRow[]> {
  return await read
    .select()
    .from(extracts)
    .where(and(gte(extracts.day, from), lte(extracts.day, to)));
}

/** Responses by their places in the log, in order of answering. */
export async function responsesAt(
  { read, tables: { responses } }: Database,
  seqs: readonly number[],
): Promise<Response[]> {
  const found: Response[] = [];
  for (const some of chunks(seqs))
    found.push(
      ...(await read
        .select()
        .from(responses)
        .where(inArray(responses.seq, some))
        .orderBy(asc(responses.answeredAt), asc(responses.seq))),
    );
  return found;
}
