import { bigint, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

/** Each time that a reporting period was closed, with its figures as they were; see `server/periods`. Never deleted. */
export const periodClosures = pgTable(
  'period_closures',
  {
    /** See `periodKey`. */
    period: text().notNull(),
    /** 1, 2 … in the order of closing. */
    number: bigint({ mode: 'number' }).notNull(),
    from: bigint({ mode: 'number' }).notNull(),
    to: bigint({ mode: 'number' }).notNull(),
    closedAt: bigint({ mode: 'number' }).notNull(),
    /** Number of responses in the ledger that the figures are made of, and the signed head of just so many. */
    ledgerSize: bigint({ mode: 'number' }).notNull(),
    checkpoint: text().notNull(),
    /** JSON, see `Snapshot`; kept as text, byte for byte. */
    snapshot: text().notNull(),
    publishedAt: bigint({ mode: 'number' }),
    reopenedAt: bigint({ mode: 'number' }),
    reason: text(),
  },
  (table) => [primaryKey({ columns: [table.period, table.number] })],
);
