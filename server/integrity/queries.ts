import { asc, eq, inArray } from 'drizzle-orm';
import { chunks, type Database } from '../db/database.ts';
import type { Response } from '../responses/queries.ts';
import type { ExtractsRow } from '../slices/queries.ts';

/** What was said everywhere on a day. */
export async function extractsOf(
  { read, tables: { extracts } }: Database,
  day: number,
): Promise<ExtractsRow[]> {
  return await read.select().from(extracts).where(eq(extracts.day, day));
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
