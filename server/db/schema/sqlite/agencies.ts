import { type AnySQLiteColumn, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AgencyKind } from '#domain/agencies.ts';

export const agencies = sqliteTable(
  'agencies',
  {
    id: text().primaryKey(),
    parentId: text().references((): AnySQLiteColumn => agencies.id),
    kind: text().$type<AgencyKind>().notNull(),
    name: text().notNull(),
    nameEn: text(),
    /** Official 5-digit code of the administrative unit. */
    unitCode: text(),
    /** Mã định danh, `Hxx` or `Hxx.yyy`. */
    agencyCode: text(),
    /** Transactions (hồ sơ) a year; null is not known. */
    yearlyTransactions: integer(),
    /** First and last day on which the agency exists; null is open. */
    validFrom: integer(),
    validTo: integer(),
    createdAt: integer().notNull(),
  },
  (table) => [index('agencies_parent').on(table.parentId)],
);

/** Which agencies an agency came from by merger, split or renaming. */
export const agencyPredecessors = sqliteTable(
  'agency_predecessors',
  {
    agencyId: text()
      .notNull()
      .references(() => agencies.id),
    predecessorId: text()
      .notNull()
      .references(() => agencies.id),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.predecessorId] })],
);

/** Numbers the changes of the tree, so that of two that were decided at once on the same tree only one is made. */
export const agencyRevisions = sqliteTable(
  'agency_revisions',
  {
    revision: integer().notNull(),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.revision] })],
);
