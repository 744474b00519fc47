import { bigint, boolean, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { CommentStatus } from '#domain/comments.ts';
import { responses } from './responses.ts';

/**
 * What staff do with what people wrote, and by what they find it. The words themselves stay in the response, sealed;
 * here is only what a search looks through.
 */
export const comments = pgTable(
  'comments',
  {
    /** Random: an order by it says nothing about the order of answering. */
    id: text().primaryKey(),
    responseSeq: bigint({ mode: 'number' })
      .notNull()
      .references(() => responses.seq),
    question: text().notNull(),
    agencyId: text().notNull(),
    touchpointId: text().notNull(),
    /** The day of answering. */
    day: bigint({ mode: 'number' }).notNull(),
    /** Without diacritics and case; empty when erased. */
    folded: text().notNull(),
    /** Whether personal data were found in it. */
    personal: boolean().notNull(),
    /** Whether it alleges money or harassment: bears the label `allegation`. */
    allegation: boolean().notNull(),
    status: text().$type<CommentStatus>().notNull(),
    /** Codes with a comma before and after each, sorted: `,praise,time,`; empty for none. */
    labels: text().notNull(),
    /** When its text was erased. */
    erasedAt: bigint({ mode: 'number' }),
  },
  (table) => [
    uniqueIndex('comments_answer').on(table.responseSeq, table.question),
    // Without the words, which may be longer than an index takes.
    index('comments_day').on(table.day, table.id, table.allegation),
    index('comments_agency_day').on(table.agencyId, table.day),
    // Holds all that counting needs, in the order in which it is counted: nothing is looked up and nothing sorted.
    index('comments_counts').on(table.day, table.status, table.labels, table.agencyId, table.allegation),
  ],
);
