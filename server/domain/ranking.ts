// Ranks within a group, and what changed since the period before: value and rank are separate facts.
import type { Rate } from './statistics.ts';

export interface Rank {
  /** 1 + members of the group with a strictly higher unrounded rate. */
  position: number;
  /** How many members of the group have a rank. */
  of: number;
  /** Others share the rank ("đồng hạng"). */
  tied: boolean;
}

/**
 * Ranks every item with a rate among the items of its group; items without a rate have no rank.
 * @returns one entry per item, in the order given
 */
export function rank(items: readonly { group: string; rate: Rate }[]): (Rank | null)[] {
  const groups = new Map<string, number[]>();
  for (const { group, rate } of items) {
    if (rate === null) continue;
    const rates = groups.get(group) ?? [];
    rates.push(rate);
    groups.set(group, rates);
  }
  for (const rates of groups.values()) rates.sort((a, b) => b - a);
  return items.map(({ group, rate }) => {
    const rates = groups.get(group);
    if (rate === null || !rates) return null;
    const first = rates.indexOf(rate);
    return { position: first + 1, of: rates.length, tied: rates[first + 1] === rate };
  });
}

/** Current minus previous value, in percentage points; null where either is missing. */
export function valueChange(current: Rate, previous: Rate): number | null {
  return current === null || previous === null ? null : current - previous;
}

/** Previous minus current rank: positive is "tăng N bậc", negative "giảm N bậc"; null where either is missing. */
export function rankChange(current: Rank | null, previous: Rank | null): number | null {
  return current && previous ? previous.position - current.position : null;
}
