// A tablet's sign of life: what it says of itself is kept, and it hears where it stands now.
import { heartbeatText } from '#domain/device-signing.ts';
import { heartbeatPayloadSchema } from '#domain/devices.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { recordingRefusals, requireActive } from './batches.ts';
import { type Device, findDevice, putHeartbeat } from './queries.ts';
import { isSigned, sha256 } from './signatures.ts';

interface SignedHeartbeat {
  sentAt: string;
  payload: string;
  signature: string;
}

/**
 * @returns the device and the code of its touchpoint
 * @throws Failure not_found/unknown_device, forbidden/bad_signature, gone/device_revoked, malformed/malformed
 */
export async function takeHeartbeat(
  context: Context,
  id: string,
  { sentAt, payload, signature }: SignedHeartbeat,
): Promise<{ device: Device; touchpoint: string }> {
  const found = await findDevice(context.db, id);
  if (!found) throw new Failure('not_found', 'unknown_device');
  const { device, touchpoint } = found;
  await recordingRefusals(context, id, async () => {
    const text = heartbeatText(id, sentAt, sha256(payload));
    if (!isSigned(device.publicKey, text, signature)) throw new Failure('forbidden', 'bad_signature');
    requireActive(device);
    await putHeartbeat(context.db, id, readHeartbeat(payload, Date.parse(sentAt), context.now()));
  });
  return { device, touchpoint: touchpoint.code };
}

function readHeartbeat(payload: string, sent: number, received: number): Partial<Device> {
  const { oldestUnsent, storage, ...said } = parsePayload(payload);
  return {
    ...said,
    oldestUnsent: oldestUnsent === null ? null : onOurClock(Date.parse(oldestUnsent), sent, received),
    storagePersisted: storage.persisted,
    storageUsage: storage.usage === null ? null : Math.round(storage.usage),
    storageQuota: storage.quota === null ? null : Math.round(storage.quota),
    lastSeenAt: received,
    clockErrorMs: sent - received,
  };
}

/** Neither in the future nor before there were tablets, whatever a tablet says. */
function onOurClock(time: number, sent: number, received: number): number {
  return Math.max(0, Math.min(received, time + received - sent));
}

function parsePayload(text: string) {
  try {
    return heartbeatPayloadSchema.parse(JSON.parse(text));
  } catch {
    throw new Failure('malformed', 'malformed');
  }
}
