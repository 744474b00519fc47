import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Questionnaire } from '#domain/questionnaire.ts';

/** Published versions; a row never changes. */
export const questionnaires = sqliteTable('questionnaires', {
  /** `code@version` */
  id: text().primaryKey(),
  hash: text().notNull(),
  content: text({ mode: 'json' }).$type<Questionnaire>().notNull(),
  publishedAt: integer().notNull(),
});
