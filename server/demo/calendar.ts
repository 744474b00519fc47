// When people come: opening hours, busy and quiet days, the year's seasons and the Lunar New Year.
import { dayOfDate, startOfDay, yearAndMonth } from '#domain/days.ts';
import type { Random } from './random.ts';

/** First day of Tết Nguyên Đán by the Vietnamese calendar. */
const TET: Record<number, [month: number, date: number]> = {
  2024: [2, 10],
  2025: [1, 29],
  2026: [2, 17],
  2027: [2, 6],
  2028: [1, 26],
  2029: [2, 13],
  2030: [2, 2],
  2031: [1, 23],
  2032: [2, 11],
  2033: [1, 31],
  2034: [2, 19],
  2035: [2, 8],
};
/** Public holidays of the solar calendar, `month-date`. */
const HOLIDAYS = new Set(['1-1', '4-30', '5-1', '9-1', '9-2']);

/** Busyness from Sunday to Saturday: at the counter only Saturday mornings; on the web also Sundays. */
const WEEK = {
  counter: [0, 1.2, 1.08, 1, 0.97, 0.9, 0.16],
  web: [0.22, 1.1, 1.05, 1, 0.97, 0.92, 0.35],
};
/** Busyness from January to December. */
const YEAR = [0.95, 0.85, 1.05, 1, 0.95, 0.95, 1, 0.95, 0.95, 1.12, 1.2, 1.25];

/** Sunday is 0. */
function weekday(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** Days until (negative: since) the nearest year's Tết; null in years outside the table. */
function daysToTet(day: number): number | null {
  const { year } = yearAndMonth(day);
  const tet = TET[year];
  return tet ? dayOfDate(year, ...tet) - day : null;
}

/** How busy each of the days from..to is, in no particular unit. */
export function busyness(from: number, to: number, channel: 'web' | 'kiosk'): number[] {
  const week = channel === 'web' ? WEEK.web : WEEK.counter;
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const day = from + index;
    const { month, date } = yearAndMonth(day);
    const tet = daysToTet(day);
    const closed = HOLIDAYS.has(`${month}-${date}`) || (tet !== null && tet <= 1 && tet >= -4);
    const rush = tet !== null && tet > 1 && tet <= 16 ? 1.2 : 1;
    const shut = channel === 'web' ? 0.08 : 0;
    return (week[weekday(day)] ?? 0) * (YEAR[month - 1] ?? 1) * rush * (closed ? shut : 1);
  });
}

/** How the season moves satisfaction, in standard deviations: down in the rush before Tết and at the year's end. */
export function seasonEffect(day: number): number {
  const { month, date } = yearAndMonth(day);
  const tet = daysToTet(day);
  if (tet !== null && tet > 1 && tet <= 16) return -0.28;
  if (month === 12) return date > 10 ? -0.22 : -0.1;
  return 0.03;
}

const clock = (hours: number, minutes = 0) => hours * 60 + minutes;

/** A likely moment of the day, in ms since the epoch. */
export function momentOn(day: number, channel: 'web' | 'kiosk', random: Random): number {
  const minute = channel === 'web' ? webMinute(weekday(day), random) : counterMinute(weekday(day), random);
  return startOfDay(day) + Math.floor(minute * 60_000);
}

function counterMinute(week: number, random: Random): number {
  if (week === 6 || week === 0) return around(clock(9, 5), 50, clock(7, 40), clock(11, 30), random);
  const part = random.weightedIndex([0.55, 0.04, 0.41]);
  if (part === 0) return around(clock(9, 5), 55, clock(7, 36), clock(11, 40), random);
  if (part === 1) return around(clock(12, 30), 45, clock(11, 30), clock(13, 30), random);
  return around(clock(14, 45), 50, clock(13, 20), clock(17), random);
}

function webMinute(week: number, random: Random): number {
  if (week === 0) return around(clock(15), 200, clock(7, 30), clock(22, 30), random);
  if (random.chance(week === 6 ? 0.45 : 0.62)) return counterMinute(week, random);
  return around(clock(20, 10), 65, clock(17), clock(22, 50), random);
}

/** Normally distributed minutes that stay within the limits. */
function around(middle: number, deviation: number, earliest: number, latest: number, random: Random): number {
  for (let attempt = 0; attempt < 20; attempt++) {
    const minute = random.normal(middle, deviation);
    if (minute >= earliest && minute < latest) return minute;
  }
  return middle;
}
