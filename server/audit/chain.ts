// The chain over the audit log: each seal covers its entry and the seal before, and the newest of each group is signed,
// so that an entry that is changed, removed or slipped in later shows.
import { createHash, sign, verify } from 'node:crypto';
import { and, asc, desc, gt, lte } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { Database, Tables } from '../db/database.ts';
import { isTaken } from '../db/faults.ts';
import type { Verifier } from '../ledger/note.ts';

export type StoredEntry = Tables['auditEntries']['$inferSelect'];

const GROUP = 1000;
const START = '';

/** The hash of an entry in its place, hex: SHA-256 of the hash before and of every field. */
export function sealHash(before: string, entry: StoredEntry): string {
  const { seq, at, accountId, actorName, role, action, subjectKind, subjectId, agencyId } = entry;
  const fields = [seq, at, accountId, actorName, role, action, subjectKind, subjectId, agencyId];
  const content = JSON.stringify([before, ...fields, entry.before, entry.after, entry.origin]);
  return createHash('sha256').update(content).digest('hex');
}

const signed = (seq: number, hash: string) => Buffer.from(`lang-nghe audit ${seq} ${hash}`);

/** Seals every entry that has no seal yet; of two who do it at once one does. */
export async function sealAudit({ db, signer }: Pick<Context, 'db' | 'signer'>): Promise<void> {
  for (;;) {
    const last = await lastSeal(db);
    const entries = await entriesAfter(db, last.seq);
    if (entries.length === 0) return;
    let { hash } = last;
    const rows = entries.map((entry, index) => {
      hash = sealHash(hash, entry);
      const newest = index === entries.length - 1;
      const signature = newest ? sign(null, signed(entry.seq, hash), signer.key).toString('base64') : null;
      return { seq: entry.seq, hash, signature };
    });
    try {
      await db.write((tx) => [tx.insertMany(db.tables.auditSeals, rows)]);
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
    if (entries.length < GROUP) return;
  }
}

/** Where the chain ends; its hash, noted down elsewhere, proves later what stood here. */
export async function lastSeal({
  read,
  tables: { auditSeals },
}: Database): Promise<{ seq: number; hash: string }> {
  const [found] = await read.select().from(auditSeals).orderBy(desc(auditSeals.seq)).limit(1);
  return found ?? { seq: 0, hash: START };
}

async function entriesAfter(
  { read, tables: { auditEntries } }: Database,
  seq: number,
): Promise<StoredEntry[]> {
  return await read
    .select()
    .from(auditEntries)
    .where(gt(auditEntries.seq, seq))
    .orderBy(asc(auditEntries.seq))
    .limit(GROUP);
}

export interface AuditVerdict {
  /** How many entries the chain covers. */
  sealed: number;
  /** Numbers of entries that are not as they were sealed, gone, or slipped in; at most the first hundred. */
  broken: number[];
}

const MOST_BROKEN = 100;

/**
 * Computes the whole chain anew, a page at a time. After a broken entry it goes on from what was sealed, so that each
 * fault is named.
 */
export async function verifyAudit(db: Database, verifier: Verifier): Promise<AuditVerdict> {
  const broken: number[] = [];
  let before = { seq: 0, hash: START };
  let sealed = 0;
  for (;;) {
    const seals = await sealsAfter(db, before.seq);
    const last = seals.at(-1);
    if (!last) return { sealed, broken: broken.slice(0, MOST_BROKEN) };
    const entries = await entriesBetween(db, before.seq, last.seq);
    const known = new Set(seals.map(({ seq }) => seq));
    for (const seq of entries.keys()) if (!known.has(seq)) broken.push(seq);
    for (const seal of seals) {
      const entry = entries.get(seal.seq);
      if (!entry || sealHash(before.hash, entry) !== seal.hash || isForged(seal, verifier))
        broken.push(seal.seq);
      before = seal;
    }
    sealed += seals.length;
    broken.sort((a, b) => a - b);
  }
}

type Seal = Tables['auditSeals']['$inferSelect'];

function isForged({ seq, hash, signature }: Seal, { key }: Verifier): boolean {
  return signature !== null && !verify(null, signed(seq, hash), key, Buffer.from(signature, 'base64'));
}

async function sealsAfter({ read, tables: { auditSeals } }: Database, seq: number): Promise<Seal[]> {
  return await read
    .select()
    .from(auditSeals)
    .where(gt(auditSeals.seq, seq))
    .orderBy(asc(auditSeals.seq))
    .limit(GROUP);
}

/** Also those that no seal covers: there must be none before a sealed one. */
async function entriesBetween(
  { read, tables: { auditEntries } }: Database,
  after: number,
  upTo: number,
): Promise<Map<number, StoredEntry>> {
  const rows = await read
    .select()
    .from(auditEntries)
    .where(and(gt(auditEntries.seq, after), lte(auditEntries.seq, upTo)));
  return new Map(rows.map((entry) => [entry.seq, entry]));
}
