import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What the counted responses add up to. Thrown away and rebuilt at will. */
export const tallies = sqliteTable(
  'tallies',
  {
    grain: text().$type<Grain>().notNull(),
    questionnaireId: text().notNull(),
    /** See `spanId`. */
    span: integer().notNull(),
    /** Agency or touchpoint id by the grain; empty for the whole installation. */
    scope: text().notNull(),
    /** Laid out by `tallyLayout` of the questionnaire. */
    counts: text({ mode: 'json' }).$type<number[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.grain, table.questionnaireId, table.span, table.scope] })],
);
type Whole = 'all' | 'agency' | 'touchpoint';
/** Marked responses are counted apart, so that every figure can be given with and without them. */
export type Grain = Whole | `marked_${Whole}`;
