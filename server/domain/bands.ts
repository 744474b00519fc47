// What a ranking can and cannot tell: agencies whose intervals overlap are not told apart by their ranks.
import { z } from 'zod';
import type { Interval, Rate } from './statistics.ts';

export const standingSchema = z
  .object({
    band: z.int().describe('From 1; agencies of one band cannot be told from its best.'),
    size: z.int().describe('How many agencies the band has.'),
    best: z.int().describe('The best rank that the intervals leave open.'),
    worst: z.int().describe('The worst one.'),
  })
  .describe('What the intervals say of its place in the group.');
export type Standing = z.infer<typeof standingSchema>;

interface Item {
  group: string;
  rate: Rate;
  interval: Interval | null;
}
interface Known {
  at: number;
  rate: number;
  interval: Interval;
}

/**
 * Where each item stands among those of its group as far as the 95 % intervals tell. Bands are cut from the top: the best
 * item opens one, and whoever follows belongs to it until the first whose interval lies wholly below that of the best,
 * who opens the next. Two items of different bands may still be too close to tell, so `best` and `worst` say for each item
 * which ranks are possible: one more than the number of items wholly above it, and all but those wholly below it.
 * @returns one entry per item, in the order given; null without a rate
 */
export function standingsOf(items: readonly Item[]): (Standing | null)[] {
  const standings: (Standing | null)[] = items.map(() => null);
  for (const members of knownByGroup(items))
    for (const [at, standing] of standInGroup(members)) standings[at] = standing;
  return standings;
}

function knownByGroup(items: readonly Item[]): Iterable<Known[]> {
  const groups = new Map<string, Known[]>();
  for (const [at, { group, rate, interval }] of items.entries()) {
    if (rate === null || !interval) continue;
    const members = groups.get(group) ?? [];
    members.push({ at, rate, interval });
    groups.set(group, members);
  }
  return groups.values();
}

function standInGroup(members: Known[]): Map<number, Standing> {
  // Of equals the surest is first: it tells most.
  const ordered = members.toSorted((a, b) => b.rate - a.rate || b.interval.low - a.interval.low);
  const bands: Known[][] = [];
  for (const member of ordered) {
    const leader = bands.at(-1)?.[0];
    if (leader && member.interval.high >= leader.interval.low) bands.at(-1)?.push(member);
    else bands.push([member]);
  }
  const standings = new Map<number, Standing>();
  for (const [index, band] of bands.entries())
    for (const { at, interval } of band) {
      const above = members.filter((other) => other.interval.low > interval.high).length;
      const below = members.filter((other) => other.interval.high < interval.low).length;
      const open = { best: above + 1, worst: members.length - below };
      standings.set(at, { band: index + 1, size: band.length, ...open });
    }
  return standings;
}
