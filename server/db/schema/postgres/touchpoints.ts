import { bigint, boolean, index, pgTable, text } from 'drizzle-orm/pg-core';
import type { TouchpointKind, TouchpointState } from '#domain/touchpoints.ts';
import { agencies } from './agencies.ts';
import { questionnaires } from './questionnaires.ts';

export const touchpoints = pgTable(
  'touchpoints',
  {
    id: text().primaryKey(),
    agencyId: text()
      .notNull()
      .references(() => agencies.id),
    code: text().notNull().unique(),
    kind: text().$type<TouchpointKind>().notNull(),
    name: text().notNull(),
    state: text().$type<TouchpointState>().notNull(),
    questionnaireId: text()
      .notNull()
      .references(() => questionnaires.id),
    /** Whether answers shall come with proof of work; for as long as somebody floods the touchpoint. */
    asksForProof: boolean().notNull().default(false),
    createdAt: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [index('touchpoints_agency').on(table.agencyId)],
);

/** Codes that were replaced: whoever still opens one is told so. A code is never given out again. */
export const retiredCodes = pgTable('retired_codes', {
  code: text().primaryKey(),
  touchpointId: text()
    .notNull()
    .references(() => touchpoints.id),
  retiredAt: bigint({ mode: 'number' }).notNull(),
});
