import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Counts by what respondents said of themselves, and by channel. Thrown away and rebuilt at will. Kept by agency and day
 * as tallies are, but only what a rate needs: with every option of every question they would be ten times as many.
 */
export const slices = sqliteTable(
  'slices',
  {
    questionnaireId: text().notNull(),
    /** A question's code, or `channel`. */
    attribute: text().notNull(),
    /** See `spanId`. */
    span: integer().notNull(),
    /** Agency id; empty for the whole installation. */
    scope: text().notNull(),
    /** Responses of each group, joined by commas: all that is needed to know what must be withheld. */
    sizes: text().notNull(),
    /** Counters of each group, laid out by `sliceLayout`; groups joined by semicolons, empty where nobody belongs to one. */
    counts: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.questionnaireId, table.attribute, table.scope, table.span] })],
);

/** Each stretch of the log that is counted into slices: of two processes that count the same, one fails. */
export const sliceSteps = sqliteTable(
  'slice_steps',
  {
    after: integer().notNull(),
    upTo: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.after] })],
);
