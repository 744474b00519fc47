import { and, asc, desc, eq, gte, inArray, lt, lte } from 'drizzle-orm';
import type { Database, Statement, Tables, Writer } from '../db/database.ts';

export type LedgerEntry = Tables['ledger']['$inferSelect'];
export type StoredCheckpoint = Tables['checkpoints']['$inferSelect'];
export type StoredSubtree = Tables['subtrees']['$inferSelect'];

/** The entry with the highest position; null while nothing is counted. */
export async function lastEntry({ read, tables: { ledger } }: Database): Promise<LedgerEntry | null> {
  const [last] = await read.select().from(ledger).orderBy(desc(ledger.position)).limit(1);
  return last ?? null;
}

/** Entries from a position on, in order. */
export async function entriesFrom(
  { read, tables: { ledger } }: Database,
  position: number,
  limit: number,
): Promise<LedgerEntry[]> {
  return await read
    .select()
    .from(ledger)
    .where(gte(ledger.position, position))
    .orderBy(asc(ledger.position))
    .limit(limit);
}

/** Hashes, hex, of the leaves from..to − 1, in order. */
export async function leafHashes(
  { read, tables: { ledger } }: Database,
  from: number,
  to: number,
): Promise<string[]> {
  const rows = await read
    .select({ hash: ledger.leafHash })
    .from(ledger)
    .where(and(gte(ledger.position, from), lt(ledger.position, to)))
    .orderBy(asc(ledger.position));
  return rows.map((row) => row.hash);
}

/** Hashes, hex, of the stored subtrees of one height, index from..to − 1, in order. */
export async function subtreeHashes(
  { read, tables: { subtrees } }: Database,
  level: number,
  from: number,
  to: number,
): Promise<string[]> {
  const rows = await read
    .select({ hash: subtrees.hash })
    .from(subtrees)
    .where(and(eq(subtrees.level, level), gte(subtrees.index, from), lt(subtrees.index, to)))
    .orderBy(asc(subtrees.index));
  return rows.map((row) => row.hash);
}

/** The newest checkpoint of at most `size` leaves. */
export async function checkpointUpTo(
  { read, tables: { checkpoints } }: Database,
  size: number,
): Promise<StoredCheckpoint | null> {
  const [found] = await read
    .select()
    .from(checkpoints)
    .where(lte(checkpoints.size, size))
    .orderBy(desc(checkpoints.size))
    .limit(1);
  return found ?? null;
}

/** Checkpoints of more than `size` leaves, smallest first. */
export async function checkpointsAfter(
  { read, tables: { checkpoints } }: Database,
  size: number,
  limit: number,
): Promise<StoredCheckpoint[]> {
  return await read
    .select()
    .from(checkpoints)
    .where(gte(checkpoints.size, size + 1))
    .orderBy(asc(checkpoints.size))
    .limit(limit);
}

/** Positions of the responses with a receipt; more than one only by a chance of one in 10¹⁷ per pair. */
export async function positionsOfReceipt(
  { read, tables: { ledger, responses } }: Database,
  receipt: string,
): Promise<number[]> {
  const stored = await read
    .select({ seq: responses.seq })
    .from(responses)
    .where(eq(responses.receipt, receipt));
  if (stored.length === 0) return [];
  const entries = await read
    .select({ position: ledger.position })
    .from(ledger)
    .where(
      inArray(
        ledger.responseSeq,
        stored.map((row) => row.seq),
      ),
    );
  return entries.map((entry) => entry.position);
}

/** The statement that gives counted responses their places; fails if another process has counted them. */
export function insertEntries(tx: Writer, { ledger }: Tables, rows: LedgerEntry[]): Statement {
  return tx.insertMany(ledger, rows);
}

export function insertSubtrees(tx: Writer, { subtrees }: Tables, rows: StoredSubtree[]): Statement {
  return tx.insertMany(subtrees, rows);
}

/** The statement that keeps a checkpoint; one of the same size is already the same. */
export function insertCheckpoint(tx: Writer, { checkpoints }: Tables, row: StoredCheckpoint): Statement {
  return tx.insert(checkpoints).values(row).onConflictDoNothing();
}
