import { bigint, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

/**
 * What the detectors look at, a row for what one touchpoint got of one day between two looks at the log: the fields of
 * each response, joined, see `server/integrity/sightings.ts`. Thrown away and rebuilt at will; a response may stand in two rows.
 */
export const sightings = pgTable(
  'sightings',
  {
    touchpointId: text().notNull(),
    day: bigint({ mode: 'number' }).notNull(),
    questionnaireId: text().notNull(),
    agencyId: text().notNull(),
    /** First and last place in the log. */
    firstSeq: bigint({ mode: 'number' }).notNull(),
    lastSeq: bigint({ mode: 'number' }).notNull(),
    content: text().notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.day, table.touchpointId, table.questionnaireId, table.agencyId, table.firstSeq],
    }),
    index('sightings_last').on(table.lastSeq),
  ],
);
