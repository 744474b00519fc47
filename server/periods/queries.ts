import { and, asc, desc, eq, gte, isNull, lte } from 'drizzle-orm';
import type { Database, Statement, Tables, Writer } from '../db/database.ts';

export type Closure = Tables['periodClosures']['$inferSelect'];

/** Every closure of a period, in order. */
export async function closuresOf(
  { read, tables: { periodClosures } }: Database,
  period: string,
): Promise<Closure[]> {
  return await read
    .select()
    .from(periodClosures)
    .where(eq(periodClosures.period, period))
    .orderBy(asc(periodClosures.number));
}

/** The closure in force of just these days, whatever the closing day is now; null where they are not closed. */
export async function closureOfDays(
  { read, tables: { periodClosures: table } }: Database,
  { from, to }: { from: number; to: number },
): Promise<Closure | null> {
  const [found] = await read
    .select()
    .from(table)
    .where(and(eq(table.from, from), eq(table.to, to), isNull(table.reopenedAt)))
    .orderBy(desc(table.closedAt))
    .limit(1);
  return found ?? null;
}

export type ClosureNote = Omit<Closure, 'snapshot' | 'checkpoint'>;

/** Closures of periods that end in a range of days, without their figures, in order. */
export async function closuresEnding(
  { read, tables: { periodClosures: table } }: Database,
  from: number,
  to: number,
): Promise<ClosureNote[]> {
  return await read
    .select({
      period: table.period,
      number: table.number,
      from: table.from,
      to: table.to,
      closedAt: table.closedAt,
      ledgerSize: table.ledgerSize,
      publishedAt: table.publishedAt,
      reopenedAt: table.reopenedAt,
      reason: table.reason,
    })
    .from(table)
    .where(and(gte(table.to, from), lte(table.to, to)))
    .orderBy(asc(table.to), asc(table.period), asc(table.number));
}

/** Fails where somebody else has closed it in the meantime. */
export function insertClosure(tx: Writer, { periodClosures }: Tables, row: Closure): Statement {
  return tx.insert(periodClosures).values(row);
}

/** Changes a closure that is not reopened; the rows changed are the statement's result. */
export function updateClosure(
  tx: Writer,
  { periodClosures: table }: Tables,
  { period, number }: Pick<Closure, 'period' | 'number'>,
  fields: Partial<Pick<Closure, 'publishedAt' | 'reopenedAt' | 'reason'>>,
): Statement {
  return tx
    .update(table)
    .set(fields)
    .where(and(eq(table.period, period), eq(table.number, number), isNull(table.reopenedAt)));
}
