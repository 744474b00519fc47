// Many responses at one touchpoint within a few minutes, far more than its own busy hours bring.
import {
  againstPoisson,
  type Finding,
  type Observed,
  type Sighting,
  strengthOf,
  THRESHOLDS,
} from './integrity-findings.ts';

const { minutes, fewest, timesUsual, evidence } = THRESHOLDS.burst;
const DAY = 1440;

export function bursts({ id, sightings }: Observed): Finding[] {
  const quarters = new Quarters(sightings);
  if (!quarters.areCrowded()) return [];
  const timed = sightings.filter(({ minute }) => minute !== null);
  timed.sort((a, b) => minuteOf(a) - minuteOf(b) || a.seq - b.seq);
  const found: Finding[] = [];
  let end = 0;
  for (let start = 0; start < timed.length; start++) {
    const first = timed[start];
    if (!first) continue;
    while (end < timed.length && minuteOf(timed[end]) < minuteOf(first) + minutes) end++;
    const n = end - start;
    if (n < fewest) continue;
    const usual = quarters.usualBeside(minuteOf(first));
    const power = againstPoisson(n, usual);
    if (n < timesUsual * usual || power < evidence) continue;
    const last = timed[end - 1] ?? first;
    found.push({
      kind: 'burst',
      touchpoint: id,
      from: first.day,
      to: last.day,
      minutes: { from: first.minute ?? 0, to: last.minute ?? 0 },
      strength: strengthOf(power),
      why: { n, minutes, usual: Math.round(usual * 10) / 10 },
      responses: timed.slice(start, end).map(({ seq }) => seq),
    });
    start = end - 1;
  }
  return found;
}

const minuteOf = (one: Sighting | undefined) => (one ? one.day * DAY + (one.minute ?? 0) : 0);

/** How many came in each quarter of an hour. */
class Quarters {
  private readonly first: number;
  private readonly counts: Uint32Array;
  /** How many quarters had so many; those without any are left out. */
  private readonly quartersWith: number[] = [];

  constructor(sightings: readonly Sighting[]) {
    let [from, to] = [Number.MAX_SAFE_INTEGER, 0];
    for (const { day } of sightings) [from, to] = [Math.min(from, day), Math.max(to, day)];
    this.first = Math.floor((from * DAY) / minutes);
    this.counts = new Uint32Array(Math.max(0, Math.floor(((to + 1 - from) * DAY) / minutes)));
    for (const one of sightings) {
      if (one.minute === null) continue;
      const at = Math.floor(minuteOf(one) / minutes) - this.first;
      this.counts[at] = (this.counts[at] ?? 0) + 1;
    }
  }

  /** Whether any two that follow one another may hold a burst: most touchpoints are done with that. */
  areCrowded(): boolean {
    let before = 0;
    for (const count of this.counts) {
      if (before + count >= fewest) return true;
      before = count;
    }
    return false;
  }

  /**
   * How many come in a busy quarter of an hour: what nineteen in twenty of those with any do not exceed, at least 1. The
   * burst itself is not among them: it is no measure of what is usual.
   * @param minute in which the burst begins
   */
  usualBeside(minute: number): number {
    if (this.quartersWith.length === 0)
      for (const count of this.counts) this.quartersWith[count] = (this.quartersWith[count] ?? 0) + 1;
    const at = Math.floor(minute / minutes) - this.first;
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
