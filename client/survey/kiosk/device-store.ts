// Everything that the tablet keeps, in IndexedDB: its key, whom it belongs to, what is unsent. Nothing else is kept anywhere.
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { SubmissionInput } from '#domain/submissions.ts';
import type { TouchpointView } from '#domain/touchpoint-view.ts';

/** Signed batches of a paired tablet, or plain ones of a tablet that only knows its touchpoint's code. */
export type Lane = 'signed' | 'plain';
export const LANES: readonly Lane[] = ['signed', 'plain'];

export interface Unsent {
  /** Given by the store: the order in which the answers were kept and are sent. */
  order: number;
  id: string;
  submission: SubmissionInput;
}

/** An answer that the server refused for good: kept for staff, never dropped. */
export interface SetAside {
  id: string;
  submission: SubmissionInput;
  /** The server's code. */
  code: string;
  /** When, by the tablet's clock. */
  at: number;
}

export interface DropOff {
  /** Local day, `YYYY-MM-DD`. */
  day: string;
  /** `code@version` */
  questionnaire: string;
  /** The question that was on the screen when somebody left. */
  question: string;
  n: number;
}

/** Where the next batch goes: its number, and the hash of the one before. */
export interface Place {
  sequence: number;
  previous: string;
}

/** A batch as it is sent, again and again, byte for byte. */
export interface SealedBatch extends Place {
  payload: string;
  signature: string;
  hash: string;
  /** The tablet's clock when it was sealed, which the payload says too. */
  sentAt: number;
  items: { order: number; id: string }[];
  /** Every answer up to this order is in this batch or an earlier one. */
  upTo: number;
  dropOffs: DropOff[];
}

export interface Device {
  id: string;
  name: string;
  /** Code of the touchpoint that it stands at. */
  touchpoint: string;
  cornerCode: string;
}

/** `lost`: the server knows nothing of this device. */
export type DeviceState = 'active' | 'revoked' | 'lost';

/** Single things that are known, by name. */
export interface Facts {
  keys: CryptoKeyPair;
  device: Device;
  state: DeviceState;
  place: Place;
  /** Drop-offs of batches that were opened again while nobody knew whether the server has them, by the batch's hash. */
  doubtful: { hash: string; dropOffs: DropOff[] }[];
  pairing: { id: string; code: string; expiresAt: string };
  /** The server's clock minus the tablet's, ms. */
  clockOffset: number;
  lastContact: number;
  corner: { wrong: number; closedUntil: number };
  lease: { owner: string; until: number };
}

interface Stores extends DBSchema {
  signed: { key: number; value: Unsent; indexes: { id: string } };
  plain: { key: number; value: Unsent; indexes: { id: string } };
  setAside: { key: string; value: SetAside };
  batches: { key: number; value: SealedBatch };
  dropOffs: { key: [string, string, string]; value: DropOff };
  views: { key: string; value: TouchpointView };
  facts: { key: string; value: Facts[keyof Facts] };
}

export type DeviceStore = IDBPDatabase<Stores>;

const WRITTEN = ['signed', 'plain', 'setAside', 'batches', 'dropOffs', 'facts'] as const;
export type Writing = IDBPTransaction<Stores, typeof WRITTEN, 'readwrite'>;

/** One all-or-nothing write, on the disk when it is done. */
export async function write(db: DeviceStore, work: (writing: Writing) => Promise<void>): Promise<void> {
  const writing = db.transaction(WRITTEN, 'readwrite', { durability: 'strict' });
  try {
    await work(writing);
  } catch (error) {
    // What failed is told to the caller; that the rest is undone with it is no second failure.
    writing.done.catch(() => undefined);
    if (!writing.error) writing.abort();
    throw error;
  }
  await writing.done;
}

/**
 * Opens the store, making it on the first visit.
 * @param onLost the browser closed it by force; the page has to begin anew
 */
export function openDeviceStore(onLost?: () => void, name = 'lang-nghe-kiosk'): Promise<DeviceStore> {
  return openDB<Stores>(name, 1, {
    upgrade(db) {
      for (const lane of LANES)
        db.createObjectStore(lane, { keyPath: 'order', autoIncrement: true }).createIndex('id', 'id', {
          unique: true,
        });
      db.createObjectStore('setAside', { keyPath: 'id' });
      db.createObjectStore('batches', { keyPath: 'sequence' });
      db.createObjectStore('dropOffs', { keyPath: ['day', 'questionnaire', 'question'] });
      db.createObjectStore('views', { keyPath: 'code' });
      db.createObjectStore('facts');
    },
    // A newer version of the app waits for the store in another tab.
    blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
    ...(onLost && { terminated: onLost }),
  });
}

export async function readFact<K extends keyof Facts>(
  db: DeviceStore,
  name: K,
): Promise<Facts[K] | undefined> {
  return (await db.get('facts', name)) as Facts[K] | undefined;
}

export async function writeFact<K extends keyof Facts>(
  db: DeviceStore,
  name: K,
  fact: Facts[K],
): Promise<void> {
  await db.put('facts', fact, name);
}
