// What looks odd about many responses together. A detector never deletes, and never speaks of one response: whoever is
// content with everything may say so. Each finding says what, where, when, how strong and why, for a person to judge.
import { bursts } from './integrity-bursts.ts';
import { patterns, silences } from './integrity-comparisons.ts';
import {
  type Finding,
  type FindingKind,
  type Observed,
  type Sighting,
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
