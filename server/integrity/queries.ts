import { asc, eq, inArray } from 'drizzle-orm';
import { chunks, type Database } from '../db/database.ts';
import type { Response } from '../responses/queries.ts';

/** What was seen everywhere on a day. */
export async function sightingsOf({ read, tables: { extracts } }: Database, day: number) {
  const { touchpointId, agencyId, questionnaireId, sightings } = extracts;
  return await read
    .select({ touchpointId, agencyId, questionnaireId, packed: sightings })
    .from(extracts)
    .where(eq(extracts.day, day));
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
