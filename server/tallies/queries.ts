import { and, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import { coverRange, partsOf, type Span, spanId } from '#domain/spans.ts';
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

/**
 * Sums over a range of days (inclusive), by scope; scopes without responses are absent.
 * @param places how many counters of each tally are wanted, from the first; all of them by default
 */
export async function sumTallies(
  db: Database,
  key: { grain: Grain; questionnaireId: string; from: number; to: number; scopes?: string[] | undefined },
  places = Number.POSITIVE_INFINITY,
): Promise<Map<string, number[]>> {
  const { tallies } = db.tables;
  const spans = coverRange(key.from, key.to).map(spanId);
  const rows = await db.read
    .select({ scope: tallies.scope, text: sql<string>`cast(${tallies.counts} as text)` })
    .from(tallies)
    .where(matching(tallies, { ...key, spans }));
  const sums = new Map<string, number[]>();
  for (const { scope, text } of rows) {
    const sum = sums.get(scope) ?? [];
    sums.set(scope, sum);
    addCounters(sum, text, places);
  }
  return sums;
}

/** Sums over scopes by span id; spans without responses are absent. */
export async function sumSpans(
  db: Database,
  key: { grain: Grain; questionnaireId: string; spans: number[]; scopes: string[] },
): Promise<Map<number, number[]>> {
  const { tallies } = db.tables;
  const sums = new Map<number, number[]>();
  for (const spans of chunks(key.spans)) {
    const rows = await db.read
      .select({ span: tallies.span, text: sql<string>`cast(${tallies.counts} as text)` })
      .from(tallies)
      .where(matching(tallies, { ...key, spans }));
    for (const { span, text } of rows) {
      const sum = sums.get(span) ?? [];
      sums.set(span, sum);
      addCounters(sum, text, Number.POSITIVE_INFINITY);
    }
  }
  return sums;
}

/** The last day of a range (inclusive) with a response, by scope: from the longest spans down to the day. */
export async function lastAnsweredDays(
  db: Database,
  key: { grain: Grain; questionnaireId: string; from: number; to: number; scopes?: string[] | undefined },
): Promise<Map<string, number>> {
  const { tallies } = db.tables;
  const days = new Map<string, number>();
  let latest = new Map<string, Span>();
  let looked: Span[] = coverRange(key.from, key.to);
  while (looked.length > 0) {
    const byId = new Map(looked.map((span) => [spanId(span), span]));
    const scopes = latest.size > 0 && latest.size <= 200 ? [...latest.keys()] : key.scopes;
    const rows = await db.read
      .select({ scope: tallies.scope, span: tallies.span })
      .from(tallies)
      .where(matching(tallies, { ...key, scopes, spans: [...byId.keys()] }));
    const found = new Map<string, Span>();
    for (const { scope, span: id } of rows) {
      const span = byId.get(id);
      const above = latest.get(scope);
      if (!span || (above && !contains(above, span)) || (latest.size > 0 && !above)) continue;
      if (span.start >= (found.get(scope)?.start ?? span.start)) found.set(scope, span);
    }
    for (const [scope, { start, length }] of found) if (length === 1) days.set(scope, start);
    latest = new Map([...found].filter(([, { length }]) => length > 1));
    looked = [...new Map([...latest.values()].flatMap(partsOf).map((span) => [spanId(span), span])).values()];
  }
  return days;
}

function contains(outer: Span, inner: Span): boolean {
  return inner.start >= outer.start && inner.start + inner.length <= outer.start + outer.length;
}

/**
 * Adds the whole numbers of a JSON array, up to so many. Figures read thousands of tallies; this is several times faster
 * than any JSON.
 */
function addCounters(into: number[], text: string, places: number): void {
  let place = 0;
  let count = 0;
  for (let at = 1; at < text.length && place < places; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) count = count * 10 + digit;
    else {
      if (place < into.length) into[place] = (into[place] ?? 0) + count;
      else into.push(count);
      place++;
      count = 0;
    }
  }
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
