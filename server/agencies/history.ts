// What staff have done to an agency, as the audit log tells it, field by field.
import { and, desc, eq } from 'drizzle-orm';
import { formatDay } from '#domain/days.ts';
import type { Database } from '../db/database.ts';

export interface AgencyChange {
  /** The number of its audit entry. */
  seq: number;
  /** Ms since the epoch. */
  at: number;
  /** Who did it; null is nobody known. */
  actor: string | null;
  /** `agency.closed` and so on. */
  action: string;
  fields: { field: string; before: string | null; after: string | null }[];
}

/** More is the audit log's to show. */
const MOST = 200;

/** The changes of an agency, the newest first. */
export async function historyOf(db: Database, id: string): Promise<AgencyChange[]> {
  const { auditEntries } = db.tables;
  const entries = await db.read
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.subjectKind, 'agency'), eq(auditEntries.subjectId, id)))
    .orderBy(desc(auditEntries.seq))
    .limit(MOST);
  return entries.map(({ seq, at, actorName, action, before, after }) => ({
    seq,
    at,
    actor: actorName,
    action,
    fields: changedFields(read(before), read(after)),
  }));
}

type Fields = Record<string, unknown>;

function read(json: string | null): Fields {
  return json === null ? {} : (JSON.parse(json) as Fields);
}

function changedFields(before: Fields, after: Fields) {
  return Object.keys({ ...before, ...after }).flatMap((field) => {
    const [was, is] = [shown(field, before[field]), shown(field, after[field])];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}

/** Days are kept as numbers. */
function shown(field: string, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' && (field === 'validFrom' || field === 'validTo')) return formatDay(value);
  return Array.isArray(value) ? value.join(',') : String(value);
}
