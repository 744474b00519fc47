// Control limits: how far from the rate of its group an agency may lie by chance alone, given how many people answered.
import type { Interval } from './statistics.ts';

/** Standard deviations within which 95 % and 99.8 % of agencies lie that are no different from their group. */
export const LIMITS = { 95: 1.959963984540054, 99.8: 3.090232306167813 } as const;
export type Limit = keyof typeof LIMITS;

/**
 * The limits around a group's rate (Spiegelhalter, Funnel plots for comparing institutional performance, 2005), in
 * percent. An agency lies beyond the 95 % limits just where its own 95 % Wilson interval leaves out the group's rate.
 * @param rate of the group, percent
 * @param people who answered, > 0
 * @param weight how many independent answers one person is worth (see `effectiveSize`)
 */
export function controlLimits(rate: number, people: number, weight: number, limit: Limit): Interval {
  const p = rate / 100;
  const reach = 100 * LIMITS[limit] * Math.sqrt((p * (1 - p)) / (people * weight));
  return { low: Math.max(0, rate - reach), high: Math.min(100, rate + reach) };
}

export interface FunnelGroup {
  rate: number;
  weight: number;
}

/** The widest limit that an agency lies beyond, with the sign of the side; null for within all of them. */
export function beyondLimit(
  agency: { rate: number; people: number },
  { rate, weight }: FunnelGroup,
): { limit: Limit; side: 'above' | 'below' } | null {
  for (const limit of [99.8, 95] as const) {
    const { low, high } = controlLimits(rate, agency.people, weight, limit);
    if (agency.rate > high) return { limit, side: 'above' };
    if (agency.rate < low) return { limit, side: 'below' };
  }
  return null;
}
