import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, dayOfDate, formatDay, parseDay, startOfDay, yearAndMonth } from '#domain/days.ts';

describe('a day in Viet Nam', () => {
  it.each([
    ['2026-11-21T16:59:59.999Z', '2026-11-21'],
    ['2026-11-21T17:00:00.000Z', '2026-11-22'],
    ['2026-11-22T16:59:59.999Z', '2026-11-22'],
    ['2026-12-31T17:00:00.000Z', '2027-01-01'],
    ['2026-11-22T00:00:00.000+07:00', '2026-11-22'],
    ['1969-12-31T16:59:59.999Z', '1969-12-31'],
    ['1969-12-31T17:00:00.000Z', '1970-01-01'],
  ])('holds the instant %s: %s', (instant, day) => {
    expect(formatDay(dayOf(Date.parse(instant)))).toBe(day);
  });

  it('begins at 17:00 UTC of the day before', () => {
    expect(new Date(startOfDay(parseDay('2026-11-22'))).toISOString()).toBe('2026-11-21T17:00:00.000Z');
  });

  it('lasts from its start up to, not including, the start of the next', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
        expect(dayOf(startOfDay(day))).toBe(day);
        expect(dayOf(startOfDay(day + 1) - 1)).toBe(day);
      }),
    );
  });
});

describe('a written day', () => {
  it('counts from 1970', () => {
    expect([parseDay('1970-01-01'), parseDay('1970-02-01'), parseDay('1969-12-31')]).toEqual([0, 31, -1]);
  });

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 2_000_000 }), (day) => {
        expect(parseDay(formatDay(day))).toBe(day);
        const { year, month, date } = yearAndMonth(day);
        expect(dayOfDate(year, month, date)).toBe(day);
      }),
    );
  });

  it.each([
    '2026-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '22/11/2026',
    '2026-11-22T00:00',
    ' 2026-11-22',
    '',
  ])('that does not exist or is written otherwise is no day: "%s"', (iso) => {
    expect(parseDay(iso)).toBeNaN();
  });

  it('may be the 29th of February in a leap year', () => {
    expect(formatDay(parseDay('2028-02-29') + 1)).toBe('2028-03-01');
  });

  it('is empty for no day', () => {
    expect(formatDay(Number.NaN)).toBe('');
  });

  it('rolls months over the year', () => {
    expect(formatDay(dayOfDate(2026, 0, 15))).toBe('2025-12-15');
    expect(formatDay(dayOfDate(2026, 13, 1))).toBe('2027-01-01');
  });
});
