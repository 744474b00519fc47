// How many answers agencies need in a range of days, by what they handle in a year.
import { requiredSample } from './statistics.ts';

export interface Handling {
  id: string;
  parentId: string | null;
  /** Transactions a year; null is not known. */
  yearlyTransactions: number | null;
  /** First and last day on which the agency exists, as days since 1970-01-01; null is open. */
  validFrom: number | null;
  validTo: number | null;
}

const YEAR = 365;
/** More than the whole country handles. */
export const MOST_TRANSACTIONS = 1_000_000_000;

/**
 * The required sample of every agency: of its own transactions in the range (a year's number × days ÷ 365, rounded), and
 * where these are not known, what those below it need together, because each of them is to be judged by itself.
 * @param range first and last local day, inclusive
 * @returns by agency id; null where neither is known, and outside the agency's days
 */
export function requiredSamples(
  agencies: readonly Handling[],
  range: { from: number; to: number },
): Map<string, number | null> {
  const children = Map.groupBy(agencies, ({ parentId }) => parentId);
  const required = new Map<string, number | null>();
  const find = (agency: Handling): number | null => {
    const below = (children.get(agency.id) ?? []).map(find).filter((each) => each !== null);
    const together = below.length === 0 ? null : below.reduce((sum, each) => sum + each, 0);
    const found = ownSample(agency, range) ?? together;
    required.set(agency.id, found);
    return found;
  };
  for (const root of children.get(null) ?? []) find(root);
  return required;
}

function ownSample(
  { yearlyTransactions, validFrom, validTo }: Handling,
  range: { from: number; to: number },
) {
  const from = Math.max(range.from, validFrom ?? range.from);
  const to = Math.min(range.to, validTo ?? range.to);
  if (yearlyTransactions === null || from > to) return null;
  return requiredSample(Math.round((yearlyTransactions * (to - from + 1)) / YEAR));
}
