// A range of days cut into days, weeks or calendar months: the points of a line over time.
import { dayOfDate, yearAndMonth } from './days.ts';

export const STEPS = ['day', 'week', 'month'] as const;
export type Step = (typeof STEPS)[number];

/** 1970-01-05 was a Monday. */
const MONDAY = 4;

/**
 * The steps that cover from..to (days since 1970-01-01, inclusive), in order; weeks begin on Monday. The first and the
 * last are cut to the range.
 */
export function stepsOf(step: Step, from: number, to: number): { from: number; to: number }[] {
  const steps: { from: number; to: number }[] = [];
  for (let day = from; day <= to; ) {
    const end = Math.min(to, lastDayOf(step, day));
    steps.push({ from: day, to: end });
    day = end + 1;
  }
  return steps;
}

function lastDayOf(step: Step, day: number): number {
  if (step === 'day') return day;
  if (step === 'week') return day + 6 - ((((day - MONDAY) % 7) + 7) % 7);
  const { year, month } = yearAndMonth(day);
  return dayOfDate(year, month + 1, 0);
}
