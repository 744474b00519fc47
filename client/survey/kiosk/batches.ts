// Signed batches: answers under a running number and the hash of the batch before, so that a gap or a forgery shows.
import { batchText, LARGEST_BATCH } from '#domain/device-signing.ts';
import type { DeviceStore, DropOff, Place, SealedBatch, Unsent } from './device-store.ts';
import { readFact } from './device-store.ts';
import { sha256hex, signText } from './keys.ts';
import { keepSealed, lastSealed, nextPlace, nextUnsent } from './outbox.ts';

/** Drop-offs go along with answers; so many of them go by themselves. */
const ENOUGH_DROP_OFFS = 20;
/** More than a day has questions. */
const MOST_DROP_OFFS = 100;

/** A batch as the server gets it, on the line or in the file. */
export type WireBatch = Pick<SealedBatch, 'sequence' | 'previous' | 'payload' | 'signature'>;

export function onTheWire({ sequence, previous, payload, signature }: WireBatch): WireBatch {
  return { sequence, previous, payload, signature };
}

/** Seals the next answers that no batch holds yet and keeps the batch; null when there is nothing to tell. */
export async function sealNext(db: DeviceStore, limit = LARGEST_BATCH): Promise<SealedBatch | null> {
  const after = (await lastSealed(db))?.upTo ?? 0;
  const unsent = await nextUnsent(db, 'signed', after, limit);
  const dropOffs = await db.getAll('dropOffs', undefined, MOST_DROP_OFFS);
  const leavers = dropOffs.reduce((sum, { n }) => sum + n, 0);
  if (unsent.length === 0 && leavers < ENOUGH_DROP_OFFS) return null;
  const batch = await signedBatch(db, unsent, dropOffs, await nextPlace(db));
  batch.upTo = lastOrder(unsent) ?? after;
  await keepSealed(db, batch);
  return batch;
}

/** Puts answers into a batch at the next place, without keeping it. */
export async function signedBatch(
  db: DeviceStore,
  unsent: Pick<Unsent, 'order' | 'id' | 'submission'>[],
  dropOffs: DropOff[],
  place: Place,
): Promise<SealedBatch> {
  const [keys, device] = await Promise.all([readFact(db, 'keys'), readFact(db, 'device')]);
  if (!keys || !device) throw new Error('only a paired tablet signs');
  const { sequence, previous } = place;
  const sentAt = Date.now();
  const payload = JSON.stringify({
    responses: unsent.map(({ submission }) => submission),
    dropOffs,
    sentAt: new Date(sentAt).toISOString(),
  });
  const text = batchText(device.id, sequence, previous, await sha256hex(payload));
  return {
    sequence,
    previous,
    payload,
    signature: await signText(keys, text),
    hash: await sha256hex(text),
    sentAt,
    items: unsent.map(({ order, id }) => ({ order, id })),
    upTo: lastOrder(unsent) ?? 0,
    dropOffs,
  };
}

function lastOrder(unsent: Pick<Unsent, 'order'>[]): number | undefined {
  return unsent[unsent.length - 1]?.order;
}
