import { bigint, json, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Grain } from '../sqlite/tallies.ts';

/** What the counted responses add up to. Thrown away and rebuilt at will. */
export const tallies = pgTable(
  'tallies',
  {
    grain: text().$type<Grain>().notNull(),
    questionnaireId: text().notNull(),
    /** See `spanId`. */
    span: bigint({ mode: 'number' }).notNull(),
    /** Agency or touchpoint id by the grain; empty for the whole installation. */
    scope: text().notNull(),
    /** Laid out by `tallyLayout` of the questionnaire. */
    counts: json().$type<number[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.grain, table.questionnaireId, table.span, table.scope] })],
);
