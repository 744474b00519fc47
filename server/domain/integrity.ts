// What looks odd about many responses together. A detector never deletes, and never speaks of one response: whoever is
// content with everything may say so. Each finding says what, where, when, how strong and why, for a person to judge.
import { patterns, silences } from './integrity-comparisons.ts';
import {
  againstPoisson,
  type Finding,
  type FindingKind,
  type Observed,
  type Sighting,
  strengthOf,
  THRESHOLDS,
} from './integrity-findings.ts';
import { isOpenAt, type OpeningHours } from './opening-hours.ts';

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
