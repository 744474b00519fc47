// Which days a results page is about: a preset that moves with today, a reporting period, or days that were chosen.
import { formatDay, parseDay } from '#domain/days.ts';
import {
  type ClosingDay,
  PERIOD_KINDS,
  type Period,
  type PeriodKind,
  periodContaining,
  periodKey,
  previousPeriod,
  readPeriodKey,
} from '#domain/periods.ts';

export const PRESETS = ['this_month', 'last_month', 'this_quarter', 'this_year', 'last_12_months'] as const;
export type Preset = (typeof PRESETS)[number];
export const DEFAULT_PRESET: Preset = 'last_12_months';

/** First and last local day, inclusive, `2026-11-22`; `preset` is null where the days were chosen. */
export interface DayRange {
  preset: Preset | null;
  /** Name of the reporting period that was asked for, `2026-month-11`. */
  period: string | null;
  from: string;
  to: string;
}

/** The days of a preset, in the installation's own reporting periods; the twelve months end today, as where the server chooses. */
export function presetRange(preset: Preset, today: number, closing: ClosingDay): DayRange {
  const current = (kind: PeriodKind) => periodContaining(kind, today, closing);
  if (preset === 'last_12_months')
    return { preset, period: null, from: formatDay(today - 364), to: formatDay(today) };
  const period = {
    this_month: () => current('month'),
    last_month: () => previousPeriod(current('month'), closing),
    this_quarter: () => current('quarter'),
    this_year: () => current('year'),
  }[preset]();
  return { preset, ...daysOf(period) };
}

function daysOf(period: Period): Omit<DayRange, 'preset'> {
  return { period: periodKey(period), from: formatDay(period.from), to: formatDay(period.to) };
}

/** The range that a page's address asks for; the default preset where it asks for none that there is. */
export function readRange(params: URLSearchParams, today: number, closing: ClosingDay): DayRange {
  const from = params.get('from') ?? '';
  const to = params.get('to') ?? '';
  if (parseDay(from) <= parseDay(to)) return { preset: null, period: null, from, to };
  const asked = params.get('period') ?? '';
  const period = readPeriodKey(asked, closing);
  if (period) return { preset: null, ...daysOf(period) };
  return presetRange(PRESETS.find((preset) => preset === asked) ?? DEFAULT_PRESET, today, closing);
}

/** How far back each kind of period can be chosen: enough for the same one a year or more before. */
const CHOICES: Record<PeriodKind, number> = { month: 18, quarter: 8, half: 4, year: 3 };

/** The latest reporting periods of each kind, the newest first; the running one is the first. */
export function latestPeriods(today: number, closing: ClosingDay): { kind: PeriodKind; periods: Period[] }[] {
  return PERIOD_KINDS.map((kind) => {
    const periods = [periodContaining(kind, today, closing)];
    for (let last = periods[0]; last && periods.length < CHOICES[kind]; last = periods.at(-1))
      periods.push(previousPeriod(last, closing));
    return { kind, periods };
  });
}
