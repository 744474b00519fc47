import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What staff set for the whole installation; what is not here has its default, see `domain/settings.ts`. */
export const settings = sqliteTable('settings', {
  key: text().primaryKey(),
  /** JSON */
  value: text().notNull(),
  changedAt: integer().notNull(),
});
