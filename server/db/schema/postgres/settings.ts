import { bigint, pgTable, text } from 'drizzle-orm/pg-core';

/** What staff set for the whole installation; what is not here has its default, see `domain/settings.ts`. */
export const settings = pgTable('settings', {
  key: text().primaryKey(),
  /** JSON */
  value: text().notNull(),
  changedAt: bigint({ mode: 'number' }).notNull(),
});
