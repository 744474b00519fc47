import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay } from '#domain/days.ts';
import {
  type ClosingDay,
  DEFAULT_CLOSING_DAY,
  formatPeriod,
  nextPeriod,
  PERIOD_KINDS,
  type PeriodKind,
  periodContaining,
  periodOf,
  periodsPerYear,
  precedingRange,
  previousPeriod,
  samePeriodLastYear,
} from '#domain/periods.ts';

describe('a reporting period', () => {
  it.each<[PeriodKind, number, number, ClosingDay, string]>([
    ['month', 2026, 3, 14, '2026-02-15/2026-03-14'],
    ['month', 2026, 1, 14, '2025-12-15/2026-01-14'],
    ['quarter', 2026, 1, 14, '2025-12-15/2026-03-14'],
    ['quarter', 2026, 4, 14, '2026-09-15/2026-12-14'],
    ['half', 2026, 1, 14, '2025-12-15/2026-06-14'],
    ['half', 2026, 2, 14, '2026-06-15/2026-12-14'],
    ['year', 2026, 1, 14, '2025-12-15/2026-12-14'],
    ['month', 2026, 2, 'calendar', '2026-02-01/2026-02-28'],
    ['month', 2028, 2, 'calendar', '2028-02-01/2028-02-29'],
    ['quarter', 2026, 2, 'calendar', '2026-04-01/2026-06-30'],
    ['half', 2026, 2, 'calendar', '2026-07-01/2026-12-31'],
    ['year', 2026, 1, 'calendar', '2026-01-01/2026-12-31'],
    ['month', 2026, 3, 28, '2026-03-01/2026-03-28'],
    ['month', 2028, 3, 28, '2028-02-29/2028-03-28'],
    ['month', 2026, 3, 1, '2026-02-02/2026-03-01'],
  ])('%s %i/%i closing on %s runs %s', (kind, year, index, closing, range) => {
    expect(formatPeriod(periodOf(kind, year, index, closing))).toBe(range);
  });

  it('closes on the 14th unless it is set otherwise', () => {
    expect(DEFAULT_CLOSING_DAY).toBe(14);
  });

  it('rolls an index outside the year into its neighbours', () => {
    expect(periodOf('quarter', 2026, 5, 14)).toEqual(periodOf('quarter', 2027, 1, 14));
    expect(periodOf('month', 2026, 0, 14)).toEqual(periodOf('month', 2025, 12, 14));
    expect(periodOf('half', 2026, -2, 'calendar')).toMatchObject({ year: 2024, index: 2 });
  });

  it.each<[string, ClosingDay, string]>([
    ['2026-03-14', 14, '2026 Q1'],
    ['2026-03-15', 14, '2026 Q2'],
    ['2025-12-14', 14, '2025 Q4'],
    ['2025-12-15', 14, '2026 Q1'],
    ['2025-12-31', 'calendar', '2025 Q4'],
  ])('is found for a day: %s closing on %s is in %s', (day, closing, quarter) => {
    const { year, index } = periodContaining('quarter', parseDay(day), closing);
    expect(`${year} Q${index}`).toBe(quarter);
  });

  it('has the same period a year before, and a range of equal length before it', () => {
    const quarter = periodOf('quarter', 2026, 1, 14);
    expect(formatPeriod(samePeriodLastYear(quarter, 14))).toBe('2024-12-15/2025-03-14');
    const range = precedingRange(parseDay('2026-03-01'), parseDay('2026-03-31'));
    expect(formatPeriod(range)).toBe('2026-01-29/2026-02-28');
    expect(formatPeriod(precedingRange(parseDay('2026-03-01'), parseDay('2026-03-01')))).toBe(
      '2026-02-28/2026-02-28',
    );
  });
});

describe('for any closing day', () => {
  const closing = fc.oneof(fc.integer({ min: 1, max: 28 }), fc.constant<ClosingDay>('calendar'));
  const kind = fc.constantFrom(...PERIOD_KINDS);
  const day = fc.integer({ min: parseDay('1990-01-01'), max: parseDay('2100-12-31') });

  it('the periods of a kind tile the calendar without gap or overlap', () => {
    fc.assert(
      fc.property(kind, fc.integer({ min: 1990, max: 2090 }), closing, (of, year, closes) => {
        let period = periodOf(of, year, 1, closes);
        for (let step = 0; step < 2 * periodsPerYear(of); step++) {
          expect(period.to).toBeGreaterThanOrEqual(period.from);
          const next = nextPeriod(period, closes);
          expect(next.from).toBe(period.to + 1);
          period = next;
        }
        expect(period).toEqual(periodOf(of, year + 2, 1, closes));
      }),
    );
  });

  it('the larger periods are made of whole smaller ones', () => {
    fc.assert(
      fc.property(kind, fc.integer({ min: 1990, max: 2090 }), closing, (of, year, closes) => {
        const whole = periodOf('year', year, 1, closes);
        expect(periodOf(of, year, 1, closes).from).toBe(whole.from);
        expect(periodOf(of, year, periodsPerYear(of), closes).to).toBe(whole.to);
      }),
    );
  });

  it('the period that contains a day contains it', () => {
    fc.assert(
      fc.property(kind, day, closing, (of, on, closes) => {
        const period = periodContaining(of, on, closes);
        expect(period.from).toBeLessThanOrEqual(on);
        expect(period.to).toBeGreaterThanOrEqual(on);
        expect(period).toEqual(periodOf(of, period.year, period.index, closes));
      }),
      { numRuns: 300 },
    );
  });

  it('the one before the next is the period itself', () => {
    fc.assert(
      fc.property(kind, day, closing, (of, on, closes) => {
        const period = periodContaining(of, on, closes);
        expect(previousPeriod(nextPeriod(period, closes), closes)).toEqual(period);
        expect(nextPeriod(previousPeriod(period, closes), closes)).toEqual(period);
      }),
    );
  });
});
