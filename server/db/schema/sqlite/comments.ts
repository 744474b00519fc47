import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { CommentStatus } from '#domain/comments.ts';
import { responses } from './responses.ts';

/**
 * What staff do with what people wrote, and by what they find it. The words themselves stay in the response, sealed;
 * here is only what a search looks through.
 */
export const comments = sqliteTable(
  'comments',
  {
    /** Random: an order by it says nothing about the order of answering. */
    id: text().primaryKey(),
    responseSeq: integer()
      .notNull()
      .references(() => responses.seq),
    question: text().notNull(),
    agencyId: text().notNull(),
    touchpointId: text().notNull(),
    /** The day of answering. */
    day: integer().notNull(),
    /** Without diacritics and case; empty when erased. */
    folded: text().notNull(),
    /** Whether personal data were found in it. */
    personal: integer({ mode: 'boolean' }).notNull(),
    /** Whether it alleges money or harassment: bears the label `allegation`. */
    allegation: integer({ mode: 'boolean' }).notNull(),
    status: text().$type<CommentStatus>().notNull(),
    /** Codes with a comma before and after each, sorted: `,praise,time,`; empty for none. */
    labels: text().notNull(),
    /** When its text was erased. */
    erasedAt: integer(),
  },
  (table) => [
    uniqueIndex('comments_answer').on(table.responseSeq, table.question),
    // Holds what a search looks through: looking each row up would take most of its time.
    index('comments_day').on(table.day, table.allegation, table.folded),
    index('comments_agency_day').on(table.agencyId, table.day),
    // Holds all that counting needs, in the order in which it is counted: nothing is looked up and nothing sorted.
    index('comments_counts').on(table.day, table.status, table.labels, table.agencyId, table.allegation),
  ],
);
