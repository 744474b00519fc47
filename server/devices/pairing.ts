// How a tablet and the server come to know each other: the tablet shows a code, somebody with the right confirms it.
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { pairingText } from '#domain/device-signing.ts';
import { codeFromBytes, normaliseCode } from '#domain/touchpoints.ts';
import { type Doer, recordAudit } from '../audit/recording.ts';
import type { Context } from '../context.ts';
import type { Database } from '../db/database.ts';
import { Failure } from '../errors.ts';
import type { Touchpoint } from '../touchpoints/queries.ts';
import { countOpenPairings, type Device, findPairing, type Pairing, putPairing } from './queries.ts';
import { isSigned } from './signatures.ts';

const VALID_MS = 15 * 60_000;
/** So that a tablet that was off meanwhile still hears that its code is too old. */
const KEPT_MS = 86_400_000;
/** More tablets than this never wait at once; a flood of requests must not fill the disk. */
const MOST_OPEN = 1000;

/**
 * Opens a pairing for a key, or finds the one that is open.
 * @throws Failure forbidden/bad_signature, overloaded/too_many_pairings
 */
export async function openPairing(
  { db, now }: Context,
  asked: { publicKey: string; sentAt: string; signature: string },
): Promise<{ pairing: Pairing; created: boolean }> {
  const { publicKey, sentAt, signature } = asked;
  if (!isSigned(publicKey, pairingText(publicKey, sentAt), signature))
    throw new Failure('forbidden', 'bad_signature');
  const at = now();
  const open = await findPairing(db, { publicKey });
  if (open && open.pairing.expiresAt >= at) return { pairing: open.pairing, created: false };
  if ((await countOpenPairings(db, at)) >= MOST_OPEN) throw new Failure('overloaded', 'too_many_pairings');
  const row = {
    id: randomUUID(),
    publicKey,
    code: codeFromBytes(randomBytes(64)),
    expiresAt: at + VALID_MS,
  };
  await putPairing(db, row, at, at - KEPT_MS);
  const stored = (await findPairing(db, { publicKey }))?.pairing;
  if (!stored) throw new Error('a pairing disappeared');
  return { pairing: stored, created: stored.id === row.id };
}

/**
 * What has become of a pairing.
 * @throws Failure not_found/unknown_pairing
 */
export async function viewPairing({ db, now }: Context, id: string) {
  const found = await findPairing(db, { id });
  if (!found) throw new Failure('not_found', 'unknown_pairing');
  const { pairing, device, touchpoint } = found;
  if (device && touchpoint) return { state: 'confirmed' as const, device: ownView(device, touchpoint) };
  return { state: pairing.expiresAt < now() ? ('expired' as const) : ('waiting' as const), device: null };
}

/** What a tablet is told of itself. */
export function ownView({ id, name, cornerCode }: Device, touchpoint: string) {
  return { id, name, touchpoint, cornerCode };
}

/**
 * Makes a device of the tablet that shows a code.
 * @param typed the code as somebody typed or scanned it
 * @param touchpoint within the doer's reach
 * @returns the id of the device
 * @throws Failure not_found/unknown_pairing, conflict/pairing_used, gone/pairing_expired, and as `requireOpen`
 */
export async function confirmPairing(
  { db, now }: Context,
  { typed, touchpoint, name }: { typed: string; touchpoint: Touchpoint; name: string },
  doer: Doer,
): Promise<string> {
  requireOpen(touchpoint);
  const at = now();
  const pairing = await confirmable(db, typed, at);
  const device = newDevice(pairing, touchpoint, name, at);
  const entry = {
    ...doer,
    at,
    action: 'device.paired',
    subject: { kind: 'device', id: device.id },
    agencyId: touchpoint.agencyId,
    after: { name, touchpoint: touchpoint.code },
  };
  try {
    await db.write((tx) => [
      tx.insert(db.tables.devices).values(device),
      tx.insert(db.tables.deviceTouchpoints).values({ deviceId: device.id, touchpointId: touchpoint.id }),
      recordAudit(tx, db.tables, entry),
    ]);
  } catch (error) {
    // A key belongs to one device: of two who confirm at once the other was first.
    await confirmable(db, typed, at);
    throw error;
  }
  return device.id;
}

async function confirmable(db: Database, typed: string, at: number): Promise<Pairing> {
  const code = normaliseCode(typed);
  const found = code ? await findPairing(db, { code }) : null;
  if (!found) throw new Failure('not_found', 'unknown_pairing');
  if (found.device) throw new Failure('conflict', 'pairing_used');
  if (found.pairing.expiresAt < at) throw new Failure('gone', 'pairing_expired');
  return found.pairing;
}

/** @throws Failure conflict/touchpoint_paused, gone/touchpoint_revoked */
export function requireOpen({ state }: Touchpoint): void {
  if (state === 'paused') throw new Failure('conflict', 'touchpoint_paused');
  if (state === 'revoked') throw new Failure('gone', 'touchpoint_revoked');
}

function newDevice({ publicKey }: Pairing, touchpoint: Touchpoint, name: string, pairedAt: number): Device {
  return {
    id: randomUUID(),
    publicKey,
    name,
    touchpointId: touchpoint.id,
    cornerCode: String(randomInt(1_000_000)).padStart(6, '0'),
    pairedAt,
    revokedAt: null,
    lastSeenAt: null,
    lastSequence: 0,
    lastHash: '',
    clockErrorMs: null,
    unsent: null,
    oldestUnsent: null,
    version: null,
    battery: null,
    charging: null,
    storagePersisted: null,
    storageUsage: null,
    storageQuota: null,
  };
}
