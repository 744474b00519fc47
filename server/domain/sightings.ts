// The responses of one touchpoint as the detectors see them, a column for each field: a month of a large province is
// hundreds of thousands, which as objects would take longer to make than to judge. They are kept as letters.
import { letterAt, numberAt, packNumber } from './letters.ts';

/** One response; nothing of who gave it. */
export interface Sighting {
  /** Its place in the log. */
  seq: number;
  day: number;
  /** Of the day; null where the time is not known to the hour: typed in from paper, or a clock that was set wrong. */
  minute: number | null;
  /** Stands for its answers to the criteria, see {@link patternOf}. */
  pattern: number;
  /** Whether it came from a tablet at the counter. */
  kiosk: boolean;
  repeated: boolean;
}

const MINUTE_LETTERS = 2;
const FLAG_LETTERS = 1;
const PATTERN_LETTERS = 5;
const SEQ_LETTERS = 6;
const LETTERS = MINUTE_LETTERS + FLAG_LETTERS + PATTERN_LETTERS + SEQ_LETTERS;
const [KIOSK, REPEATED] = [1, 2];

/** One response as letters, all but its day: many of a day are joined without anything between. */
export function packSighting({ seq, minute, pattern, kiosk, repeated }: Omit<Sighting, 'day'>): string {
  return [
    packNumber(minute === null ? 0 : minute + 1, MINUTE_LETTERS),
    packNumber((kiosk ? KIOSK : 0) + (repeated ? REPEATED : 0), FLAG_LETTERS),
    packNumber(pattern, PATTERN_LETTERS),
    packNumber(seq, SEQ_LETTERS),
  ].join('');
}

/** Room for so many at the least. */
const FEWEST = 64;

export class Sightings {
  length = 0;
  seqs = new Float64Array(0);
  days = new Int32Array(0);
  /** Below 0 where it is not known. */
  minutes = new Int16Array(0);
  patterns = new Int32Array(0);
  kiosks = new Uint8Array(0);
  repeats = new Uint8Array(0);

  private reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.seqs.length) return;
    const room = Math.max(needed, 2 * this.seqs.length, FEWEST);
    this.seqs = moved(this.seqs, new Float64Array(room));
    this.days = moved(this.days, new Int32Array(room));
    this.minutes = moved(this.minutes, new Int16Array(room));
    this.patterns = moved(this.patterns, new Int32Array(room));
    this.kiosks = moved(this.kiosks, new Uint8Array(room));
    this.repeats = moved(this.repeats, new Uint8Array(room));
  }

  /**
   * Adds what was packed of one day.
   * @param days how many such days there will be: room is made for them at once
   */
  add(day: number, packed: string, days = 1): void {
    if (this.length === 0) this.reserve((packed.length / LETTERS) * days);
    this.reserve(packed.length / LETTERS);
    for (let start = 0; start < packed.length; start += LETTERS) {
      const at = this.length++;
      const flags = letterAt(packed, start + MINUTE_LETTERS);
      const patternAt = start + MINUTE_LETTERS + FLAG_LETTERS;
      this.days[at] = day;
      // Counted from 1, 0 stands for unknown.
      this.minutes[at] = numberAt(packed, start, MINUTE_LETTERS) - 1;
      this.kiosks[at] = flags & KIOSK;
      this.repeats[at] = flags & REPEATED;
      this.patterns[at] = numberAt(packed, patternAt, PATTERN_LETTERS);
      this.seqs[at] = numberAt(packed, patternAt + PATTERN_LETTERS, SEQ_LETTERS);
    }
  }

  /** The places of those that are asked for, in order. */
  where(isAsked: (at: number) => boolean): number[] {
    const found: number[] = [];
    for (let at = 0; at < this.length; at++) if (isAsked(at)) found.push(at);
    return found;
  }

  isTimed(at: number): boolean {
    return (this.minutes[at] ?? -1) >= 0;
  }

  /** Minutes since the first of all days. */
  timeAt(at: number): number {
    return (this.days[at] ?? 0) * 1440 + (this.minutes[at] ?? 0);
  }

  /** Places in the log. */
  seqsAt(places: readonly number[]): number[] {
    return places.map((at) => this.seqs[at] ?? 0);
  }
}

function moved<T extends { set: (from: T) => void }>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Patterns below are those of the same level throughout. */
const STRAIGHT = 64;

/**
 * One number for the answers to all criteria, a letter each from `from` on: the same for the same answers, and for others
 * hardly ever (one in five hundred million).
 */
export function patternOf(letters: string, from = 0): number {
  const first = letterAt(letters, from);
  let isStraight = true;
  let hash = 0x811c9dc5;
  for (let at = from; at < letters.length; at++) {
    const level = letterAt(letters, at);
    if (level !== first) isStraight = false;
    hash = Math.imul(hash ^ level, 0x01000193);
  }
  // The upper bits of this hash are the better ones.
  return isStraight ? first : STRAIGHT + (hash >>> 3);
}

export const isStraight = (pattern: number): boolean => pattern < STRAIGHT;
