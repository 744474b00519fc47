// How much room the browser gives this tablet, and whether it promises to keep what is there.

const MB = 1024 * 1024;
/** Below this no answer is taken: there must be room to seal and save what is there. */
const FULL = 4 * MB;
const LOW = 50 * MB;

export interface Room {
  /** Null where the browser does not tell. */
  persisted: boolean | null;
  /** Bytes. */
  usage: number | null;
  quota: number | null;
  state: 'enough' | 'low' | 'full';
}

/** Exists in secure contexts only. */
const manager = (): StorageManager | undefined => globalThis.navigator?.storage;

export async function readRoom(): Promise<Room> {
  const [persisted, estimate] = await Promise.all([
    manager()
      ?.persisted?.()
      .catch(() => null) ?? null,
    manager()
      ?.estimate?.()
      .catch(() => null) ?? null,
  ]);
  const usage = estimate?.usage ?? null;
  const quota = estimate?.quota ?? null;
  return { persisted, usage, quota, state: stateOf(usage, quota) };
}

/** Asks the browser never to clear this tablet's answers to make room; it may refuse. */
export async function askToPersist(): Promise<void> {
  await manager()
    ?.persist?.()
    .catch(() => false);
}

export function stateOf(usage: number | null, quota: number | null): Room['state'] {
  if (usage === null || quota === null) return 'enough';
  const left = quota - usage;
  return left < FULL ? 'full' : left < LOW ? 'low' : 'enough';
}
