import { bigint, boolean, doublePrecision, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { questionnaires } from './questionnaires.ts';
import { touchpoints } from './touchpoints.ts';

/** A tablet that asks to be paired: one row per key. It is confirmed once a device has the key. */
export const pairings = pgTable(
  'pairings',
  {
    /** Known to the tablet only. */
    id: text().primaryKey(),
    publicKey: text().notNull().unique(),
    code: text().notNull().unique(),
    expiresAt: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [index('pairings_expires').on(table.expiresAt)],
);

/** Paired tablets. Figures about the tablet are its own word, from the last heartbeat. */
export const devices = pgTable(
  'devices',
  {
    id: text().primaryKey(),
    /** P-256, SPKI, base64url: whoever signs with it is this device. */
    publicKey: text().notNull().unique(),
    name: text().notNull(),
    touchpointId: text()
      .notNull()
      .references(() => touchpoints.id),
    /** Opens the staff corner on the tablet. */
    cornerCode: text().notNull(),
    pairedAt: bigint({ mode: 'number' }).notNull(),
    revokedAt: bigint({ mode: 'number' }),
    lastSeenAt: bigint({ mode: 'number' }),
    /** The end of its chain of batches: 0 and '' before the first. */
    lastSequence: bigint({ mode: 'number' }).notNull(),
    lastHash: text().notNull(),
    /** The tablet's clock minus the server's. */
    clockErrorMs: bigint({ mode: 'number' }),
    unsent: bigint({ mode: 'number' }),
    oldestUnsent: bigint({ mode: 'number' }),
    version: text(),
    /** 0 … 1 */
    battery: doublePrecision(),
    charging: boolean(),
    storagePersisted: boolean(),
    /** Bytes. */
    storageUsage: bigint({ mode: 'number' }),
    storageQuota: bigint({ mode: 'number' }),
  },
  (table) => [index('devices_touchpoint').on(table.touchpointId)],
);

/** Where a device stands or once stood: what was answered there may still be on it. */
export const deviceTouchpoints = pgTable(
  'device_touchpoints',
  {
    deviceId: text()
      .notNull()
      .references(() => devices.id),
    touchpointId: text()
      .notNull()
      .references(() => touchpoints.id),
  },
  (table) => [primaryKey({ columns: [table.deviceId, table.touchpointId] })],
);

/** The chain of signed batches of each device; a place is taken once. */
export const deviceBatches = pgTable(
  'device_batches',
  {
    deviceId: text()
      .notNull()
      .references(() => devices.id),
    sequence: bigint({ mode: 'number' }).notNull(),
    /** Of the signed text, which names the batch before and the payload. */
    hash: text().notNull(),
    signature: text().notNull(),
    /** Number of responses. */
    size: bigint({ mode: 'number' }).notNull(),
    receivedAt: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.deviceId, table.sequence] })],
);

/** How often something that claimed to come from a device was refused, by code. */
export const deviceRefusals = pgTable(
  'device_refusals',
  {
    deviceId: text()
      .notNull()
      .references(() => devices.id),
    code: text().notNull(),
    n: bigint({ mode: 'number' }).notNull(),
    lastAt: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.deviceId, table.code] })],
);

/** How many people left the form at which question; nothing of what they had answered. */
export const dropOffs = pgTable(
  'drop_offs',
  {
    questionnaireId: text()
      .notNull()
      .references(() => questionnaires.id),
    touchpointId: text()
      .notNull()
      .references(() => touchpoints.id),
    day: bigint({ mode: 'number' }).notNull(),
    question: text().notNull(),
    n: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.questionnaireId, table.touchpointId, table.day, table.question] }),
  ],
);
