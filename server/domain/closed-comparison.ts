// Agencies beside an earlier period as it was closed, whatever has come in since.
import { rankChange, valueChange } from './ranking.ts';
import type { AgencyResults, AgencyRow } from './results.ts';

/** The same rows beside the figures of an earlier period; agencies that it does not know stay as they are. */
export function comparedWith(now: AgencyResults, then: AgencyResults): AgencyResults {
  const earlier = new Map(then.agencies.map((row) => [row.id, row]));
  return {
    ...now,
    previous: { from: then.from, to: then.to },
    agencies: now.agencies.map((row) => {
      const found = earlier.get(row.id);
      return found ? beside(row, found) : row;
    }),
  };
}

function beside(
  row: AgencyRow,
  { n, rate, interval, rank, rankOf, tied, hidden, weak }: AgencyRow,
): AgencyRow {
  const previous = { n, rate, interval, rank, rankOf, tied, hidden, weak };
  return {
    ...row,
    previous,
    valueChange: valueChange(row.rate, rate),
    rankChange: rankChange(placeOf(row), placeOf(previous)),
  };
}

const placeOf = ({ rank, rankOf, tied }: AgencyRow['previous']) =>
  rank === null ? null : { position: rank, of: rankOf, tied };
