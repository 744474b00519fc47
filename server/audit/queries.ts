import { and, count, desc, eq, gte, inArray, like, lt, or, type SQL } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import type { StoredEntry } from './chain.ts';

export interface AuditFilter {
  /** Of these agencies; absent for all entries, those of the whole installation too. */
  agencies?: string[] | undefined;
  /** Of one agency. */
  agency?: string | undefined;
  account?: string | undefined;
  /** `noun` or `noun.verb`. */
  action?: string | undefined;
  subject?: { kind: string; id: string } | undefined;
  /** ms, `from` inclusive and `to` exclusive. */
  from?: number | undefined;
  to?: number | undefined;
  /** Done by one of these accounts, or to one of these things. */
  about?: { accounts: string[]; subjects: string[] } | undefined;
}

/** A page of entries, the newest first, and how many match altogether. */
export async function listEntries(
  { read, tables }: Database,
  filter: AuditFilter,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ entries: StoredEntry[]; total: number }> {
  const { auditEntries } = tables;
  const which = conditions(tables.auditEntries, filter);
  const entries = await read
    .select()
    .from(auditEntries)
    .where(which)
    .orderBy(desc(auditEntries.seq))
    .limit(limit)
    .offset(offset);
  const [counted] = await read.select({ total: count() }).from(auditEntries).where(which);
  return { entries, total: Number(counted?.total ?? 0) };
}

function conditions(entries: Database['tables']['auditEntries'], filter: AuditFilter): SQL | undefined {
  const { agencies, agency, account, action, subject, from, to, about } = filter;
  const verb = action?.includes('.') ? eq(entries.action, action) : undefined;
  const noun = action && !verb ? like(entries.action, `${action}.%`) : undefined;
  return and(
    agencies && inArray(entries.agencyId, agencies),
    agency ? eq(entries.agencyId, agency) : undefined,
    account ? eq(entries.accountId, account) : undefined,
    verb ?? noun,
    subject && and(eq(entries.subjectKind, subject.kind), eq(entries.subjectId, subject.id)),
    from === undefined ? undefined : gte(entries.at, from),
    to === undefined ? undefined : lt(entries.at, to),
    about && or(inArray(entries.accountId, about.accounts), inArray(entries.subjectId, about.subjects)),
  );
}
