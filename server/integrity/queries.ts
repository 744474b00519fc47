import { and, asc, gte, inArray, lte, max } from 'drizzle-orm';
import { chunks, type Database, type Statement, type Tables, type Writer } from '../db/database.ts';
import type { Response } from '../responses/queries.ts';

export type SightingRow = Tables['sightings']['$inferSelect'];

/** What was seen in a range of days. */
export async function sightingsBetween(
  { read, tables: { sightings } }: Database,
  from: number,
  to: number,
): Promise<SightingRow[]> {
  return await read
    .select()
    .from(sightings)
    .where(and(gte(sightings.day, from), lte(sightings.day, to)));
}

/** The place in the log up to which everything has been seen; 0 for nothing. */
export async function lastSighted({ read, tables: { sightings } }: Database): Promise<number> {
  const [found] = await read.select({ seq: max(sightings.lastSeq) }).from(sightings);
  return Number(found?.seq ?? 0);
}

export function insertSightings(tx: Writer, { sightings }: Tables, rows: SightingRow[]): Statement {
  return tx.insertMany(sightings, rows, {
    conflict: 'skip',
    key: ['day', 'touchpointId', 'questionnaireId', 'agencyId', 'firstSeq'],
  });
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
