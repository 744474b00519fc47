import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
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
  (table) => [index('audit_entries_subject').on(table.subjectKind, table.subjectId)],
);
