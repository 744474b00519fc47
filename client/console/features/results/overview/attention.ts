// What in the figures somebody should look at.
import type { AgencyResults, AgencyRow, CriterionView, Results } from '#domain/results.ts';
import { WEAK_BELOW } from '#domain/statistics.ts';
import { sideOf } from '../beyond.ts';

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
      .filter((row) => sideOf(row, ranking) === 'below')
      .toSorted((a, b) => (a.rate ?? 0) - (b.rate ?? 0)),
    lowest: criteria
      .filter(({ rate, weak }) => rate !== null && !weak)
      .toSorted((a, b) => (a.rate ?? 0) - (b.rate ?? 0))
      .slice(0, LOWEST),
  };
}
