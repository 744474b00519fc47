import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Each time that a reporting period was closed, with its figures as they were; see `server/periods`. Never deleted. */
export const periodClosures = sqliteTable(
  'period_closures',
  {
    /** See `periodKey`. */
    period: text().notNull(),
    /** 1, 2 … in the order of closing. */
    number: integer().notNull(),
    from: integer().notNull(),
    to: integer().notNull(),
    closedAt: integer().notNull(),
    /** Number of responses in the ledger that the figures are made of, and the signed head of just so many. */
    ledgerSize: integer().notNull(),
    checkpoint: text().notNull(),
    /** JSON, see `Snapshot`; kept as text, byte for byte. */
    snapshot: text().notNull(),
    publishedAt: integer(),
    reopenedAt: integer(),
    reason: text(),
  },
  (table) => [primaryKey({ columns: [table.period, table.number] })],
);
