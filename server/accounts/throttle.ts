// Slows down guessing. Counted by username and address together, and apart for browsers that have signed in to the
// account before: whoever guesses, even from the same office, locks out himself and nobody else.
import { Failure } from '../errors.ts';

const FREE_ATTEMPTS = 5;
const LONGEST_MS = 15 * 60_000;
const FORGOTTEN_MS = 60 * 60_000;
const MOST_KEPT = 10_000;

/** How long to wait after so many attempts, ms. */
const delayAfter = (count: number) =>
  count < FREE_ATTEMPTS ? 0 : Math.min(LONGEST_MS, 1000 * 2 ** (count - FREE_ATTEMPTS));

export class Throttle {
  private readonly failures = new Map<string, { count: number; at: number }>();

  /**
   * Counts an attempt before it is judged, so that many at once do not slip through.
   * @throws Failure too_many/too_many_sign_ins with the seconds to wait
   */
  attempt(key: string, now: number): void {
    const failed = this.failures.get(key);
    const wait = failed ? failed.at + delayAfter(failed.count) - now : 0;
    if (wait > 0) throw new Failure('too_many', 'too_many_sign_ins', [], {}, Math.ceil(wait / 1000));
    const count = failed && now - failed.at < FORGOTTEN_MS ? failed.count + 1 : 1;
    this.failures.delete(key);
    this.failures.set(key, { count, at: now });
    const [oldest] = this.failures.keys();
    if (this.failures.size > MOST_KEPT && oldest !== undefined) this.failures.delete(oldest);
  }

  succeeded(key: string): void {
    this.failures.delete(key);
  }
}
