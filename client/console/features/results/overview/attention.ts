// What in the figures somebody should look at.
import { beyondLimit, type FunnelGroup } from '#domain/funnel.ts';
import type { AgencyResults, AgencyRow, CriterionView, Results } from '#domain/results.ts';
import { WEAK_BELOW } from '#domain/statistics.ts';

/** How many criteria are named. */
const LOWEST = 3;

export interface Attention {
  silent: AgencyRow[];
  /** With answers, but too few for a sure figure. */
  weak: AgencyRow[];
  /** Further below their group than chance explains. */
  below: AgencyRow[];
  lowest: CriterionView[];
}

export function findAttention(results: Results, ranking: AgencyResults): Attention {
  const { agencies } = ranking;
  const criteria = results.parts.flatMap((part) => part.factors).flatMap((factor) => factor.criteria);
  return {
    silent: agencies.filter(({ n }) => n === 0),
    weak: agencies.filter(({ n }) => n > 0 && n < WEAK_BELOW),
    below: agencies
      .filter((row) => isFarBelow(row, groupOf(ranking, row)))
      .toSorted((a, b) => (a.rate ?? 0) - (b.rate ?? 0)),
    lowest: criteria
      .filter(({ rate, weak }) => rate !== null && !weak)
      .toSorted((a, b) => (a.rate ?? 0) - (b.rate ?? 0))
      .slice(0, LOWEST),
  };
}

/** What an agency is held against; null where its group has no rate. */
export function groupOf({ groups }: AgencyResults, { group }: AgencyRow): FunnelGroup | null {
  const found = groups.find((each) => each.group === group);
  return found && found.rate !== null ? { rate: found.rate, weight: found.weight } : null;
}

function isFarBelow({ rate, n, weak }: AgencyRow, group: FunnelGroup | null): boolean {
  if (rate === null || weak || !group) return false;
  const beyond = beyondLimit({ rate, people: n }, group);
  return beyond?.side === 'below' && beyond.limit === 99.8;
}
