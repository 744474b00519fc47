// How much one source may send before it is asked to wait. Counted in the memory of this process alone, under hashes
// whose key dies with it: no address and no token is stored or logged. Several processes each count for themselves.
import { hash, randomBytes } from 'node:crypto';
import { Failure } from '../errors.ts';

const MINUTE = 60_000;

/** So many in so many milliseconds. */
export interface Limit {
  name: string;
  most: number;
  withinMs: number;
}

export const LIMITS = {
  /** Three tablets that come back after a month without network send 30,000; a counter's people some 200 an hour. */
  touchpoint: { name: 'touchpoint', most: 6000, withinMs: MINUTE },
  /** One person in one tab; twenty leave room for a family that hands one phone round, and for sending again. */
  browser: { name: 'browser', most: 20, withinMs: 5 * MINUTE },
  /** A whole office, or a mobile network, may be one address: this keeps off floods only. */
  address: { name: 'address', most: 20_000, withinMs: MINUTE },
  /** Signed batches of one tablet, of fifty answers each: a month without network is sent in one minute. */
  device: { name: 'device', most: 300, withinMs: MINUTE },
  /** Batches that the tablet they name did not sign: a tablet never sends one. */
  badSignature: { name: 'bad_signature', most: 60, withinMs: 10 * MINUTE },
  /** Wrong codes of touchpoints: people mistype a few, whoever tries codes needs millions. */
  wrongCode: { name: 'wrong_code', most: 300, withinMs: 10 * MINUTE },
  /** Receipts that do not exist, likewise. */
  wrongReceipt: { name: 'wrong_receipt', most: 300, withinMs: 10 * MINUTE },
  /** New pairing codes: an office sets up a few tablets, and each asks anew every quarter of an hour. */
  pairing: { name: 'pairing', most: 100, withinMs: 10 * MINUTE },
} as const satisfies Record<string, Limit>;

/** More sources than this at once are not told apart: the oldest are forgotten first, and memory stays flat. */
const MOST_SOURCES = 100_000;

interface Count {
  n: number;
  until: number;
}

/**
 * The address that limits count by; none where a proxy on this machine stands before everybody without being trusted
 * (`TRUST_PROXY`): nobody can be told apart then, and nobody must be locked out for another.
 */
export function addressOf({ ip }: { ip: string }): string | undefined {
  return ip === '::1' || /^(::ffff:)?127\./.test(ip) ? undefined : ip;
}

export class Limits {
  private readonly now: () => number;
  private readonly key = randomBytes(32).toString('base64');
  private readonly counts = new Map<string, Count>();

  constructor(now: () => number) {
    this.now = now;
  }

  /**
   * Counts one more of a source.
   * @throws Failure too_many/too_many_requests, with the seconds to wait, once it has sent too many
   */
  take(limit: Limit, source: string | undefined, amount = 1): void {
    if (source === undefined) return;
    this.checked(limit, source).n += amount;
  }

  private checked(limit: Limit, source: string): Count {
    const count = this.countOf(limit, source);
    if (count.n < limit.most) return count;
    const seconds = Math.max(1, Math.ceil((count.until - this.now()) / 1000));
    throw new Failure('too_many', 'too_many_requests', [], {}, seconds);
  }

  /** Does some work for a source, and counts it where it fails in one way: where nothing was found, if not told. */
  async guard<T>(
    limit: Limit,
    source: string | undefined,
    work: () => Promise<T>,
    counts: (failure: Failure) => boolean = ({ kind }) => kind === 'not_found',
  ): Promise<T> {
    if (source === undefined) return work();
    this.checked(limit, source);
    try {
      return await work();
    } catch (error) {
      if (error instanceof Failure && counts(error)) this.countOf(limit, source).n += 1;
      throw error;
    }
  }

  private countOf({ name, withinMs }: Limit, source: string): Count {
    const key = hash('sha256', `${this.key}\n${name}\n${source}`, 'base64');
    const known = this.counts.get(key);
    const now = this.now();
    if (known && known.until > now) return known;
    const count = { n: 0, until: now + withinMs };
    this.counts.delete(key);
    this.counts.set(key, count);
    this.forget(now);
    return count;
  }

  private forget(now: number): void {
    for (const [key, { until }] of this.counts) {
      if (until > now && this.counts.size <= MOST_SOURCES) return;
      this.counts.delete(key);
    }
  }
}
