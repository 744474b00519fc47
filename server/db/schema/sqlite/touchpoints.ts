import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { TouchpointKind, TouchpointState } from '#domain/touchpoints.ts';
import { agencies } from './agencies.ts';
import { questionnaires } from './questionnaires.ts';

export const touchpoints = sqliteTable(
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
    asksForProof: integer({ mode: 'boolean' }).notNull().default(false),
    createdAt: integer().notNull(),
  },
  (table) => [index('touchpoints_agency').on(table.agencyId)],
);

/** Codes that were replaced: whoever still opens one is told so. A code is never given out again. */
export const retiredCodes = sqliteTable('retired_codes', {
  code: text().primaryKey(),
  touchpointId: text()
    .notNull()
    .references(() => touchpoints.id),
  retiredAt: integer().notNull(),
});
