// What the detectors look at, from which point on it is odd, and what they say of it.
import type { Sightings } from './sightings.ts';

export const FINDING_KINDS = ['burst', 'outside_hours', 'repeated', 'pattern', 'silent_kiosk'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** From which point on something is odd. Numbers with their reasons; chances are checked by simulation. */
export const THRESHOLDS = {
  burst: {
    /** A crowd lasts longer, a hand that fills in forms is done sooner. */
    minutes: 15,
    /** A counter serves a person every three minutes at best, and an office has a few of them. */
    fewest: 12,
    /** Times its own busiest twentieth of quarter hours: Monday mornings are no ballot-stuffing. */
    timesUsual: 3,
    /** Powers of ten against chance: a province has some 100,000 quarter hours a month. */
    evidence: 10,
  },
  outsideHours: {
    /** Queues are served to their end, and some begin early. */
    marginMinutes: 45,
    /** On one day at one tablet: a cleaner who tries the screen presses once or twice. */
    fewest: 5,
  },
  repeated: {
    /** On one day at one point: a family with one telephone, each content with everything, is two or three. */
    fewest: 5,
  },
  pattern: {
    /** Fewer do not make a habit visible. */
    fewest: 15,
    /** A touchpoint with fewer responses in the range is not judged. */
    responses: 30,
    /** Touchpoints of its like that are needed to know what is usual; they must be judged themselves. */
    peers: 8,
    /** Share above the highest of nineteen in twenty of its like. */
    above: 0.15,
    /** For one that is the same level throughout, which is an honest habit of many. */
    aboveStraight: 0.25,
    evidence: 8,
  },
  silentKiosk: {
    /** Working days in a row without one answer. */
    days: 5,
    /** How many answers it would have had in those days by its own habit, or, where it has none, by the median of others. */
    expected: 15,
    /** Tablets to compare with. A day on which fewer than half of them had an answer is a holiday, and no working day. */
    peers: 3,
  },
} as const;

export interface Observed {
  id: string;
  /** Only what is alike is compared: the kind of agency and the questionnaire. */
  group: string;
  /** A tablet that is expected to be answered, and the first day on which it is. */
  kioskSince: number | null;
  sightings: Sightings;
}

export interface Finding {
  kind: FindingKind;
  touchpoint: string;
  /** First and last day. */
  from: number;
  to: number;
  /** Of the day, where it is about an hour. */
  minutes: { from: number; to: number } | null;
  /** 1 odd, 2 very odd, 3 hardly to be explained. */
  strength: 1 | 2 | 3;
  /** What the words are made of: numbers by name. */
  why: Record<string, number>;
  /** Places in the log of the responses that it is about. */
  responses: number[];
}

/** Powers of ten against k or more by chance where λ are usual (Chernoff's bound: never more than the truth). */
export function againstPoisson(k: number, lambda: number): number {
  return k <= lambda ? 0 : (k * Math.log(k / lambda) - k + lambda) / Math.LN10;
}

/** The same for k of n where a share p is usual. */
export function againstBinomial(k: number, n: number, p: number): number {
  const share = k / n;
  if (share <= p) return 0;
  const rest = share >= 1 ? 0 : (1 - share) * Math.log((1 - share) / (1 - p));
  return (n * (share * Math.log(share / p) + rest)) / Math.LN10;
}

export function strengthOf(power: number): 1 | 2 | 3 {
  return power >= 24 ? 3 : power >= 16 ? 2 : 1;
}
