// Calendar days of Asia/Ho_Chi_Minh (UTC+7, no daylight saving) as whole numbers since 1970-01-01.

const DAY = 86_400_000;
const OFFSET = 7 * 3_600_000;

/** The local day, as days since 1970-01-01, in which an instant (ms since the epoch) falls. */
export function dayOf(instant: number): number {
  return Math.floor((instant + OFFSET) / DAY);
}

/** The first instant (ms since the epoch) of a local day. */
export function startOfDay(day: number): number {
  return day * DAY - OFFSET;
}

/** `2026-11-22` → days since 1970-01-01; NaN when there is no such day. */
export function parseDay(iso: string): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return Number.NaN;
  const day = Date.parse(`${iso}T00:00:00Z`) / DAY;
  return formatDay(day) === iso ? day : Number.NaN;
}

/** Days since 1970-01-01 → `2026-11-22`. */
export function formatDay(day: number): string {
  return Number.isFinite(day) ? new Date(day * DAY).toISOString().slice(0, 10) : '';
}

/** Days since 1970-01-01 of a calendar date; a month outside 1–12 rolls over the year. */
export function dayOfDate(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / DAY;
}

/** Year and month (1–12) of a day. */
export function yearAndMonth(day: number): { year: number; month: number; date: number } {
  const at = new Date(day * DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** First and last local day, both inclusive. */
export interface Range {
  from: number;
  to: number;
}
