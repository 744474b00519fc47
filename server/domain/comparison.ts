// One agency beside others of its kind, beside the period before and beside the same days a year ago.
import type { RankingGroup } from './agencies.ts';
import { dayOfDate, yearAndMonth } from './days.ts';
import {
  type ClosingDay,
  periodOfRange,
  precedingRange,
  previousPeriod,
  samePeriodLastYear,
} from './periods.ts';
import type { Interval, Rate } from './statistics.ts';
import { addTally } from './tally.ts';

/** Fewer other agencies than these together would show one of them to a neighbour. */
export const FEWEST_OTHERS = 3;

export interface Days {
  /** First and last day, inclusive, as days since 1970-01-01. */
  from: number;
  to: number;
}

/**
 * What a range is compared with. A whole reporting period stands beside the period before it and the same one a year
 * earlier; any other range beside the days of the same length right before it and the same dates a year earlier.
 */
export function comparedRanges(range: Days, closing: ClosingDay): { previous: Days; lastYear: Days } {
  const period = periodOfRange(range, closing);
  const [previous, lastYear] = period
    ? [previousPeriod(period, closing), samePeriodLastYear(period, closing)]
    : [precedingRange(range.from, range.to), { from: yearEarlier(range.from), to: yearEarlier(range.to) }];
  const daysOf = ({ from, to }: Days) => ({ from, to });
  return { previous: daysOf(previous), lastYear: daysOf(lastYear) };
}

/** The same date a year earlier; 28 February where that year has no 29th. */
function yearEarlier(day: number): number {
  const { year, month, date } = yearAndMonth(day);
  return Math.min(dayOfDate(year - 1, month, date), dayOfDate(year - 1, month + 1, 0));
}

/**
 * Whether two figures differ for real: their 95 % intervals do not overlap. Stricter than a test of the difference, so
 * that chance alone moves hardly anybody. Null where there is nothing to compare.
 */
export function isReal(one: Interval | null, other: Interval | null): boolean | null {
  if (!one || !other) return null;
  return one.low > other.high || other.low > one.high;
}

interface Figure {
  rate: Rate;
  interval: Interval | null;
}

/** How far a figure is from another, in percentage points, and whether that is real. */
export function differenceFrom(
  one: Figure,
  other: Figure,
): { difference: number | null; real: boolean | null } {
  if (one.rate === null || other.rate === null) return { difference: null, real: null };
  return { difference: one.rate - other.rate, real: isReal(one.interval, other.interval) };
}

export interface PooledAgency {
  id: string;
  parentId: string | null;
  group: RankingGroup;
  /** Whether its own figure is shown: what is hidden must not be found in a sum. */
  shown: boolean;
  tally: readonly number[];
}

/**
 * What the other agencies of an agency's group add up to: the mean of its kind, in which every answer weighs the same, as
 * in every other figure. Without the agency itself, which would pull the mean towards it; without what lies above or
 * below it, which holds its answers or is part of it; nobody twice; and only agencies whose own figure is shown, so that
 * no sum tells a hidden one.
 * @returns null for fewer than {@link FEWEST_OTHERS} agencies
 */
export function poolOthers(
  agencies: readonly PooledAgency[],
  id: string,
): { agencies: number; tally: number[] } | null {
  const own = agencies.find((agency) => agency.id === id);
  if (!own) return null;
  const isBelow = (agency: PooledAgency, above: string): boolean => {
    const parent = agencies.find((each) => each.id === agency.parentId);
    return agency.parentId === above || (parent !== undefined && isBelow(parent, above));
  };
  const others = agencies.filter(
    (agency) =>
      agency.id !== id &&
      agency.group === own.group &&
      agency.shown &&
      !isBelow(agency, id) &&
      !isBelow(own, agency.id),
  );
  const once = others.filter((agency) => !others.some((above) => isBelow(agency, above.id)));
  if (once.length < FEWEST_OTHERS) return null;
  const tally: number[] = [];
  for (const other of once) addTally(tally, other.tally);
  return { agencies: once.length, tally };
}
