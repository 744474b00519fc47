// Figures and days as a report's language writes them: 83,94 % of 1.608 on 21/11/2026 in Vietnamese.
import { formatDay } from './days.ts';
import { type Interval, roundRate } from './statistics.ts';

export const REPORT_LANGUAGES = ['vi', 'en'] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];

const TAGS: Record<ReportLanguage, string> = { vi: 'vi-VN', en: 'en-GB' };

export interface ReportFigures {
  /** `83,94%`, halves away from zero. */
  percent: (rate: number) => string;
  /** `82,10–85,62%` */
  interval: (interval: Interval) => string;
  /** `1,40`: the size of a change in percentage points; words say its direction. */
  points: (change: number) => string;
  /** `+1,40` */
  signed: (change: number) => string;
  /** `1.608` */
  count: (n: number) => string;
  /** Days since 1970-01-01 → `21/11/2026` */
  day: (day: number) => string;
  /** Ms since the epoch → `14:05`, in Viet Nam. */
  clock: (instant: number) => string;
}

/** The way a report's language writes figures. */
export function reportFigures(language: ReportLanguage): ReportFigures {
  const decimals = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const two = new Intl.NumberFormat(TAGS[language], decimals);
  const sign = new Intl.NumberFormat(TAGS[language], { ...decimals, signDisplay: 'exceptZero' });
  const whole = new Intl.NumberFormat(TAGS[language], { maximumFractionDigits: 0 });
  const clock = new Intl.DateTimeFormat(TAGS[language], {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Ho_Chi_Minh',
  });
  return {
    percent: (rate) => `${two.format(roundRate(rate))}%`,
    interval: ({ low, high }) => `${two.format(roundRate(low))}–${two.format(roundRate(high))}%`,
    points: (change) => two.format(Math.abs(roundRate(change))),
    signed: (change) => sign.format(roundRate(change)).replace('-', '−'),
    count: (n) => whole.format(n),
    day: (day) => formatDay(day).split('-').reverse().join('/'),
    clock: (instant) => clock.format(instant),
  };
}
