// Why a response looks odd. A marked response is stored like any other, counted apart, never refused and never deleted.
import type { Channel } from './submissions.ts';

/**
 * - `repeated`: the same answers came a moment ago from the same browser tab
 * - `too_fast`: answered in less time than a hand needs for the taps
 * - `trap`: a field was filled that no person can see or reach
 * - `unproved`: the touchpoint asked for proof of work and there was none
 * - `unsigned`: came as from a tablet, without a signature, where a paired tablet signs
 */
export const MARKS = ['repeated', 'too_fast', 'trap', 'unproved', 'unsigned'] as const;
export type Mark = (typeof MARKS)[number];

/**
 * The least time, in milliseconds, from one answer to the next. A practised hand that does not read taps one large
 * button after another four times a second at most, and not while pages turn and scroll.
 */
export const LEAST_MS_PER_ANSWER = 250;
/** With fewer answers nothing can be said: one comment, or a form of three faces, may well take a second. */
export const FEWEST_ANSWERS = 5;

/** How long, in milliseconds, the same answers from the same browser count as repeated. */
export const REPEATED_WITHIN_MS = 5 * 60_000;

/** What is known of a response when it arrives. */
export interface Circumstances {
  channel: Channel;
  /** Questions with an answer. */
  answered: number;
  /** From the first answer to sending, by one clock; 0 where that clock was set back meanwhile. */
  durationMs: number;
  /** Whether the field that no person sees was filled. */
  trap: boolean;
  /** Whether the same answers came within `REPEATED_WITHIN_MS` from the same browser, as another response. */
  repeated: boolean;
  /** Whether a paired device signed it. */
  signed?: boolean;
  /** Whether an active device is paired with its touchpoint. */
  hasDevice?: boolean;
  /** Whether the touchpoint asks for proof of work and a valid one came; absent where none is asked for. */
  proved?: boolean;
}

/**
 * Every reason why a response looks odd, sorted; none for nearly everybody. The answers themselves are never a
 * reason: who is content with everything may say so.
 */
export function marksOf(circumstances: Circumstances): Mark[] {
  const { channel, trap, repeated, signed = false, hasDevice = false, proved } = circumstances;
  const found: Record<Mark, boolean> = {
    repeated,
    too_fast: isTooFast(circumstances),
    trap,
    unproved: proved === false && !signed,
    unsigned: channel === 'kiosk' && hasDevice && !signed,
  };
  return MARKS.filter((mark) => found[mark]);
}

/** The clock starts with the first answer, so that n answers take n − 1 steps. Paper is typed in by somebody else. */
function isTooFast({ channel, answered, durationMs }: Circumstances): boolean {
  if (channel === 'paper' || answered < FEWEST_ANSWERS || durationMs === 0) return false;
  return durationMs < (answered - 1) * LEAST_MS_PER_ANSWER;
}

/** The column `marks`; null for none. */
export function writeMarks(marks: readonly Mark[]): string | null {
  return marks.length > 0 ? JSON.stringify([...marks].sort()) : null;
}

/** Reads the column `marks`. */
export function readMarks(column: string | null): Mark[] {
  return column === null ? [] : (JSON.parse(column) as Mark[]);
}
