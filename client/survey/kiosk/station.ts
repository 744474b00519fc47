// Keeps answers and gets them to the server by itself, whoever stands at the screen.
import type { SubmissionInput } from '#domain/submissions.ts';
import { askForSync, whenUnchanging } from './app-files.ts';
import { type Device, type DeviceState, type DeviceStore, type Lane, readFact } from './device-store.ts';
import { beat } from './heartbeat.ts';
import { type Counts, countAll, keep } from './outbox.ts';
import { type Room, readRoom } from './room.ts';
import { sendAll } from './sender.ts';
import { onSent } from './sent-news.ts';

const BEAT = 180_000;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 300_000;
/** Until it is worth looking whether another tab has finished. */
const OTHER_TAB = 10_000;

/** How the tablet stands. */
export interface Standing extends Counts {
  device: Device | null;
  state: DeviceState | 'unpaired';
  /** When the server answered last, by the tablet's clock. */
  lastContact: number | null;
  /** Why sending does not go on: the server's code, or `offline`; null when it does. */
  trouble: string | null;
  room: Room;
}

export interface Station {
  /** Keeps an answer and has it sent. @throws DOMException when there is no room for it */
  keep: (lane: Lane, submission: SubmissionInput) => Promise<void>;
  /** Tries at once. */
  wake: () => Promise<void>;
  stop: () => void;
}

/** Milliseconds before the next try: 1 s, 2 s, 4 s … five minutes, spread so that tablets do not come in step. */
export function waitBefore(attempt: number, random = Math.random): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempt - 1)) * (0.75 + random() / 2);
}

/** @param report hears how the tablet stands, whenever that may have changed */
export function startStation(db: DeviceStore, report: (standing: Standing) => void): Station {
  let failures = 0;
  let trouble: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let going: Promise<void> | null = null;
  let again = false;
  let over = false;
  const tell = async () => {
    const standing = await readStanding(db, trouble);
    if (!over) report(standing);
  };
  const go = async () => {
    clearTimeout(timer);
    await whenUnchanging();
    // After a failure a small question comes first: what has waited is not pushed into a hotspot's page.
    const reached = failures === 0 || (await beat(db));
    const outcome = reached ? await sendAll(db) : { end: 'later' as const, code: 'offline' };
    if (outcome.end === 'sent') await beat(db);
    trouble = outcome.code;
    failures = outcome.end === 'later' ? failures + 1 : 0;
    if (outcome.end === 'later') void askForSync();
    if (over) return;
    if (outcome.end === 'later') timer = setTimeout(wake, waitBefore(failures));
    if (outcome.end === 'busy') timer = setTimeout(wake, OTHER_TAB);
    await tell();
  };
  const wake = (): Promise<void> => {
    again = going !== null;
    going ??= go()
      // The store failed: the browser says so again, or the page begins anew.
      .catch(() => {
        timer = setTimeout(wake, LONGEST_WAIT);
      })
      .finally(() => {
        going = null;
        if (again && !over) void wake();
      });
    return going;
  };
  const pulse = setInterval(
    () =>
      void whenUnchanging()
        .then(() => beat(db))
        .then(wake),
    BEAT * (0.9 + Math.random() / 5),
  );
  const seen = () => document.visibilityState === 'visible' && void wake();
  const stopListening = onSent(wake);
  window.addEventListener('online', wake);
  document.addEventListener('visibilitychange', seen);
  void tell()
    .then(() => beat(db))
    .then(wake);
  return {
    keep: async (lane, submission) => {
      await keep(db, lane, submission);
      void tell();
      void wake();
    },
    wake,
    stop: () => {
      over = true;
      clearTimeout(timer);
      clearInterval(pulse);
      stopListening();
      window.removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', seen);
    },
  };
}

async function readStanding(db: DeviceStore, trouble: string | null): Promise<Standing> {
  const [counts, device, state, lastContact, room] = await Promise.all([
    countAll(db),
    readFact(db, 'device'),
    readFact(db, 'state'),
    readFact(db, 'lastContact'),
    readRoom(),
  ]);
  return {
    ...counts,
    device: device ?? null,
    state: (device && state) ?? 'unpaired',
    lastContact: lastContact ?? null,
    trouble,
    room,
  };
}
