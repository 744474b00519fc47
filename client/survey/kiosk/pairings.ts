// How a tablet gets its identity: it shows a code, and somebody with the right confirms it in the console.
import { pairingText } from '#domain/device-signing.ts';
import { type Device, type DeviceStore, readFact, write, writeFact } from './device-store.ts';
import { exchange } from './exchange.ts';
import { newKeys, publicKeyOf, signText } from './keys.ts';

export interface Pairing {
  id: string;
  code: string;
  expiresAt: string;
}

/** The pairing that is open for this tablet's key, or a new one; null when the server was not reached or is too busy. */
export async function openPairing(db: DeviceStore): Promise<Pairing | null> {
  const keys = (await readFact(db, 'keys')) ?? (await keepNewKeys(db));
  const publicKey = await publicKeyOf(keys);
  const sentAt = new Date().toISOString();
  const signature = await signText(keys, pairingText(publicKey, sentAt));
  const reply = await exchange('POST', '/pairings', JSON.stringify({ publicKey, sentAt, signature }));
  if (reply?.status !== 201 && reply?.status !== 200) return null;
  const { id, code, expiresAt } = reply.body as unknown as Pairing;
  await writeFact(db, 'pairing', { id, code, expiresAt });
  return { id, code, expiresAt };
}

/** `unknown` also after it was restored from a backup; null when the server was not reached. */
export async function pollPairing(
  db: DeviceStore,
  { id }: Pairing,
): Promise<'waiting' | 'confirmed' | 'expired' | null> {
  const reply = await exchange('GET', `/pairings/${id}`);
  if (reply?.status === 404 || reply?.status === 410) return 'expired';
  const { state, device } = (reply?.body ?? {}) as { state?: string; device?: Device };
  if (state === 'confirmed' && device) {
    await adopt(db, device);
    return 'confirmed';
  }
  return state === 'waiting' || state === 'expired' ? state : null;
}

async function keepNewKeys(db: DeviceStore): Promise<CryptoKeyPair> {
  const keys = await newKeys();
  await writeFact(db, 'keys', keys);
  return keys;
}

/** Another device than before starts its own count; what is unsent goes with it. */
function adopt(db: DeviceStore, { id, name, touchpoint, cornerCode }: Device): Promise<void> {
  return write(db, async (writing) => {
    const facts = writing.objectStore('facts');
    const before = (await facts.get('device')) as Device | undefined;
    if (before?.id !== id) {
      await facts.delete('place');
      await writing.objectStore('batches').clear();
    }
    await facts.put({ id, name, touchpoint, cornerCode }, 'device');
    await facts.put('active', 'state');
    await facts.delete('pairing');
  });
}

/** Forgets whose tablet this is, so that it can be paired anew, with a new key. What is unsent stays. */
export function forgetPairing(db: DeviceStore): Promise<void> {
  return write(db, async (writing) => {
    const facts = writing.objectStore('facts');
    for (const name of ['device', 'state', 'keys', 'pairing', 'place', 'corner']) await facts.delete(name);
    await writing.objectStore('batches').clear();
  });
}
