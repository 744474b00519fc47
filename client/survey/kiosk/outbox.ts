// The answers on this tablet: kept before anybody is thanked, removed only after the server's own word.
import type { SubmissionInput } from '#domain/submissions.ts';
import {
  type DeviceStore,
  type DropOff,
  type Facts,
  LANES,
  type Lane,
  type Place,
  readFact,
  type SealedBatch,
  type Unsent,
  type Writing,
  write,
} from './device-store.ts';
import { isTemporary } from './exchange.ts';

/** What the server says about one response of a batch. */
export interface Verdict {
  id: string | null;
  status: number;
  code?: string;
}

export type Item = Pick<Unsent, 'order' | 'id'>;

export interface Counts {
  unsent: number;
  setAside: number;
}

const FIRST: Place = { sequence: 1, previous: '' };

/**
 * Keeps an answer. When this returns, it is on the disk.
 * @throws DOMException `QuotaExceededError` when there is no room: then nothing was kept
 */
export function keep(db: DeviceStore, lane: Lane, submission: SubmissionInput): Promise<void> {
  return write(db, async (writing) => {
    const store = writing.objectStore(lane);
    const known = await store.index('id').getKey(submission.id);
    // Its order is the store's to give.
    if (known === undefined) await store.add({ id: submission.id, submission } as Unsent);
  });
}

export async function countAll(db: DeviceStore): Promise<Counts> {
  const [signed, plain, setAside] = await Promise.all(
    ([...LANES, 'setAside'] as const).map((store) => db.count(store)),
  );
  return { unsent: (signed ?? 0) + (plain ?? 0), setAside: setAside ?? 0 };
}

/** When the oldest unsent answer was given, by the tablet's clock. */
export async function oldestUnsent(db: DeviceStore): Promise<string | null> {
  const firsts = await Promise.all(LANES.map((lane) => db.getAll(lane, undefined, 1)));
  const times = firsts.flat().map(({ submission }) => submission.answeredAt);
  return times.sort()[0] ?? null;
}

/** The next answers after an order, oldest first. */
export function nextUnsent(db: DeviceStore, lane: Lane, after: number, limit: number): Promise<Unsent[]> {
  return db.getAll(lane, IDBKeyRange.lowerBound(after, true), limit);
}

/** Somebody left: only where is remembered. */
export function countDropOff(db: DeviceStore, where: Omit<DropOff, 'n'>): Promise<void> {
  return write(db, (writing) => addDropOffs(writing, [{ ...where, n: 1 }], 1));
}

/** The batch that was sealed last and is still under way. */
export async function lastSealed(db: DeviceStore): Promise<SealedBatch | undefined> {
  return (await db.transaction('batches').store.openCursor(null, 'prev'))?.value;
}

/** Where the next batch goes. */
export async function nextPlace(db: DeviceStore): Promise<Place> {
  const last = await lastSealed(db);
  return last ? placeAfter(last) : ((await readFact(db, 'place')) ?? FIRST);
}

export function placeAfter({ sequence, hash }: SealedBatch): Place {
  return { sequence: sequence + 1, previous: hash };
}

/** Keeps a batch before it is sent, and takes its drop-offs out of those still to be told. */
export function keepSealed(db: DeviceStore, batch: SealedBatch): Promise<void> {
  return write(db, async (writing) => {
    await writing.objectStore('batches').put(batch);
    await addDropOffs(writing, batch.dropOffs, -1);
  });
}

/**
 * Opens what was sealed: its answers, which never left the outbox, are sealed anew. They are told apart by their ids;
 * drop-offs are not, and count only once.
 * @param told whether the server has the drop-offs of the first batch; null when nobody knows, of any batch
 */
export function unseal(db: DeviceStore, told: boolean | null): Promise<void> {
  return write(db, (writing) => open(writing, told));
}

/**
 * The same when the server expects the next batch elsewhere.
 * @param told whether the server's chain holds the first batch
 * @param lost whether the chain has gone on since, so that it no longer tells which batches it holds
 */
export function unsealFor(db: DeviceStore, place: Place, told: boolean, lost: boolean): Promise<void> {
  return write(db, async (writing) => {
    await open(writing, told);
    await settleDoubts(writing, ({ hash }) => lost || hash === place.previous);
    await writing.objectStore('facts').put(place, 'place');
  });
}

async function open(writing: Writing, told: boolean | null): Promise<void> {
  const batches = await writing.objectStore('batches').getAll();
  if (told === null) await doubt(writing, batches);
  else for (const { dropOffs } of told ? batches.slice(1) : batches) await addDropOffs(writing, dropOffs, 1);
  await writing.objectStore('batches').clear();
}

async function doubt(writing: Writing, batches: SealedBatch[]): Promise<void> {
  const doubts = batches.map(({ hash, dropOffs }) => ({ hash, dropOffs }));
  const all = [...(await doubtsIn(writing)), ...doubts.filter(({ dropOffs }) => dropOffs.length > 0)];
  await writing.objectStore('facts').put(all, 'doubtful');
}

/** The server's word tells which doubtful batches it has; the drop-offs of the others are still to be told. */
async function settleDoubts(writing: Writing, has: (doubt: Doubt) => boolean): Promise<void> {
  for (const each of await doubtsIn(writing)) if (!has(each)) await addDropOffs(writing, each.dropOffs, 1);
  await writing.objectStore('facts').delete('doubtful');
}

type Doubt = Facts['doubtful'][number];

async function doubtsIn(writing: Writing): Promise<Doubt[]> {
  return ((await writing.objectStore('facts').get('doubtful')) as Doubt[] | undefined) ?? [];
}

/** The server took the batch: what it stored goes, what it refused for good is set aside, all at once. */
export function settleSealed(db: DeviceStore, batch: SealedBatch, verdicts: Verdict[]): Promise<void> {
  return write(db, async (writing) => {
    await settle(writing, 'signed', batch.items, verdicts);
    await writing.objectStore('batches').delete(batch.sequence);
    // Whatever was at its place before did not get there.
    await settleDoubts(writing, ({ hash }) => hash === batch.hash);
    await writing.objectStore('facts').put(placeAfter(batch), 'place');
  });
}

/** The same for answers whose batch takes up no place: sent without a signature, or refused alone. */
export function settleItems(db: DeviceStore, lane: Lane, items: Item[], verdicts: Verdict[]): Promise<void> {
  return write(db, (writing) => settle(writing, lane, items, verdicts));
}

async function settle(writing: Writing, lane: Lane, items: Item[], verdicts: Verdict[]): Promise<void> {
  const store = writing.objectStore(lane);
  for (const [index, { order, id }] of items.entries()) {
    const verdict = verdicts[index];
    // Only a word about this very answer counts; without one it stays.
    if (verdict?.id !== id || isTemporary(verdict)) continue;
    const kept = await store.get(order);
    if (kept && verdict.status >= 400) {
      const { submission } = kept;
      const refused = { id, submission, code: verdict.code ?? 'invalid', at: Date.now() };
      await writing.objectStore('setAside').put(refused);
    }
    await store.delete(order);
  }
}

async function addDropOffs(writing: Writing, dropOffs: DropOff[], sign: 1 | -1): Promise<void> {
  const store = writing.objectStore('dropOffs');
  for (const { n, ...where } of dropOffs) {
    const key: [string, string, string] = [where.day, where.questionnaire, where.question];
    const left = ((await store.get(key))?.n ?? 0) + sign * n;
    await (left > 0 ? store.put({ ...where, n: left }) : store.delete(key));
  }
}
