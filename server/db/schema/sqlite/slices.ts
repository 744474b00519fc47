// Counts by what respondents said of themselves, and by channel. Thrown away and rebuilt at will.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** How many people of each group there are: all that is needed to know what must be withheld. */
export const slices = sqliteTable(
  'slices',
  {
    questionnaireId: text().notNull(),
    /** Agency id; empty for the whole installation. */
    scope: text().notNull(),
    /** See `spanId`. */
    span: integer().notNull(),
    /** Responses by group, laid out by `countSizes`. */
    sizes: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.questionnaireId, table.scope, table.span] })],
);

/** What the groups of the whole installation say. Of agencies there would be more than there are responses. */
export const sliceCounts = sqliteTable(
  'slice_counts',
  {
    questionnaireId: text().notNull(),
    /** A question's code, or `channel`. */
    attribute: text().notNull(),
    /** See `spanId`. */
    span: integer().notNull(),
    /** Counters of each group, laid out by `sliceLayout`; groups joined by semicolons, empty where nobody belongs to one. */
    counts: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.questionnaireId, table.attribute, table.span] })],
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
