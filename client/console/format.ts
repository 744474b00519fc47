// Figures, days and times as people of a language write them.
import { parseDay, startOfDay } from '#domain/days.ts';
import { type Interval, roundRate } from '#domain/statistics.ts';

// Where the language alone leaves open how figures and days are written.
const TAGS: Record<string, string> = { vi: 'vi-VN', en: 'en-GB' };
const ZONE = 'Asia/Ho_Chi_Minh';

export interface Format {
  /** `83,94%`; a rate in percent, rounded with halves away from zero. */
  percent: (rate: number) => string;
  /** `83,94`, for a spreadsheet: two decimals, no unit. */
  decimal: (value: number) => string;
  /** `82,10–85,62`, in percent. */
  interval: (interval: Interval) => string;
  /** `+1,40`, in percentage points. */
  change: (points: number) => string;
  /** `1.608` */
  count: (n: number) => string;
  /** `2026-11-22` → `22/11/2026` */
  day: (iso: string) => string;
  /** `15/10/2026 – 14/11/2026` */
  range: (range: { from: string; to: string }) => string;
  /** Ms since the epoch → `14:05:09`, in Viet Nam. */
  time: (instant: number) => string;
  /** Ms since the epoch, or its ISO form → `22/11/2026 14:05`, in Viet Nam. */
  moment: (instant: number | string) => string;
}

/** The way a language writes figures, days and times. */
export function formatFor(language: string): Format {
  const tag = TAGS[language] ?? language;
  const decimals = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const rate = new Intl.NumberFormat(tag, decimals);
  const signed = new Intl.NumberFormat(tag, { ...decimals, signDisplay: 'exceptZero' });
  const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  const date = new Intl.DateTimeFormat(tag, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: ZONE,
  });
  const clock = new Intl.DateTimeFormat(tag, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone: ZONE,
  });
  const minute = new Intl.DateTimeFormat(tag, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: ZONE,
  });
  const day = (iso: string) => date.format(startOfDay(parseDay(iso)));
  return {
    percent: (value) => `${rate.format(roundRate(value))}%`,
    decimal: (value) => rate.format(roundRate(value)),
    interval: ({ low, high }) => `${rate.format(roundRate(low))}–${rate.format(roundRate(high))}`,
    change: (points) => signed.format(roundRate(points)).replace('-', '−'),
    count: (n) => whole.format(n),
    day,
    range: ({ from, to }) => `${day(from)} – ${day(to)}`,
    time: (instant) => clock.format(instant),
    moment: (instant) => {
      const at = new Date(instant);
      return `${date.format(at)} ${minute.format(at)}`;
    },
  };
}

/** A text in the reader's language, else in Vietnamese, else in whichever there is. */
export function textIn(texts: Record<string, string>, language: string): string {
  return texts[language] ?? texts.vi ?? Object.values(texts)[0] ?? '';
}
