// The code of the staff corner: shown in the console, checked here without a network, guessed slowly.
import { type DeviceStore, readFact, writeFact } from './device-store.ts';

/** Wrong codes in a row that cost nothing. */
const FREE = 3;
const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 3_600_000;

/** How long the corner stays closed after so many wrong codes in a row, ms. */
export function waitAfter(wrong: number): number {
  return wrong < FREE ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (wrong - FREE));
}

/** Seconds until a code may be tried again; 0 when now. */
export async function cornerClosedFor(db: DeviceStore): Promise<number> {
  const corner = await readFact(db, 'corner');
  if (!corner) return 0;
  // Whoever sets the clock back gains nothing, and nobody waits for a year because it was set forward.
  const left = Math.min(corner.closedUntil - Date.now(), waitAfter(corner.wrong));
  return Math.max(0, Math.ceil(left / 1000));
}

let last: Promise<unknown> = Promise.resolve();

/** Whether this is the code; a wrong one is remembered, through every reload. Tried at once, each counts by itself. */
export function tryCornerCode(db: DeviceStore, typed: string): Promise<boolean> {
  const tried = last.then(() => judge(db, typed));
  last = tried.catch(() => {});
  return tried;
}

async function judge(db: DeviceStore, typed: string): Promise<boolean> {
  if ((await cornerClosedFor(db)) > 0) return false;
  const code = (await readFact(db, 'device'))?.cornerCode;
  const right = code !== undefined && typed.replace(/\D/g, '') === code;
  const wrong = right ? 0 : ((await readFact(db, 'corner'))?.wrong ?? 0) + 1;
  await writeFact(db, 'corner', { wrong, closedUntil: Date.now() + waitAfter(wrong) });
  return right;
}
