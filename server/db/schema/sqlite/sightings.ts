import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * What the detectors look at, a row for what one touchpoint got of one day between two looks at the log: the fields of
 * each response, joined, see `server/integrity/sightings.ts`. Thrown away and rebuilt at will; a response may stand in two rows.
 */
export const sightings = sqliteTable(
  'sightings',
  {
    touchpointId: text().notNull(),
    day: integer().notNull(),
    questionnaireId: text().notNull(),
    agencyId: text().notNull(),
    /** First and last place in the log. */
    firstSeq: integer().notNull(),
    lastSeq: integer().notNull(),
    content: text().notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.day, table.touchpointId, table.questionnaireId, table.agencyId, table.firstSeq],
    }),
    index('sightings_last').on(table.lastSeq),
  ],
);
