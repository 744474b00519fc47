// Many responses at one touchpoint within a few minutes, far more than its own busy hours bring.
import { againstPoisson, type Finding, type Observed, strengthOf, THRESHOLDS } from './integrity-findings.ts';
import type { Sightings } from './sightings.ts';

const { minutes, fewest, timesUsual, evidence } = THRESHOLDS.burst;
const DAY = 1440;

export function bursts({ id, sightings }: Observed): Finding[] {
  const quarters = new Quarters(sightings);
  if (!quarters.mayHoldBurst()) return [];
  const timed = sightings.where((at) => sightings.isTimed(at));
  timed.sort((a, b) => sightings.timeAt(a) - sightings.timeAt(b) || a - b);
  const times = timed.map((at) => sightings.timeAt(at));
  const found: Finding[] = [];
  let end = 0;
  for (let start = 0; start < times.length; start++) {
    const from = times[start] ?? 0;
    while (end < times.length && (times[end] ?? 0) < from + minutes) end++;
    const n = end - start;
    if (n < fewest) continue;
    const usual = quarters.usualBeside(Math.floor(from / minutes));
    if (!isOdd(n, usual)) continue;
    const to = times[end - 1] ?? from;
    found.push({
      kind: 'burst',
      touchpoint: id,
      from: Math.floor(from / DAY),
      to: Math.floor(to / DAY),
      minutes: { from: from % DAY, to: to % DAY },
      strength: strengthOf(againstPoisson(n, usual)),
      why: { n, minutes, usual: Math.round(usual * 10) / 10 },
      responses: sightings.seqsAt(timed.slice(start, end)),
    });
    start = end - 1;
  }
  return found;
}

/** How many came in each quarter of an hour. */
class Quarters {
  private readonly first: number;
  private readonly counts: Uint32Array;
  /** How many quarters had so many; those without any are left out. */
  private readonly quartersWith: number[] = [];

  constructor(sightings: Sightings) {
    let [from, to] = [Number.MAX_SAFE_INTEGER, 0];
    for (let at = 0; at < sightings.length; at++) {
      const day = sightings.days[at] ?? 0;
      if (day < from) from = day;
      if (day > to) to = day;
    }
    this.first = Math.floor((from * DAY) / minutes);
    this.counts = new Uint32Array(Math.max(0, Math.floor(((to + 1 - from) * DAY) / minutes)));
    for (let each = 0; each < sightings.length; each++) {
      if (!sightings.isTimed(each)) continue;
      const at = Math.floor(sightings.timeAt(each) / minutes) - this.first;
      this.counts[at] = (this.counts[at] ?? 0) + 1;
    }
  }

  /** Whether what came in any two that follow one another would be one, all together: most touchpoints are done with that. */
  mayHoldBurst(): boolean {
    return this.counts.some((count, at) => {
      const most = count + (this.counts[at + 1] ?? 0);
      return most >= fewest && isOdd(most, this.usualBeside(this.first + at));
    });
  }

  /**
   * How many come in a busy quarter of an hour: what nineteen in twenty of those with any do not exceed, at least 1. The
   * burst itself is not among them: it is no measure of what is usual.
   * @param quarter in which the burst begins, to end in the next one at the latest
   */
  usualBeside(quarter: number): number {
    if (this.quartersWith.length === 0)
      for (const count of this.counts) this.quartersWith[count] = (this.quartersWith[count] ?? 0) + 1;
    const at = quarter - this.first;
    const own = [this.counts[at] ?? 0, this.counts[at + 1] ?? 0].filter((count) => count > 0);
    let others = -own.length;
    for (let count = 1; count < this.quartersWith.length; count++) others += this.quartersWith[count] ?? 0;
    let left = Math.floor((others - 1) * 0.95);
    for (let count = 1; count < this.quartersWith.length; count++) {
      left -= (this.quartersWith[count] ?? 0) - own.filter((each) => each === count).length;
      if (left < 0) return count;
    }
    return 1;
  }
}

const isOdd = (n: number, usual: number) => n >= timesUsual * usual && againstPoisson(n, usual) >= evidence;
