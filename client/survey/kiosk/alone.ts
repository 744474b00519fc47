// One tab sends at a time.
import { type DeviceStore, write } from './device-store.ts';

const LEASE = 60_000;

/**
 * Does the work unless another tab is at it.
 * @returns null when another tab is
 */
export async function alone<T>(db: DeviceStore, work: () => Promise<T>): Promise<T | null> {
  // Web Locks end with their tab, but exist in secure contexts only.
  if (globalThis.navigator?.locks)
    return navigator.locks.request('lang-nghe-sender', { ifAvailable: true }, (lock) =>
      lock ? work() : null,
    );
  const owner = await takeLease(db);
  if (!owner) return null;
  try {
    return await work();
  } finally {
    await write(db, async (writing) => {
      await writing.objectStore('facts').delete('lease');
    });
  }
}

/** A lease that runs out, should its tab be killed. Whoever sends after all does no harm: answers are stored once. */
async function takeLease(db: DeviceStore): Promise<string | null> {
  const owner = String(Math.random());
  let taken = false;
  await write(db, async (writing) => {
    const facts = writing.objectStore('facts');
    const lease = (await facts.get('lease')) as { until: number } | undefined;
    const now = Date.now();
    // A lease far in the future was given before the clock was set back.
    taken = !lease || lease.until < now || lease.until > now + LEASE;
    if (taken) await facts.put({ owner, until: now + LEASE }, 'lease');
  });
  return taken ? owner : null;
}
