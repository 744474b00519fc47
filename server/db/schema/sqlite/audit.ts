import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Role } from '#domain/roles.ts';

/** Who did what to which thing; see `server/audit`. Append-only. */
export const auditEntries = sqliteTable(
  'audit_entries',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    accountId: text(),
    actorName: text(),
    role: text().$type<Role>(),
    /** `noun.verb` */
    action: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: text().notNull(),
    /** Whose people may read it; null is the whole installation's. */
    agencyId: text(),
    /** JSON, kept as text because the chain commits to every byte. */
    before: text(),
    after: text(),
    origin: text(),
  },
  (table) => [
    index('audit_entries_subject').on(table.subjectKind, table.subjectId),
    index('audit_entries_account').on(table.accountId),
  ],
);

/** The chain over the entries: each hash covers its entry and the hash before; see `server/audit/chain.ts`. */
export const auditSeals = sqliteTable(
  'audit_seals',
  {
    seq: integer().notNull(),
    hash: text().notNull(),
    /** By the installation's key, on the last of each group; the others are covered by the chain. */
    signature: text(),
  },
  (table) => [primaryKey({ columns: [table.seq] })],
);
