// Counts by what respondents said of themselves, and by channel. Thrown away and rebuilt at will.
import { bigint, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

/** How many people of each group there are: all that is needed to know what must be withheld. */
export const slices = pgTable(
  'slices',
  {
    questionnaireId: text().notNull(),
    /** Agency id; empty for the whole installation. */
    scope: text().notNull(),
    /** See `spanId`. */
    span: bigint({ mode: 'number' }).notNull(),
    /** Responses by group, laid out by `countSizes`. */
    sizes: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.questionnaireId, table.scope, table.span] })],
);

/** What the groups of the whole installation say. Of agencies there would be more than there are responses. */
export const sliceCounts = pgTable(
  'slice_counts',
  {
    questionnaireId: text().notNull(),
    /** A question's code, or `channel`. */
    attribute: text().notNull(),
    /** See `spanId`. */
    span: bigint({ mode: 'number' }).notNull(),
    /** Counters of each group, laid out by `sliceLayout`; groups joined by semicolons, empty where nobody belongs to one. */
    counts: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.questionnaireId, table.attribute, table.span] })],
);

/** Each stretch of the log that is counted into slices: of two processes that count the same, one fails. */
export const sliceSteps = pgTable(
  'slice_steps',
  {
    after: bigint({ mode: 'number' }).notNull(),
    upTo: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.after] })],
);
