// What travels between a paired tablet, the server and staff.
import { z } from 'zod';
import { LARGEST_BATCH } from './device-signing.ts';

const instant = z.iso.datetime({ offset: true });
/** Without control characters: PostgreSQL cannot store all of them. */
const plain = z.string().regex(/^\P{Cc}*$/u);
const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);
const signature = base64url
  .length(86)
  .describe('ECDSA P-256, SHA-256, IEEE P1363; base64url without padding.');

export const DEVICE_STATES = ['active', 'revoked'] as const;

/** The body of `POST /api/pairings`. */
export const pairingRequestSchema = z.object({
  publicKey: base64url.max(200).describe('P-256, SPKI; base64url without padding.'),
  sentAt: instant,
  signature,
});

export const openPairingSchema = z.object({
  id: z.uuid().describe('Secret: only the tablet that asked knows it.'),
  code: z.string().describe('Shown on the tablet, typed in by staff.'),
  expiresAt: instant,
  now: instant.describe("The server's clock."),
});

/** What a tablet knows of itself. */
export const ownDeviceSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  touchpoint: z.string().describe('The code of the touchpoint that it stands at.'),
  cornerCode: z.string().describe('Six digits that open the staff corner, also offline.'),
});

export const pairingSchema = z.object({
  state: z.enum(['waiting', 'confirmed', 'expired']),
  device: ownDeviceSchema.nullable(),
  now: instant,
});

/** The body of `POST /api/devices/:id/batches`. */
export const signedBatchSchema = z.object({
  sequence: z.int().min(1),
  previous: z.string().regex(/^([0-9a-f]{64})?$/),
  payload: z.string().max(1024 * 1024),
  signature,
});
export type SignedBatch = z.infer<typeof signedBatchSchema>;

/** What the text `payload` of a batch says. Each response is looked at by itself: a bad one spoils no other. */
export const batchPayloadSchema = z.object({
  responses: z.array(z.unknown()).max(LARGEST_BATCH),
  dropOffs: z
    .array(
      z.object({
        day: z.iso.date().describe("By the tablet's clock."),
        questionnaire: plain.min(1).max(80),
        question: plain.min(1).max(40),
        n: z.int().min(1).max(10_000),
      }),
    )
    .max(500),
  sentAt: instant,
});
export type BatchPayload = z.infer<typeof batchPayloadSchema>;

/** The body of `POST /api/devices/:id/heartbeats`. */
export const signedHeartbeatSchema = z.object({
  sentAt: instant,
  payload: z.string().max(4096),
  signature,
});

const bytes = z.number().min(0).max(Number.MAX_SAFE_INTEGER);

/** What the text `payload` of a heartbeat says. */
export const heartbeatPayloadSchema = z.object({
  unsent: z.int().min(0),
  oldestUnsent: instant.nullable(),
  version: plain.max(40),
  battery: z.number().min(0).max(1).nullable(),
  charging: z.boolean().nullable(),
  storage: z.object({
    persisted: z.boolean(),
    usage: bytes.nullable(),
    quota: bytes.nullable(),
  }),
});

/** The file that a tablet saves as a last resort; the body of `POST /api/device-imports`. */
export const deviceFileSchema = z.object({
  format: z.literal('lang-nghe batches/1'),
  device: z.uuid(),
  batches: z.array(signedBatchSchema).max(10_000),
});
export type DeviceFile = z.infer<typeof deviceFileSchema>;

const deviceName = plain.trim().min(1).max(100);

/** In the address of a device; what cannot be an id is nobody's. */
export const deviceIdSchema = z.object({ id: plain.max(40) });

/** The body of `POST /api/devices`. */
export const newDeviceSchema = z.object({
  pairing: z.string().max(40).describe('The code that the tablet shows.'),
  touchpoint: plain.max(40).describe('The id of the touchpoint.'),
  name: deviceName,
});

/** The body of `PATCH /api/devices/:id`. */
export const deviceChangesSchema = z.object({
  name: deviceName.optional(),
  touchpoint: plain.max(40).optional().describe('The id of the touchpoint that it now stands at.'),
});
export type DeviceChanges = z.infer<typeof deviceChangesSchema>;

/** A tablet as staff see it. */
export const deviceSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  touchpoint: z.object({
    id: z.string(),
    name: z.string(),
    code: z.string(),
    agency: z.object({ id: z.string(), name: z.string() }),
  }),
  state: z.enum(DEVICE_STATES),
  pairedAt: instant,
  revokedAt: instant.nullable(),
  lastSeenAt: instant.nullable(),
  unsent: z.int().nullable().describe('Null before the first heartbeat.'),
  oldestUnsent: instant.nullable(),
  version: z.string().nullable(),
  battery: z.number().nullable(),
  charging: z.boolean().nullable(),
  storagePersisted: z.boolean().nullable(),
  lastSequence: z.int(),
  refusals: z.record(z.string(), z.int()).describe('How often something was refused, by code.'),
  cornerCode: z.string(),
});
export type DeviceView = z.infer<typeof deviceSchema>;
