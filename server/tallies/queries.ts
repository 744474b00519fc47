import { and, eq, gte, inArray, lt } from 'drizzle-orm';
import { coverRange, spanId } from '#domain/spans.ts';
import { addTally } from '#domain/tally.ts';
import { chunks, type Database, type Statement, type Tables, type Writer } from '../db/database.ts';

export type Tally = Tables['tallies']['$inferSelect'];
export type Grain = Tally['grain'];

interface TallyKey {
  grain: Grain;
  questionnaireId: string;
  spans: number[];
  scopes?: string[] | undefined;
}

/** The stored tallies of some spans and scopes. */
export async function readTallies({ read, tables: { tallies } }: Database, key: TallyKey): Promise<Tally[]> {
  return await read.select().from(tallies).where(matching(tallies, key));
}

function matching(tallies: Tables['tallies'], key: TallyKey) {
  return and(
    eq(tallies.grain, key.grain),
    eq(tallies.questionnaireId, key.questionnaireId),
    inArray(tallies.span, key.spans),
    key.scopes ? inArray(tallies.scope, key.scopes) : undefined,
  );
}

/** Thousands of tallies held at once would outlive the young generation and fill the heap. */
const SPANS_AT_ONCE = 3;

/** Sums over a range of days (inclusive), by scope; scopes without responses are absent. */
export async function sumTallies(
  db: Database,
  key: { grain: Grain; questionnaireId: string; from: number; to: number; scopes?: string[] | undefined },
): Promise<Map<string, number[]>> {
  const { tallies } = db.tables;
  const spans = coverRange(key.from, key.to).map(spanId);
  const sums = new Map<string, number[]>();
  for (const some of chunks(spans, SPANS_AT_ONCE)) {
    const rows = await db.read
      .select({ scope: tallies.scope, counts: tallies.counts })
      .from(tallies)
      .where(matching(tallies, { ...key, spans: some }));
    for (const { scope, counts } of rows) {
      const sum = sums.get(scope);
      if (sum) addTally(sum, counts);
      else sums.set(scope, counts);
    }
  }
  return sums;
}

/** The statement that stores tallies, each in place of what is stored under its key. */
export function putTallies(tx: Writer, { tallies }: Tables, rows: Tally[]): Statement {
  return tx.insertMany(tallies, rows, {
    conflict: 'replace',
    key: ['grain', 'questionnaireId', 'span', 'scope'],
  });
}

/** The stored tallies whose span has an id in from..to − 1. */
export async function talliesOfSpans(
  { read, tables: { tallies } }: Database,
  from: number,
  to: number,
): Promise<Tally[]> {
  return await read
    .select()
    .from(tallies)
    .where(and(gte(tallies.span, from), lt(tallies.span, to)));
}

export function deleteTally(tx: Writer, { tallies }: Tables, key: Omit<Tally, 'counts'>): Statement {
  return tx
    .delete(tallies)
    .where(
      and(
        eq(tallies.grain, key.grain),
        eq(tallies.questionnaireId, key.questionnaireId),
        eq(tallies.span, key.span),
        eq(tallies.scope, key.scope),
      ),
    );
}
