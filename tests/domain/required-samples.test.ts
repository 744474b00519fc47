import { describe, expect, it } from 'vitest';
import { dayOfDate } from '#domain/days.ts';
import { type Handling, requiredSamples } from '#domain/required-samples.ts';

const handling = (id: string, parentId: string | null, changes: Partial<Handling> = {}): Handling => ({
  id,
  parentId,
  yearlyTransactions: null,
  validFrom: null,
  validTo: null,
  ...changes,
});
const YEAR = { from: dayOfDate(2025, 1, 1), to: dayOfDate(2025, 12, 31) };
const QUARTER = { from: dayOfDate(2025, 1, 1), to: dayOfDate(2025, 3, 14) };
const DAY = { from: dayOfDate(2025, 6, 2), to: dayOfDate(2025, 6, 2) };

describe('the required sample of an agency', () => {
  it.each([
    ['a year of 500', 500, YEAR, 223],
    ['a year of 1.000', 1000, YEAR, 286],
    ['a year of 2.618', 2618, YEAR, 347],
    ['a year of 5.000', 5000, YEAR, 371],
    ['a year of 10.000', 10_000, YEAR, 385],
    ['a fifth of a year of 5.000, which is 1.000', 5000, QUARTER, 286],
    ['a day of 1.000 a year, which is 3', 1000, DAY, 3],
    ['a day of 182 a year, which is less than half a transaction', 182, DAY, 0],
    ['a year of none', 0, YEAR, 0],
    ['an unknown number', null, YEAR, null],
  ])('for %s is right', (_what, yearlyTransactions, range, sample) => {
    expect(requiredSamples([handling('a', null, { yearlyTransactions })], range).get('a')).toBe(sample);
  });

  it.each([
    ['began in it', { validFrom: dayOfDate(2025, 10, 20) }, 286],
    ['ended in it', { validTo: dayOfDate(2025, 3, 14) }, 286],
    ['began on its last day', { validFrom: YEAR.to }, 14],
    ['ended before it', { validTo: YEAR.from - 1 }, null],
    ['begins after it', { validFrom: YEAR.to + 1 }, null],
  ])('counts only its own days of a year, where it %s', (_what, days, sample) => {
    const agency = handling('a', null, { yearlyTransactions: 5000, ...days });
    expect(requiredSamples([agency], YEAR).get('a')).toBe(sample);
  });

  it('adds up what those below need, where nobody knows its own', () => {
    const tree = [
      handling('ward', 'province', { yearlyTransactions: 500 }),
      handling('province', null),
      handling('department', 'province'),
      handling('office', 'department', { yearlyTransactions: 1000 }),
      handling('station', 'department'),
      handling('closed', 'province', { yearlyTransactions: 1000, validTo: YEAR.from - 1 }),
    ];
    expect(Object.fromEntries(requiredSamples(tree, YEAR))).toEqual({
      province: 223 + 286,
      ward: 223,
      department: 286,
      office: 286,
      station: null,
      closed: null,
    });
  });

  it('is that of its own number where it has one, whatever those below need', () => {
    const tree = [
      handling('department', null, { yearlyTransactions: 10_000 }),
      handling('office', 'department', { yearlyTransactions: 1000 }),
    ];
    expect(requiredSamples(tree, YEAR).get('department')).toBe(385);
  });
});
