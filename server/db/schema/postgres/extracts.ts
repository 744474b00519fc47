import { bigint, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

/**
 * What is kept of responses to add up groups of an agency and to look for what is odd: a row for what a touchpoint got on a
 * day. Few enough, and written so compactly, that they are read when somebody asks. Thrown away and rebuilt at will.
 */
export const extracts = pgTable(
  'extracts',
  {
    /** See `dayOf`. */
    day: bigint({ mode: 'number' }).notNull(),
    agencyId: text().notNull(),
    touchpointId: text().notNull(),
    questionnaireId: text().notNull(),
    /** What detectors look at; as many letters for each response, see `packSighting`. */
    sightings: text().notNull(),
    /** What groups are added up from, in the same order, see `packResponse`. */
    letters: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.day, table.agencyId, table.touchpointId, table.questionnaireId] }),
    index('extracts_agency').on(table.agencyId, table.day),
  ],
);
