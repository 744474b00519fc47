// What looks odd about many responses together. A detector never deletes, and never speaks of one response: whoever is
// content with everything may say so. Each finding says what, where, when, how strong and why, for a person to judge.
import { isOpenAt, isWorkingDay, type OpeningHours } from './opening-hours.ts';

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

/** One response as the detectors see it; nothing of who gave it. */
export interface Sighting {
  /** Its place in the log. */
  seq: number;
  day: number;
  /** Of the day; null where the time is not known to the hour: typed in from paper, or a clock that was set wrong. */
  minute: number | null;
  /** Its answers to the criteria, in order, as one text. */
  pattern: string;
  /** Whether it came from a tablet at the counter. */
  kiosk: boolean;
  repeated: boolean;
}

export interface Observed {
  id: string;
  /** Only what is alike is compared: the kind of agency and the questionnaire. */
  group: string;
  /** A tablet that is expected to be answered, and the first day on which it is. */
  kioskSince: number | null;
  sightings: readonly Sighting[];
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

/** Everything odd in a range of days, the strongest first. */
export function detect(
  touchpoints: readonly Observed[],
  { from, to, hours }: { from: number; to: number; hours: OpeningHours },
): Finding[] {
  const each = touchpoints.flatMap((one) => [
    ...bursts(one),
    ...outsideHours(one, hours),
    ...repetitions(one),
  ]);
  const found = [...each, ...patterns(touchpoints), ...silences(touchpoints, from, to, hours)];
  return found.sort(
    (a, b) => b.strength - a.strength || b.responses.length - a.responses.length || a.from - b.from,
  );
}

function bursts({ id, sightings }: Observed): Finding[] {
  const { minutes, fewest, timesUsual, evidence } = THRESHOLDS.burst;
  const timed = sightings.flatMap((one) =>
    one.minute === null ? [] : [{ ...one, at: one.day * 1440 + one.minute }],
  );
  if (timed.length < fewest) return [];
  timed.sort((a, b) => a.at - b.at || a.seq - b.seq);
  const quarters = new Map<number, number>();
  for (const { at } of timed) {
    const quarter = Math.floor(at / minutes);
    quarters.set(quarter, (quarters.get(quarter) ?? 0) + 1);
  }
  const found: Finding[] = [];
  for (let start = 0; start < timed.length; start++) {
    let end = start;
    while (end < timed.length && (timed[end]?.at ?? 0) < (timed[start]?.at ?? 0) + minutes) end++;
    const n = end - start;
    if (n < fewest) continue;
    const from = Math.floor((timed[start]?.at ?? 0) / minutes);
    const usual = usualIn([...quarters].filter(([quarter]) => quarter < from || quarter > from + 1));
    const power = againstPoisson(n, usual);
    if (n < timesUsual * usual || power < evidence) continue;
    const within = timed.slice(start, end);
    const [first, last] = [within[0], within.at(-1)];
    if (!first || !last) continue;
    found.push({
      kind: 'burst',
      touchpoint: id,
      from: first.day,
      to: last.day,
      minutes: { from: first.minute ?? 0, to: last.minute ?? 0 },
      strength: strengthOf(power),
      why: { n, minutes, usual: Math.round(usual * 10) / 10 },
      responses: within.map(({ seq }) => seq),
    });
    start = end - 1;
  }
  return found;
}

/**
 * How many come in a busy quarter of an hour: what nineteen in twenty of those with any do not exceed, at least 1. The
 * burst itself is not among them: it is no measure of what is usual.
 */
function usualIn(others: [quarter: number, n: number][]): number {
  const counts = others.map(([, n]) => n).sort((a, b) => a - b);
  return Math.max(1, counts[Math.floor((counts.length - 1) * 0.95)] ?? 1);
}

function outsideHours({ id, sightings }: Observed, hours: OpeningHours): Finding[] {
  const { marginMinutes, fewest } = THRESHOLDS.outsideHours;
  const outside = sightings.filter(
    ({ kiosk, day, minute }) => kiosk && minute !== null && !isOpenAt(hours, day, minute, marginMinutes),
  );
  return byDay(outside, fewest).map(({ day, responses }) => {
    const minutes = responses.map(({ minute }) => minute ?? 0);
    return {
      ...dayFinding('outside_hours', id, day, responses),
      minutes: { from: Math.min(...minutes), to: Math.max(...minutes) },
    };
  });
}

function repetitions({ id, sightings }: Observed): Finding[] {
  const repeated = sightings.filter((one) => one.repeated);
  return byDay(repeated, THRESHOLDS.repeated.fewest).map(({ day, responses }) =>
    dayFinding('repeated', id, day, responses),
  );
}

function byDay(sightings: Sighting[], fewest: number): { day: number; responses: Sighting[] }[] {
  const days = [...Map.groupBy(sightings, ({ day }) => day)].map(([day, responses]) => ({ day, responses }));
  return days.filter(({ responses }) => responses.length >= fewest);
}

function dayFinding(kind: FindingKind, touchpoint: string, day: number, responses: Sighting[]): Finding {
  const n = responses.length;
  return {
    kind,
    touchpoint,
    from: day,
    to: day,
    minutes: null,
    strength: n >= 40 ? 3 : n >= 15 ? 2 : 1,
    why: { n },
    responses: responses.map(({ seq }) => seq),
  };
}

function patterns(touchpoints: readonly Observed[]): Finding[] {
  const { responses, peers } = THRESHOLDS.pattern;
  const judged = touchpoints.filter(({ sightings }) => sightings.length >= responses);
  const groups = Map.groupBy(
    judged.map((one) => ({ ...one, counts: countPatterns(one.sightings) })),
    ({ group }) => group,
  );
  return [...groups.values()].flatMap((like) =>
    like.length <= peers ? [] : like.flatMap((one) => patternsOf(one, like)),
  );
}

type Counted = Observed & { counts: Map<string, number> };

function patternsOf(one: Counted, like: Counted[]): Finding[] {
  const { fewest, above, aboveStraight, evidence } = THRESHOLDS.pattern;
  const n = one.sightings.length;
  const found: Finding[] = [];
  for (const [pattern, k] of one.counts) {
    if (k < fewest || k / n < above) continue;
    const shares = like
      .filter((other) => other !== one)
      .map((other) => (other.counts.get(pattern) ?? 0) / other.sightings.length)
      .sort((a, b) => a - b);
    const usual = shares[Math.floor((shares.length - 1) * 0.95)] ?? 0;
    const power = againstBinomial(k, n, Math.max(usual, 0.02));
    if (k / n - usual < (isStraight(pattern) ? aboveStraight : above) || power < evidence) continue;
    const same = one.sightings.filter((sighting) => sighting.pattern === pattern);
    const days = same.map(({ day }) => day);
    found.push({
      kind: 'pattern',
      touchpoint: one.id,
      from: Math.min(...days),
      to: Math.max(...days),
      minutes: null,
      strength: strengthOf(power),
      why: { n: k, of: n, share: percent(k / n), usual: percent(usual) },
      responses: same.map(({ seq }) => seq),
    });
  }
  return found;
}

function countPatterns(sightings: readonly Sighting[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { pattern } of sightings) if (pattern) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  return counts;
}

/** The same level for everything. */
const isStraight = (pattern: string) => new Set(pattern.split(' ')).size === 1;

function silences(
  touchpoints: readonly Observed[],
  from: number,
  to: number,
  hours: OpeningHours,
): Finding[] {
  const kiosks = touchpoints.filter(({ kioskSince }) => kioskSince !== null && kioskSince <= to);
  const groups = Map.groupBy(kiosks, ({ group }) => group.split('/')[0] ?? '');
  return [...groups.values()].flatMap((like) => {
    if (like.length <= THRESHOLDS.silentKiosk.peers) return [];
    const daily = like.map(({ sightings }) => countDays(sightings));
    const days = Array.from({ length: to - from + 1 }, (_, at) => from + at).filter(
      (day) =>
        isWorkingDay(hours, day) && daily.filter((counts) => counts.has(day)).length * 2 >= daily.length,
    );
    return like.flatMap((one, index) => silencesOf(one, daily[index] ?? new Map(), days, daily));
  });
}

type Daily = Map<number, number>;

function countDays(sightings: readonly Sighting[]): Daily {
  const counts: Daily = new Map();
  for (const { day } of sightings) counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
}

/** @param workingDays days on which others like it were answered */
function silencesOf(
  { id, kioskSince }: Observed,
  own: Daily,
  workingDays: number[],
  all: Daily[],
): Finding[] {
  const days = workingDays.filter((day) => day >= (kioskSince ?? 0));
  return silentRuns(days, own).flatMap((run): Finding[] => {
    const others = all.filter((daily) => daily !== own);
    const expected = own.size > 0 ? byHabit(own, days, run) : medianIn(others, run);
    if (expected < THRESHOLDS.silentKiosk.expected) return [];
    return [
      {
        kind: 'silent_kiosk',
        touchpoint: id,
        from: run[0] ?? 0,
        to: run.at(-1) ?? 0,
        minutes: null,
        strength: expected >= 200 ? 3 : expected >= 60 ? 2 : 1,
        why: { days: run.length, expected: Math.round(expected) },
        responses: [],
      },
    ];
  });
}

function byHabit(own: Daily, days: number[], run: number[]): number {
  const answers = [...own.values()].reduce((sum, n) => sum + n, 0);
  return (answers / Math.max(1, days.length - run.length)) * run.length;
}

function medianIn(others: Daily[], run: number[]): number {
  const had = others
    .map((daily) => run.reduce((sum, day) => sum + (daily.get(day) ?? 0), 0))
    .sort((a, b) => a - b);
  return had[Math.floor((had.length - 1) / 2)] ?? 0;
}

/** Stretches of working days without an answer. */
function silentRuns(days: number[], answered: Daily): number[][] {
  const runs: number[][] = [[]];
  for (const day of days) {
    if (answered.has(day)) runs.push([]);
    else runs.at(-1)?.push(day);
  }
  return runs.filter((run) => run.length >= THRESHOLDS.silentKiosk.days);
}

/** Powers of ten against k or more by chance where λ are usual (Chernoff's bound: never more than the truth). */
function againstPoisson(k: number, lambda: number): number {
  return k <= lambda ? 0 : (k * Math.log(k / lambda) - k + lambda) / Math.LN10;
}

/** The same for k of n where a share p is usual. */
function againstBinomial(k: number, n: number, p: number): number {
  const share = k / n;
  if (share <= p) return 0;
  const rest = share >= 1 ? 0 : (1 - share) * Math.log((1 - share) / (1 - p));
  return (n * (share * Math.log(share / p) + rest)) / Math.LN10;
}

function strengthOf(power: number): 1 | 2 | 3 {
  return power >= 24 ? 3 : power >= 16 ? 2 : 1;
}

const percent = (share: number) => Math.round(share * 1000) / 10;
