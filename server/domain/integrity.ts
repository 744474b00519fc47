// What looks odd about many responses together. A detector never deletes, and never speaks of one response: whoever is
// content with everything may say so. Each finding says what, where, when, how strong and why, for a person to judge.
import { bursts } from './integrity-bursts.ts';
import { patterns, silences } from './integrity-comparisons.ts';
import { type Finding, type FindingKind, type Observed, THRESHOLDS } from './integrity-findings.ts';
import { isOpenAt, type OpeningHours } from './opening-hours.ts';
import type { Sightings } from './sightings.ts';

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

function outsideHours({ id, sightings }: Observed, hours: OpeningHours): Finding[] {
  const { marginMinutes, fewest } = THRESHOLDS.outsideHours;
  const { kiosks, days, minutes } = sightings;
  const outside = sightings.where(
    (at) =>
      Boolean(kiosks[at]) &&
      sightings.isTimed(at) &&
      !isOpenAt(hours, days[at] ?? 0, minutes[at] ?? 0, marginMinutes),
  );
  return byDay(sightings, outside, fewest).map(({ day, places }) => {
    const times = places.map((at) => minutes[at] ?? 0);
    return {
      ...dayFinding('outside_hours', id, day, sightings.seqsAt(places)),
      minutes: { from: Math.min(...times), to: Math.max(...times) },
    };
  });
}

function repetitions({ id, sightings }: Observed): Finding[] {
  const repeated = sightings.where((at) => Boolean(sightings.repeats[at]));
  return byDay(sightings, repeated, THRESHOLDS.repeated.fewest).map(({ day, places }) =>
    dayFinding('repeated', id, day, sightings.seqsAt(places)),
  );
}

function byDay({ days }: Sightings, some: number[], fewest: number): { day: number; places: number[] }[] {
  const groups = [...Map.groupBy(some, (at) => days[at] ?? 0)].map(([day, places]) => ({ day, places }));
  return groups.filter(({ places }) => places.length >= fewest);
}

function dayFinding(kind: FindingKind, touchpoint: string, day: number, responses: number[]): Finding {
  const n = responses.length;
  return {
    kind,
    touchpoint,
    from: day,
    to: day,
    minutes: null,
    strength: n >= 40 ? 3 : n >= 15 ? 2 : 1,
    why: { n },
    responses,
  };
}
