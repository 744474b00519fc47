import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { questionnaires } from './questionnaires.ts';
import { touchpoints } from './touchpoints.ts';

/** A tablet that asks to be paired: one row per key. It is confirmed once a device has the key. */
export const pairings = sqliteTable(
  'pairings',
  {
    /** Known to the tablet only. */
    id: text().primaryKey(),
    publicKey: text().notNull().unique(),
    code: text().notNull().unique(),
    expiresAt: integer().notNull(),
  },
  (table) => [index('pairings_expires').on(table.expiresAt)],
);

/** Paired tablets. Figures about the tablet are its own word, from the last heartbeat. */
export const devices = sqliteTable(
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
    pairedAt: integer().notNull(),
    revokedAt: integer(),
    lastSeenAt: integer(),
    /** The end of its chain of batches: 0 and '' before the first. */
    lastSequence: integer().notNull(),
    lastHash: text().notNull(),
    /** The tablet's clock minus the server's. */
    clockErrorMs: integer(),
    unsent: integer(),
    oldestUnsent: integer(),
    version: text(),
    /** 0 … 1 */
    battery: real(),
    charging: integer({ mode: 'boolean' }),
    storagePersisted: integer({ mode: 'boolean' }),
    /** Bytes. */
    storageUsage: integer(),
    storageQuota: integer(),
  },
  (table) => [index('devices_touchpoint').on(table.touchpointId)],
);

/** Where a device stands or once stood: what was answered there may still be on it. */
export const deviceTouchpoints = sqliteTable(
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
export const deviceBatches = sqliteTable(
  'device_batches',
  {
    deviceId: text()
      .notNull()
      .references(() => devices.id),
    sequence: integer().notNull(),
    /** Of the signed text, which names the batch before and the payload. */
    hash: text().notNull(),
    signature: text().notNull(),
    /** Number of responses. */
    size: integer().notNull(),
    receivedAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.deviceId, table.sequence] })],
);

/** How often something that claimed to come from a device was refused, by code. */
export const deviceRefusals = sqliteTable(
  'device_refusals',
  {
    deviceId: text()
      .notNull()
      .references(() => devices.id),
    code: text().notNull(),
    n: integer().notNull(),
    lastAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.deviceId, table.code] })],
);

/** How many people left the form at which question; nothing of what they had answered. */
export const dropOffs = sqliteTable(
  'drop_offs',
  {
    questionnaireId: text()
      .notNull()
      .references(() => questionnaires.id),
    touchpointId: text()
      .notNull()
      .references(() => touchpoints.id),
    day: integer().notNull(),
    question: text().notNull(),
    n: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.questionnaireId, table.touchpointId, table.day, table.question] }),
  ],
);
