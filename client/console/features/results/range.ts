// Which days a results page is about: a preset that moves with today, or days that were chosen.
import { formatDay, parseDay } from '#domain/days.ts';
import { type ClosingDay, periodContaining, previousPeriod } from '#domain/periods.ts';

export const PRESETS = ['this_month', 'last_month', 'this_quarter', 'last_12_months'] as const;
export type Preset = (typeof PRESETS)[number];
export const DEFAULT_PRESET: Preset = 'last_12_months';

/** First and last local day, inclusive, `2026-11-22`; `preset` is null where the days were chosen. */
export interface DayRange {
  preset: Preset | null;
  from: string;
  to: string;
}

/** The days of a preset, in the installation's own reporting periods; the twelve months end today, as where the server chooses. */
export function presetRange(preset: Preset, today: number, closing: ClosingDay): DayRange {
  const month = periodContaining('month', today, closing);
  const days = {
    this_month: () => month,
    last_month: () => previousPeriod(month, closing),
    this_quarter: () => periodContaining('quarter', today, closing),
    last_12_months: () => ({ from: today - 364, to: today }),
  }[preset]();
  return { preset, from: formatDay(days.from), to: formatDay(days.to) };
}

/** The range that a page's address asks for; the default preset where it asks for none that there is. */
export function readRange(params: URLSearchParams, today: number, closing: ClosingDay): DayRange {
  const from = params.get('from') ?? '';
  const to = params.get('to') ?? '';
  if (parseDay(from) <= parseDay(to)) return { preset: null, from, to };
  const asked = PRESETS.find((preset) => preset === params.get('period'));
  return presetRange(asked ?? DEFAULT_PRESET, today, closing);
}
