// The tables on SQLite. Times are ms since the epoch, days are counted from 1970-01-01, ids are text.

import { type AnySQLiteColumn, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AgencyKind } from '#domain/agencies.ts';
import type { Questionnaire } from '#domain/questionnaire.ts';
import type { Answers } from '#domain/questions.ts';
import type { Channel } from '#domain/submissions.ts';
import type { TouchpointKind, TouchpointState } from '#domain/touchpoints.ts';

export const agencies = sqliteTable(
  'agencies',
  {
    id: text().primaryKey(),
    parentId: text().references((): AnySQLiteColumn => agencies.id),
    kind: text().$type<AgencyKind>().notNull(),
    name: text().notNull(),
    nameEn: text(),
    /** Official 5-digit code of the administrative unit. */
    unitCode: text(),
    /** Mã định danh, `Hxx` or `Hxx.yyy`. */
    agencyCode: text(),
    /** First and last day on which the agency exists; null is open. */
    validFrom: integer(),
    validTo: integer(),
    createdAt: integer().notNull(),
  },
  (table) => [index('agencies_parent').on(table.parentId)],
);

/** Which agencies an agency came from by merger, split or renaming. */
export const agencyPredecessors = sqliteTable(
  'agency_predecessors',
  {
    agencyId: text()
      .notNull()
      .references(() => agencies.id),
    predecessorId: text()
      .notNull()
      .references(() => agencies.id),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.predecessorId] })],
);

/** Published versions; a row never changes. */
export const questionnaires = sqliteTable('questionnaires', {
  /** `code@version` */
  id: text().primaryKey(),
  hash: text().notNull(),
  content: text({ mode: 'json' }).$type<Questionnaire>().notNull(),
  publishedAt: integer().notNull(),
});

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
    createdAt: integer().notNull(),
  },
  (table) => [index('touchpoints_agency').on(table.agencyId)],
);

/** The append-only log. Every figure is a projection of it. */
export const responses = sqliteTable('responses', {
  /** Order of storing; gaps mean nothing. */
  seq: integer().primaryKey({ autoIncrement: true }),
  /** Made by the device. */
  id: text().notNull().unique(),
  touchpointId: text()
    .notNull()
    .references(() => touchpoints.id),
  /** The agency that the touchpoint belonged to when it was rated. */
  agencyId: text()
    .notNull()
    .references(() => agencies.id),
  questionnaireId: text()
    .notNull()
    .references(() => questionnaires.id),
  /** Canonical; option codes only. */
  answers: text({ mode: 'json' }).$type<Answers>().notNull(),
  /** Answers in the respondent's own words, by question code; '' where a text was erased, null where there was none. */
  comments: text({ mode: 'json' }).$type<Record<string, string>>(),
  locale: text().notNull(),
  channel: text().$type<Channel>().notNull(),
  /** Corrected by the error of the device's clock; decides the day. */
  answeredAt: integer().notNull(),
  /** What the device's clock said. */
  deviceAnsweredAt: integer().notNull(),
  receivedAt: integer().notNull(),
  durationMs: integer().notNull(),
});

/** Every counted response has its place, 0, 1, 2 …, in the order of storing. */
export const ledger = sqliteTable('ledger', {
  position: integer().primaryKey(),
  responseSeq: integer()
    .notNull()
    .unique()
    .references(() => responses.seq),
});

/** What the counted responses add up to. Thrown away and rebuilt at will. */
export const tallies = sqliteTable(
  'tallies',
  {
    grain: text().$type<Grain>().notNull(),
    questionnaireId: text().notNull(),
    /** See `spanId`. */
    span: integer().notNull(),
    /** Agency or touchpoint id by the grain; empty for the whole installation. */
    scope: text().notNull(),
    /** Laid out by `tallyLayout` of the questionnaire. */
    counts: text({ mode: 'json' }).$type<number[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.grain, table.questionnaireId, table.span, table.scope] })],
);
export type Grain = 'all' | 'agency' | 'touchpoint';
