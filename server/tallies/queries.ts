import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { coverRange, spanId } from '#domain/spans.ts';
import { addTally } from '#domain/tally.ts';
import { chunks, type Database, type Statement, type Tables, type Writer } from '../db/database.ts';

export type Tally = Tables['tallies']['$inferSelect'];
export type Grain = Tally['grain'];

/** Where the counting stands: the place in the log and the position in the ledger that come next. */
export async function readCursor({
  read,
  tables: { ledger },
}: Database): Promise<{ seq: number; position: number }> {
  const [last] = await read.select().from(ledger).orderBy(desc(ledger.position)).limit(1);
  return last ? { seq: last.responseSeq, position: last.position + 1 } : { seq: 0, position: 0 };
}

/** The stored tallies of some spans and scopes. */
export async function readTallies(
  { read, tables: { tallies } }: Database,
  key: { grain: Grain; questionnaireId: string; spans: number[]; scopes?: string[] | undefined },
): Promise<Tally[]> {
  return await read
    .select()
    .from(tallies)
    .where(
      and(
        eq(tallies.grain, key.grain),
        eq(tallies.questionnaireId, key.questionnaireId),
        inArray(tallies.span, key.spans),
        key.scopes ? inArray(tallies.scope, key.scopes) : undefined,
      ),
    );
}

/** Sums over a range of days (inclusive), by scope; scopes without responses are absent. */
export async function sumTallies(
  db: Database,
  key: { grain: Grain; questionnaireId: string; from: number; to: number; scopes?: string[] | undefined },
): Promise<Map<string, number[]>> {
  const spans = coverRange(key.from, key.to).map(spanId);
  const sums = new Map<string, number[]>();
  for (const { scope, counts } of await readTallies(db, { ...key, spans })) {
    const sum = sums.get(scope);
    if (sum) addTally(sum, counts);
    else sums.set(scope, counts);
  }
  return sums;
}

/** Statements that give counted responses their positions; they fail as a whole if another has counted them. */
export function insertPositions(
  tx: Writer,
  { ledger }: Tables,
  rows: { position: number; responseSeq: number }[],
): Statement[] {
  return chunks(rows).map((part) => tx.insert(ledger).values(part));
}

/** Statements that store tallies, each in place of what is stored under its key. */
export function putTallies(tx: Writer, { tallies }: Tables, rows: Tally[]): Statement[] {
  return chunks(rows).map((part) =>
    tx
      .insert(tallies)
      .values(part)
      .onConflictDoUpdate({
        target: [tallies.grain, tallies.questionnaireId, tallies.span, tallies.scope],
        set: { counts: sql`excluded.counts` },
      }),
  );
}

export function deleteTallies(tx: Writer, { tallies }: Tables): Statement {
  return tx.delete(tallies);
}
