// When offices are open: a setting such as `Mon-Fri 07:30-11:30 13:30-17:00; Sat 07:30-11:30`.
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** What most offices keep; Saturday mornings are prescribed for one-stop shops. */
export const DEFAULT_OPENING_HOURS = 'Mon-Fri 07:30-11:30 13:30-17:00; Sat 07:30-11:30';

/** For each day of the week, Monday first: the stretches in which it is open, in minutes of the day. */
export type OpeningHours = { from: number; to: number }[][];

/** Reads the setting; null when it cannot be understood. */
export function readOpeningHours(text: string): OpeningHours | null {
  const week: OpeningHours = DAYS.map(() => []);
  for (const part of text.split(';')) {
    const found = /^(\w{3})(?:-(\w{3}))?((?: \d{2}:\d{2}-\d{2}:\d{2})+)$/.exec(part.trim());
    const [first, last] = [indexOf(found?.[1]), indexOf(found?.[2] ?? found?.[1])];
    if (!found || first < 0 || last < first) return null;
    for (const stretch of found[3]?.trim().split(' ') ?? []) {
      const [from, to] = stretch.split('-').map(minuteOf) as [number, number];
      if (!(from < to && to <= 24 * 60)) return null;
      for (let day = first; day <= last; day++) week[day]?.push({ from, to });
    }
  }
  return week;
}

/** The setting of a week: neighbouring days with the same stretches are written together. */
export function writeOpeningHours(week: OpeningHours): string {
  const parts: string[] = [];
  for (let first = 0; first < week.length; ) {
    const stretches = stretchesOf(week[first]);
    let last = first;
    while (last + 1 < week.length && stretchesOf(week[last + 1]) === stretches) last++;
    const days = first === last ? DAYS[first] : `${DAYS[first]}-${DAYS[last]}`;
    if (stretches !== '') parts.push(`${days} ${stretches}`);
    first = last + 1;
  }
  return parts.join('; ');
}

const stretchesOf = (day: OpeningHours[number] = []) =>
  day.map(({ from, to }) => `${timeOf(from)}-${timeOf(to)}`).join(' ');

/** `07:30` for 450. */
export function timeOf(minute: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

const indexOf = (name: string | undefined) => DAYS.indexOf(name as (typeof DAYS)[number]);

/** Minutes of the day of `07:30`. */
export function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return minutes < 60 ? hours * 60 + minutes : Number.NaN;
}

/** Monday 0 … Sunday 6, of a day counted from 1970-01-01, which was a Thursday. */
const weekday = (day: number) => (((day + 3) % 7) + 7) % 7;

/** Whether offices are open on a day at all. */
export function isWorkingDay(hours: OpeningHours, day: number): boolean {
  return (hours[weekday(day)] ?? []).length > 0;
}

/** Whether they are open at a minute of a day, give or take a margin in minutes. */
export function isOpenAt(hours: OpeningHours, day: number, minute: number, margin: number): boolean {
  return (hours[weekday(day)] ?? []).some(({ from, to }) => from - margin <= minute && minute < to + margin);
}
