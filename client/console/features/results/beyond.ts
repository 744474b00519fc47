// Which agencies lie further from their group than chance explains.
import { beyondLimit } from '#domain/funnel.ts';
import type { AgencyResults, AgencyRow } from '#domain/results.ts';

/** On which side of the 99.8 % limits of its group an agency lies; null for within them, and for a small sample. */
export function sideOf(
  { rate, n, weak, group }: AgencyRow,
  { groups }: Pick<AgencyResults, 'groups'>,
): 'above' | 'below' | null {
  const whole = groups.find((each) => each.group === group);
  if (rate === null || weak || whole?.rate == null) return null;
  const beyond = beyondLimit({ rate, people: n }, { rate: whole.rate, weight: whole.weight });
  return beyond?.limit === 99.8 ? beyond.side : null;
}
