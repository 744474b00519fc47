import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  effectiveSize,
  type Moments,
  percentage,
  requiredSample,
  roundRate,
  suppress,
  wilson,
} from '#domain/statistics.ts';

describe('a printed rate', () => {
  it.each([
    ['hài lòng', 1608, 96.29],
    ['bình thường', 60, 3.59],
    ['không hài lòng', 2, 0.12],
  ])('agrees with the published answers of Đức Hòa 2018: %s %i of 1670', (_, n, share) => {
    expect(roundRate(percentage(n, 1670) ?? Number.NaN)).toBe(share);
  });

  it.each([
    [1.005, 1.01],
    [1.015, 1.02],
    [0.125, 0.13],
    [-0.125, -0.13],
    [-1.4, -1.4],
    [83.944999, 83.94],
    [83.945, 83.95],
    [100, 100],
  ])('of %d is %d: halves go away from zero', (rate, printed) => {
    expect(roundRate(rate)).toBe(printed);
  });

  it('is never minus nought', () => {
    expect(Object.is(roundRate(-0.001), 0)).toBe(true);
    expect(Object.is(roundRate(-0), 0)).toBe(true);
  });

  it('is the exact fraction rounded, for any number of answers', () => {
    const counts = fc
      .integer({ min: 1, max: 200_000_000 })
      .chain((valid) => fc.tuple(fc.integer({ min: 0, max: valid }), fc.constant(valid)));
    const small = fc
      .integer({ min: 1, max: 4000 })
      .chain((valid) => fc.tuple(fc.integer({ min: 0, max: valid }), fc.constant(valid)));
    const halves = fc
      .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 5000 }))
      .map(([hundredths, times]): [number, number] => [(2 * hundredths + 1) * times, 20_000 * times]);
    fc.assert(
      fc.property(fc.oneof(counts, small, halves), ([satisfied, valid]) => {
        const [s, v] = [BigInt(satisfied), BigInt(valid)];
        const hundredths = (2n * 10_000n * s + v) / (2n * v);
        expect(roundRate(percentage(satisfied, valid) ?? Number.NaN)).toBe(Number(hundredths) / 100);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not exist without a valid answer', () => {
    expect(percentage(0, 0)).toBeNull();
    expect(percentage(0, 7)).toBe(0);
  });
});

describe('the Wilson interval', () => {
  it.each([
    [90, 30, 74.4, 96.5],
    [90, 100, 82.6, 94.5],
    [90, 385, 86.6, 92.6],
    [0, 10, 0, 27.8],
    [100, 10, 72.2, 100],
    [50, 1, 5.5, 94.5],
  ])('of %i %% among %i is %d to %d', (rate, n, low, high) => {
    const found = wilson(rate, n);
    expect([Math.round(found.low * 10) / 10, Math.round(found.high * 10) / 10]).toEqual([low, high]);
  });

  it('of nobody is everything', () => {
    expect(wilson(50, 0)).toEqual({ low: 0, high: 100 });
  });

  it('holds the rate, stays between 0 and 100, mirrors, and narrows with more answers', () => {
    const rate = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(rate, fc.double({ min: 0.5, max: 1e7, noNaN: true }), (given, n) => {
        const { low, high } = wilson(given, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(given + 1e-9);
        expect(high).toBeGreaterThanOrEqual(given - 1e-9);
        expect(high).toBeLessThanOrEqual(100);
        expect(wilson(100 - given, n).low).toBeCloseTo(100 - high, 6);
        const more = wilson(given, n * 4);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });
});

/** What a tally would hold for people who gave `s` satisfied of `v` valid answers. */
function moments(people: { s: number; v: number }[]): Moments {
  const sum = (of: (it: { s: number; v: number }) => number) =>
    people.reduce((total, it) => total + of(it), 0);
  return {
    people: people.length,
    s: sum(({ s }) => s),
    v: sum(({ v }) => v),
    ss: sum(({ s }) => s * s),
    sv: sum(({ s, v }) => s * v),
    vv: sum(({ v }) => v * v),
  };
}
const repeat = (times: number, s: number, v: number) => Array.from({ length: times }, () => ({ s, v }));

describe('the effective sample size', () => {
  it('is the number of answers where everybody gave one', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), (yes, no) => {
        const size = effectiveSize(moments([...repeat(yes, 1, 1), ...repeat(no, 0, 1)]));
        expect(size).toBeCloseTo(yes + no, 6);
      }),
    );
  });

  it('is the number of people where each gives the same answer to everything', () => {
    expect(effectiveSize(moments([...repeat(90, 19, 19), ...repeat(10, 0, 19)]))).toBeCloseTo(100, 6);
    expect(effectiveSize(moments(repeat(100, 19, 19)))).toBeCloseTo(100, 6);
    expect(effectiveSize(moments(repeat(100, 0, 19)))).toBeCloseTo(100, 6);
  });

  it('lies between people and answers where answers resemble one another somewhat', () => {
    const size = effectiveSize(moments([...repeat(50, 19, 19), ...repeat(40, 15, 19), ...repeat(10, 2, 19)]));
    expect(size).toBeGreaterThan(100);
    expect(size).toBeLessThan(1900);
  });

  it('is never more than the answers given, and 0 for none', () => {
    const person = fc
      .tuple(fc.nat(19), fc.nat(19))
      .map(([a, b]) => ({ s: Math.min(a, b), v: Math.max(a, b) }));
    fc.assert(
      fc.property(fc.array(person, { maxLength: 30 }), (people) => {
        const sums = moments(people);
        const size = effectiveSize(sums);
        expect(size).toBeLessThanOrEqual(sums.v + 1e-9);
        if (sums.v > 0) expect(size).toBeGreaterThan(0);
        else expect(size).toBe(0);
      }),
    );
  });
});

