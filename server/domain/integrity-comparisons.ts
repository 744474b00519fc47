// What looks odd beside touchpoints of the same kind: one pattern far more often than elsewhere, a tablet without answers.

import {
  againstBinomial,
  type Finding,
  type Observed,
  strengthOf,
  THRESHOLDS,
} from './integrity-findings.ts';
import { isWorkingDay, type OpeningHours } from './opening-hours.ts';
import { isStraight, type Sightings } from './sightings.ts';

export function patterns(touchpoints: readonly Observed[]): Finding[] {
  const { responses, peers } = THRESHOLDS.pattern;
  const judged = touchpoints.filter(({ sightings }) => sightings.length >= responses);
  const groups = Map.groupBy(
    judged.map((one) => ({ ...one, ...countPatterns(one.sightings) })),
    ({ group }) => group,
  );
  return [...groups.values()].flatMap((like) =>
    like.length <= peers ? [] : like.flatMap((one) => patternsOf(one, like)),
  );
}

interface Counted extends Observed {
  counts: Map<number, number>;
  /** Those that came often enough to be judged. */
  frequent: number[];
}

function patternsOf(one: Counted, like: Counted[]): Finding[] {
  const { above, aboveStraight, evidence } = THRESHOLDS.pattern;
  const n = one.sightings.length;
  const found: Finding[] = [];
  for (const pattern of one.frequent) {
    const k = one.counts.get(pattern) ?? 0;
    if (k / n < above) continue;
    const shares = like
      .filter((other) => other !== one)
      .map((other) => (other.counts.get(pattern) ?? 0) / other.sightings.length)
      .sort((a, b) => a - b);
    const usual = shares[Math.floor((shares.length - 1) * 0.95)] ?? 0;
    const power = againstBinomial(k, n, Math.max(usual, 0.02));
    if (k / n - usual < (isStraight(pattern) ? aboveStraight : above) || power < evidence) continue;
    const same = one.sightings.where((at) => one.sightings.patterns[at] === pattern);
    const days = same.map((at) => one.sightings.days[at] ?? 0).sort((a, b) => a - b);
    found.push({
      kind: 'pattern',
      touchpoint: one.id,
      from: days[0] ?? 0,
      to: days.at(-1) ?? 0,
      minutes: null,
      strength: strengthOf(power),
      why: { n: k, of: n, share: percent(k / n), usual: percent(usual) },
      responses: one.sightings.seqsAt(same),
    });
  }
  return found;
}

function countPatterns({ length, patterns }: Sightings): Pick<Counted, 'counts' | 'frequent'> {
  const counts = new Map<number, number>();
  const frequent: number[] = [];
  for (let at = 0; at < length; at++) {
    const pattern = patterns[at] ?? 0;
    const n = (counts.get(pattern) ?? 0) + 1;
    counts.set(pattern, n);
    if (n === THRESHOLDS.pattern.fewest) frequent.push(pattern);
  }
  return { counts, frequent };
}

export function silences(
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

function countDays({ length, days }: Sightings): Daily {
  const counts: Daily = new Map();
  for (let at = 0; at < length; at++) {
    const day = days[at] ?? 0;
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
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

const percent = (share: number) => Math.round(share * 1000) / 10;
