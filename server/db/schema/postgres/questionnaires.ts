import { bigint, json, pgTable, text } from 'drizzle-orm/pg-core';
import type { Questionnaire } from '#domain/questionnaire.ts';

/** Published versions; a row never changes. */
export const questionnaires = pgTable('questionnaires', {
  /** `code@version` */
  id: text().primaryKey(),
  hash: text().notNull(),
  content: json().$type<Questionnaire>().notNull(),
  publishedAt: bigint({ mode: 'number' }).notNull(),
});
