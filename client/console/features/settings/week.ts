// The opening hours as somebody edits them: times as they are typed, whether they can be read yet or not.
import { minuteOf, readOpeningHours, timeOf, writeOpeningHours } from '#domain/opening-hours.ts';

export interface Stretch {
  from: string;
  to: string;
}
/** The stretches of each day, Monday first; a day without any is closed. */
export type Week = Stretch[][];

const DAYS = 7;

/** What a setting says; a week without opening hours where it cannot be read. */
export function weekOf(text: string): Week {
  const hours = readOpeningHours(text) ?? Array.from({ length: DAYS }, () => []);
  return hours.map((day) => day.map(({ from, to }) => ({ from: timeOf(from), to: timeOf(to) })));
}

/** The setting of a week; null while a time is wrong, or where there is no working day at all. */
export function textOf(week: Week): string | null {
  if (week.some((day) => day.some((_, at) => stretchFault(day, at)))) return null;
  const text = writeOpeningHours(
    week.map((day) => day.map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) }))),
  );
  return text === '' ? null : text;
}

/** What is wrong with a stretch of a day: no such time, ends before it begins, or begins before the last one ended. */
export function stretchFault(day: readonly Stretch[], at: number): 'time' | 'order' | null {
  const [before, stretch] = [day[at - 1], day[at]];
  const [from, to] = [minutesOf(stretch?.from), minutesOf(stretch?.to)];
  if (Number.isNaN(from) || Number.isNaN(to)) return 'time';
  return from >= to || from < minutesOf(before?.to ?? '00:00') ? 'order' : null;
}

function minutesOf(typed: string | undefined): number {
  const time = readTime(typed ?? '');
  return time === null ? Number.NaN : minuteOf(time);
}

/** `7h30`, `7.30`, `730`, `7` → `07:30`, `07:00`; null where it is no time of day. */
export function readTime(typed: string): string | null {
  const [, hours = '', minutes = '00'] =
    /^\s*(\d{1,2})\s*(?:[:.hg]?\s*(\d{2}))?\s*[hg]?\s*$/i.exec(typed) ?? [];
  if (hours === '' || Number(minutes) > 59 || Number(hours) * 60 + Number(minutes) > 24 * 60) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

const MORNING: Stretch = { from: '07:30', to: '11:30' };
const AFTERNOON: Stretch = { from: '13:30', to: '17:00' };

/** The usual stretch that a day still lacks. */
export function nextStretch(day: readonly Stretch[]): Stretch {
  if (day.length === 0) return MORNING;
  return minutesOf(day.at(-1)?.to) <= minutesOf(AFTERNOON.from) ? AFTERNOON : { from: '', to: '' };
}
