// A tablet's store in memory, and a server for it that a test can have fail in every way.
import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { vi } from 'vitest';
import { batchText } from '#domain/device-signing.ts';
import type { SubmissionInput } from '#domain/submissions.ts';
import {
  type DeviceStore,
  openDeviceStore,
  type Place,
  writeFact,
} from '../../client/survey/kiosk/device-store.ts';
import { newKeys } from '../../client/survey/kiosk/keys.ts';
import { randomUuid } from '../../client/survey/submission.ts';

let stores = 0;

export function emptyStore(): Promise<DeviceStore> {
  stores += 1;
  return openDeviceStore(undefined, `kiosk-${stores}`);
}

export const DEVICE = { id: 'd1', name: 'Quầy 1', touchpoint: '7KQMP3XR', cornerCode: '246810' };

export async function pairedStore(): Promise<DeviceStore> {
  const db = await emptyStore();
  await writeFact(db, 'keys', await newKeys());
  await writeFact(db, 'device', DEVICE);
  await writeFact(db, 'state', 'active');
  return db;
}

export function submission(): SubmissionInput {
  return {
    id: randomUuid(),
    touchpoint: DEVICE.touchpoint,
    questionnaire: 'one-stop@1',
    answers: Object.fromEntries(Array.from({ length: 19 }, (_, n) => [`q${n}`, 'satisfied'])),
    startedAt: '2026-11-21T01:00:00.000Z',
    answeredAt: '2026-11-21T01:01:00.000Z',
    locale: 'vi',
    channel: 'kiosk',
  };
}

export interface Posted {
  path: string;
  body: string;
}

/** Takes batches as the real one does: in their place, the newest again, nothing else. */
export function chainServer(start: Place = { sequence: 1, previous: '' }) {
  let next = start;
  let newest = '';
  const taken = new Set<string>();
  const stored: string[] = [];
  const dropOffs: unknown[] = [];
  const posted: Posted[] = [];
  const faults: ((take: () => Response) => Response | Promise<Response>)[] = [];
  const results = (payload: string) =>
    (JSON.parse(payload).responses as { id: string }[]).map(({ id }) => ({ id, status: 200 }));
  const take = (body: string): Response => {
    const { sequence, previous, payload } = JSON.parse(body);
    if (body === newest) return Response.json({ sequence, results: results(payload) });
    if (sequence !== next.sequence || previous !== next.previous) {
      const codes = ['batch_out_of_order', 'batch_replaced', 'batch_replayed'];
      const code = codes[Math.max(0, Math.min(2, next.sequence - sequence))];
      return Response.json({ status: 409, code, expected: next, taken: taken.has(body) }, { status: 409 });
    }
    taken.add(body);
    newest = body;
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    next = {
      sequence: sequence + 1,
      previous: hash(batchText(DEVICE.id, sequence, previous, hash(payload))),
    };
    for (const { id } of JSON.parse(payload).responses) if (!stored.includes(id)) stored.push(id);
    dropOffs.push(...JSON.parse(payload).dropOffs);
    return Response.json({ sequence, results: results(payload) });
  };
  vi.stubGlobal('fetch', async (path: string, { body }: { body: string }) => {
    posted.push({ path, body });
    return (faults.shift() ?? ((go: () => Response) => go()))(() => take(body));
  });
  return {
    stored,
    dropOffs,
    posted,
    faults,
    /** The server was restored from a backup, or took in a file. */
    moveTo: (place: Place) => {
      next = place;
    },
  };
}

export const cut = () => Promise.reject(new TypeError('failed to fetch'));
export const cutAfterCommit = (take: () => Response) => {
  take();
  return cut();
};
export const problem = (status: number, code: string) => () => Response.json({ status, code }, { status });