describe('the required sample', () => {
  it.each([
    [0, 0],
    [1, 1],
    [500, 223],
    [1000, 286],
    [2618, 347],
    [5000, 371],
    [10000, 385],
  ])('for %i transactions is %i', (population, sample) => {
    expect(requiredSample(population)).toBe(sample);
  });

  it('is the exact fraction rounded up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (population) => {
        const numerator = BigInt(population) * 400n;
        const denominator = 400n + BigInt(population);
        expect(requiredSample(population)).toBe(Number((numerator + denominator - 1n) / denominator));
      }),
    );
  });
});

describe('the hiding of small numbers', () => {
  const shown = (sizes: number[]) => {
    const hidden = suppress(sizes);
    return sizes.map((size, index) => (hidden[index] ? '?' : size)).join(' ');
  };

  it.each<[string, number[], string]>([
    ['nothing when nothing is small', [10, 200, 30], '10 200 30'],
    ['a small one and, against subtraction, the smallest other', [9, 50, 20], '? 50 ?'],
    ['two small ones that hide each other', [6, 7, 50], '? ? 50'],
    ['two tiny ones and a third, because together they are still small', [1, 2, 50, 40], '? ? 50 ?'],
    ['nothing for an empty one, which has no figure', [0, 50, 20], '0 50 20'],
    ['no empty one as a protection', [5, 0, 50], '? 0 ?'],
    ['everything when all are small', [3, 4], '? ?'],
    ['nothing of no siblings', [], ''],
  ])('hides %s', (_, sizes, expected) => {
    expect(shown(sizes)).toBe(expected);
  });

  const sizes = fc.array(fc.oneof(fc.nat(12), fc.nat(60)), { maxLength: 7 });

  it('leaves no small figure that the shown total and the other figures give away', () => {
    fc.assert(
      fc.property(sizes, (given) => {
        const hidden = suppress(given);
        const behind = given.filter((_, index) => hidden[index]);
        const total = given.reduce((sum, n) => sum + n, 0);
        const shownSum = given.filter((_, index) => !hidden[index]).reduce((sum, n) => sum + n, 0);
        for (const [index, n] of given.entries()) if (n > 0 && n < 10) expect(hidden[index]).toBe(true);
        if (total < 10 || behind.length === 0) return;
        const rest = total - shownSum;
        expect(rest).toBeGreaterThanOrEqual(10);
        if (given.filter((n) => n > 0).length > 1) expect(behind.length).toBeGreaterThan(1);
      }),
      { numRuns: 500 },
    );
  });

  it('hides no more than it must: without the largest figure hidden for protection, one could be found', () => {
    fc.assert(
      fc.property(sizes, (given) => {
        const hidden = suppress(given);
        const protecting = given.filter((n, index) => hidden[index] && n >= 10);
        const small = given.filter((n) => n > 0 && n < 10);
        if (protecting.length === 0) return;
        const without = [...small, ...protecting.sort((a, b) => a - b).slice(0, -1)];
        const sum = without.reduce((total, n) => total + n, 0);
        expect(without.length === 1 || sum < 10).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
