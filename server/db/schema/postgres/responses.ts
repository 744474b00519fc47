import { bigint, bigserial, index, pgTable, text } from 'drizzle-orm/pg-core';
import type { Channel } from '#domain/submissions.ts';
import { agencies } from './agencies.ts';
import { devices } from './devices.ts';
import { questionnaires } from './questionnaires.ts';
import { touchpoints } from './touchpoints.ts';

/** The append-only log. Every figure is a projection of it. */
export const responses = pgTable(
  'responses',
  {
    /** Order of storing; gaps mean nothing. */
    seq: bigserial({ mode: 'number' }).primaryKey(),
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
    answeredAt: bigint({ mode: 'number' }).notNull(),
    /** What the device's clock said. */
    deviceAnsweredAt: bigint({ mode: 'number' }).notNull(),
    receivedAt: bigint({ mode: 'number' }).notNull(),
    durationMs: bigint({ mode: 'number' }).notNull(),
    /** The paired tablet that signed for it, if one did. */
    deviceId: text().references(() => devices.id),
    /** Random; keeps the ledger's hash of the answers from being guessed. */
    salt: text().notNull(),
    /** Why it looks odd, sorted codes as JSON text, see `marksOf`; null for nearly all. Set on arrival, never changed. */
    marks: text(),
  },
  (table) => [index('responses_receipt').on(table.receipt)],
);
