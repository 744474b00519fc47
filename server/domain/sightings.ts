// The responses of one touchpoint as the detectors see them, a column for each field: a month of a large province is
// hundreds of thousands, which as objects would take longer to make than to judge.

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

const UNKNOWN = -1;
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

  constructor(sightings: readonly Sighting[] = []) {
    this.reserve(sightings.length);
    for (const one of sightings) this.add(one.seq, one.day, one.minute, one.pattern, one.kiosk, one.repeated);
  }

  /** Makes room for some more; to be called before they are added. */
  reserve(more: number): void {
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

  add(
    seq: number,
    day: number,
    minute: number | null,
    pattern: number,
    kiosk: boolean,
    repeated: boolean,
  ): void {
    const at = this.length++;
    this.seqs[at] = seq;
    this.days[at] = day;
    this.minutes[at] = minute ?? UNKNOWN;
    this.patterns[at] = pattern;
    this.kiosks[at] = kiosk ? 1 : 0;
    this.repeats[at] = repeated ? 1 : 0;
  }

  /** The places of those that are asked for, in order. */
  where(isAsked: (at: number) => boolean): number[] {
    const found: number[] = [];
    for (let at = 0; at < this.length; at++) if (isAsked(at)) found.push(at);
    return found;
  }

  isTimed(at: number): boolean {
    return (this.minutes[at] ?? UNKNOWN) >= 0;
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

/**
 * One number for the answers to all criteria, a letter each: the same for the same answers, and for others hardly ever (one
 * in a billion). Below 0 for the same letter throughout.
 */
export function patternOf(letters: string, from: number, to: number): number {
  const first = letters.charCodeAt(from);
  let isStraight = true;
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) {
    const level = letters.charCodeAt(at);
    if (level !== first) isStraight = false;
    hash = Math.imul(hash ^ level, 0x01000193);
  }
  // The upper bits of this hash are the better ones; thirty of them are a small integer.
  return isStraight ? -first : hash >>> 2;
}

export const isStraight = (pattern: number): boolean => pattern < 0;
