// The tables on SQLite. Times are ms since the epoch, days are counted from 1970-01-01, ids are text.

import { type AnySQLiteColumn, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AgencyKind } from '#domain/agencies.ts';
import type { Questionnaire } from '#domain/questionnaire.ts';
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
export const responses = sqliteTable(
  'responses',
  {
    /** Order of storing; gaps mean nothing. */
    seq: integer().primaryKey({ autoIncrement: true }),
    /** Made by the device. */
    id: text().notNull().unique(),
    /** See `receiptOf`. */
    receipt: text().notNull(),
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
    /** Canonical answers, option codes only, as JSON: kept as text because the ledger commits to every byte. */
    answers: text().notNull(),
    /** What was written in own words, as JSON; see `comments.ts`. Null where there was none. */
    comments: text(),
    locale: text().notNull(),
    channel: text().$type<Channel>().notNull(),
    /** Corrected by the error of the device's clock; decides the day. */
    answeredAt: integer().notNull(),
    /** What the device's clock said. */
    deviceAnsweredAt: integer().notNull(),
    receivedAt: integer().notNull(),
    durationMs: integer().notNull(),
    /** Random; keeps the ledger's hash of the answers from being guessed. */
    salt: text().notNull(),
  },
  (table) => [index('responses_receipt').on(table.receipt)],
);

/** Every counted response has its place, 0, 1, 2 …, in the order of storing, and a leaf of the Merkle tree. */
export const ledger = sqliteTable(
  'ledger',
  {
    position: integer().notNull(),
    responseSeq: integer()
      .notNull()
      .unique()
      .references(() => responses.seq),
    /** RFC 6962 leaf hash, hex. */
    leafHash: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.position] })],
);

/** Hashes of complete subtrees of 256, 65,536 … leaves, so that a proof need not read every leaf. */
export const subtrees = sqliteTable(
  'subtrees',
  {
    /** Height; a multiple of 8. */
    level: integer().notNull(),
    index: integer().notNull(),
    hash: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.level, table.index] })],
);

/** Signed heads of the tree; see `server/ledger`. */
export const checkpoints = sqliteTable(
  'checkpoints',
  {
    /** Number of leaves. */
    size: integer().notNull(),
    /** Hashes, hex, of the complete subtrees that make up the tree, largest first: enough to go on from here. */
    frontier: text({ mode: 'json' }).$type<string[]>().notNull(),
    /** The signed note, as it is handed out. */
    note: text().notNull(),
    createdAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.size] })],
);

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
