import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beyondLimit, controlLimits } from '#domain/funnel.ts';
import { wilson } from '#domain/statistics.ts';

describe('control limits', () => {
  it('are those of a proportion: 90 % and 100 people are 84,12–95,88 at 95 %, 80,73–99,27 at 99,8 %', () => {
    const at = (limit: 95 | 99.8) => controlLimits(90, 100, 1, limit);
    expect([at(95).low, at(95).high].map((value) => value.toFixed(2))).toEqual(['84.12', '95.88']);
    expect([at(99.8).low, at(99.8).high].map((value) => value.toFixed(2))).toEqual(['80.73', '99.27']);
  });

  it('never leave 0–100, and close in as more people answer or each answer weighs more', () => {
    expect(controlLimits(98, 10, 1, 99.8).high).toBe(100);
    const reach = (people: number, weight: number) => 90 - controlLimits(90, people, weight, 95).low;
    expect(reach(400, 1)).toBeCloseTo(reach(100, 1) / 2, 10);
    expect(reach(100, 4)).toBeCloseTo(reach(400, 1), 10);
  });

  it('leave an agency out just where its own interval leaves out the group’s rate', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 500 }),
        fc.nat(500),
        (rate, people, satisfied) => {
          const own = (100 * Math.min(satisfied, people)) / people;
          const { low, high } = wilson(own, people);
          // On the very edge the last binary digit decides.
          fc.pre(Math.abs(low - rate) > 1e-6 && Math.abs(high - rate) > 1e-6);
          const beyond = beyondLimit({ rate: own, people }, { rate, weight: 1 });
          expect(beyond !== null).toBe(rate < low || rate > high);
        },
      ),
    );
  });

  it('name the wider limit and the side', () => {
    const group = { rate: 90, weight: 1 };
    expect(beyondLimit({ rate: 79, people: 100 }, group)).toEqual({ limit: 99.8, side: 'below' });
    expect(beyondLimit({ rate: 83, people: 100 }, group)).toEqual({ limit: 95, side: 'below' });
    expect(beyondLimit({ rate: 96, people: 100 }, group)).toEqual({ limit: 95, side: 'above' });
    expect(beyondLimit({ rate: 88, people: 100 }, group)).toBeNull();
  });
});
