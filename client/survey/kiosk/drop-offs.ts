// An abandoned try leaves one number: at which question people stop.
import { dayOf, formatDay } from '#domain/days.ts';
import { type DeviceStore, readFact } from './device-store.ts';
import { countDropOff } from './outbox.ts';

/** Counts somebody who left at a question, on the server's day. */
export async function noteDropOff(db: DeviceStore, questionnaire: string, question: string): Promise<void> {
  try {
    const now = Date.now() + ((await readFact(db, 'clockOffset')) ?? 0);
    await countDropOff(db, { day: formatDay(dayOf(now)), questionnaire, question });
  } catch {
    // Without room for an answer there is none for this either, and it matters less.
  }
}
