// Reporting periods: month, quarter, half-year and year that close on a set day of their last month.
import { dayOfDate, formatDay, yearAndMonth } from './days.ts';

/** Last day of a reporting month, 1–28, or the calendar's own month ends. Default 14 (state reports). */
export type ClosingDay = number | 'calendar';
export const DEFAULT_CLOSING_DAY: ClosingDay = 14;

export const PERIOD_KINDS = ['month', 'quarter', 'half', 'year'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];
const MONTHS: Record<PeriodKind, number> = { month: 1, quarter: 3, half: 6, year: 12 };

export interface Period {
  kind: PeriodKind;
  year: number;
  /** Which of its kind in the year, from 1. */
  index: number;
  /** First and last local day, inclusive, as days since 1970-01-01. */
  from: number;
  to: number;
}

/** How many periods of a kind a year has. */
export function periodsPerYear(kind: PeriodKind): number {
  return 12 / MONTHS[kind];
}

/**
 * The `index`-th period of its kind in a year. With closing day 14, month 3 runs 15 February – 14 March and
 * quarter 1 runs 15 December – 14 March. An index outside the year rolls into its neighbours.
 */
export function periodOf(kind: PeriodKind, year: number, index: number, closing: ClosingDay): Period {
  const perYear = periodsPerYear(kind);
  const normalYear = year + Math.floor((index - 1) / perYear);
  const normalIndex = ((((index - 1) % perYear) + perYear) % perYear) + 1;
  const lastMonth = normalIndex * MONTHS[kind];
  return {
    kind,
    year: normalYear,
    index: normalIndex,
    from: monthEnd(normalYear, lastMonth - MONTHS[kind], closing) + 1,
    to: monthEnd(normalYear, lastMonth, closing),
  };
}

function monthEnd(year: number, month: number, closing: ClosingDay): number {
  return closing === 'calendar' ? dayOfDate(year, month + 1, 0) : dayOfDate(year, month, closing);
}

/** The period of a kind that a day falls in. */
export function periodContaining(kind: PeriodKind, day: number, closing: ClosingDay): Period {
  const { year, month } = yearAndMonth(day);
  const guess = periodOf(kind, year, Math.ceil(month / MONTHS[kind]), closing);
  return day > guess.to ? nextPeriod(guess, closing) : guess;
}

/** The period of the same kind right after. */
export function nextPeriod(period: Period, closing: ClosingDay): Period {
  return periodOf(period.kind, period.year, period.index + 1, closing);
}

/** The period of the same kind right before. */
export function previousPeriod(period: Period, closing: ClosingDay): Period {
  return periodOf(period.kind, period.year, period.index - 1, closing);
}

/** The same period a year earlier. */
export function samePeriodLastYear(period: Period, closing: ClosingDay): Period {
  return periodOf(period.kind, period.year - 1, period.index, closing);
}

/** The reporting period that a range of days is, to the day; null for any other range. */
export function periodOfRange(
  { from, to }: { from: number; to: number },
  closing: ClosingDay,
): Period | null {
  const periods = PERIOD_KINDS.map((kind) => periodContaining(kind, to, closing));
  return periods.find((period) => period.from === from && period.to === to) ?? null;
}

/** The range of the same length that ends the day before a range begins. */
export function precedingRange(from: number, to: number): { from: number; to: number } {
  return { from: from - (to - from + 1), to: from - 1 };
}

/** `2026-01-15/2026-02-14`, for messages and file names. */
export function formatPeriod({ from, to }: { from: number; to: number }): string {
  return `${formatDay(from)}/${formatDay(to)}`;
}

export const PERIOD_STATES = ['draft', 'closed', 'published'] as const;
export type PeriodState = (typeof PERIOD_STATES)[number];

/** `2026-month-11`, the name of a period in addresses and files. */
export function periodKey({ year, kind, index }: Pick<Period, 'year' | 'kind' | 'index'>): string {
  return `${year}-${kind}-${index}`;
}

/** The period with a name, null when there is none. */
export function readPeriodKey(key: string, closing: ClosingDay): Period | null {
  const found = /^(20\d{2})-(month|quarter|half|year)-([1-9]\d?)$/.exec(key);
  const kind = found?.[2] as PeriodKind | undefined;
  const index = Number(found?.[3]);
  return found && kind && index <= periodsPerYear(kind)
    ? periodOf(kind, Number(found[1]), index, closing)
    : null;
}
