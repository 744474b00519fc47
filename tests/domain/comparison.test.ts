import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RankingGroup } from '#domain/agencies.ts';
import {
  comparedRanges,
  differenceFrom,
  FEWEST_OTHERS,
  isReal,
  type PooledAgency,
  poolOthers,
} from '#domain/comparison.ts';
import { formatDay, parseDay } from '#domain/days.ts';
import type { ClosingDay } from '#domain/periods.ts';

const days = (from: string, to: string) => ({ from: parseDay(from), to: parseDay(to) });
const written = ({ from, to }: { from: number; to: number }) => `${formatDay(from)} ${formatDay(to)}`;

describe('what a range is compared with', () => {
  it.each<[string, ClosingDay, string, string, string, string]>([
    ['a month', 14, '2026-10-15', '2026-11-14', '2026-09-15 2026-10-14', '2025-10-15 2025-11-14'],
    ['a quarter', 14, '2026-06-15', '2026-09-14', '2026-03-15 2026-06-14', '2025-06-15 2025-09-14'],
    [
      'a calendar month',
      'calendar',
      '2026-03-01',
      '2026-03-31',
      '2026-02-01 2026-02-28',
      '2025-03-01 2025-03-31',
    ],
    [
      'February after a leap year',
      'calendar',
      '2025-02-01',
      '2025-02-28',
      '2025-01-01 2025-01-31',
      '2024-02-01 2024-02-29',
    ],
    ['a year', 'calendar', '2026-01-01', '2026-12-31', '2025-01-01 2025-12-31', '2025-01-01 2025-12-31'],
    ['ten days', 14, '2026-11-11', '2026-11-20', '2026-11-01 2026-11-10', '2025-11-11 2025-11-20'],
    ['a month cut short', 14, '2026-10-15', '2026-11-13', '2026-09-15 2026-10-14', '2025-10-15 2025-11-13'],
    ['29 February', 14, '2028-02-29', '2028-02-29', '2028-02-28 2028-02-28', '2027-02-28 2027-02-28'],
  ])('%s, closing day %s: %s to %s', (_, closing, from, to, previous, lastYear) => {
    const compared = comparedRanges(days(from, to), closing);
    expect([written(compared.previous), written(compared.lastYear)]).toEqual([previous, lastYear]);
  });

  it('never reaches into the range itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 15_000, max: 25_000 }),
        fc.integer({ min: 0, max: 365 }),
        (from, length) => {
          const { previous, lastYear } = comparedRanges({ from, to: from + length }, 14);
          expect(previous.to).toBe(from - 1);
          expect(lastYear.from).toBeLessThan(from);
          expect(lastYear.to).toBeGreaterThanOrEqual(lastYear.from);
        },
      ),
    );
  });
});

describe('a difference', () => {
  const at = (rate: number, low: number, high: number) => ({ rate, interval: { low, high } });

  it.each([
    ['wholly above', at(90, 86, 93), at(80, 77, 83), 10, true],
    ['wholly below', at(80, 77, 83), at(90, 86, 93), -10, true],
    ['overlapping', at(90, 82, 95), at(80, 77, 83), 10, false],
    ['touching', at(90, 83, 95), at(80, 77, 83), 10, false],
    ['none', at(80, 77, 83), at(80, 77, 83), 0, false],
  ] as const)('%s', (_, one, other, difference, real) => {
    expect(differenceFrom(one, other)).toEqual({ difference, real });
  });

  it('is not there where a figure is missing', () => {
    const missing = { rate: null, interval: null };
    expect(differenceFrom(missing, at(80, 77, 83))).toEqual({ difference: null, real: null });
    expect(differenceFrom(at(80, 77, 83), missing)).toEqual({ difference: null, real: null });
    expect(isReal(null, { low: 0, high: 1 })).toBeNull();
  });
});

describe('the mean of the others', () => {
  const agency = (id: string, changes: Partial<PooledAgency> = {}): PooledAgency => ({
    id,
    parentId: 'province',
    group: 'local' as RankingGroup,
    shown: true,
    tally: [1, 10],
    ...changes,
  });
  const four = ['a', 'b', 'c', 'd'].map((id) => agency(id));

  it('adds up the others of the group, and not the agency itself', () => {
    const agencies = [agency('own', { tally: [100, 1000] }), ...four, agency('sở', { group: 'department' })];
    expect(poolOthers(agencies, 'own')).toEqual({ agencies: 4, tally: [4, 40] });
  });

  it('leaves out agencies whose own figure is hidden: no sum tells it', () => {
    const agencies = [agency('own'), ...four, agency('small', { shown: false, tally: [3, 57] })];
    expect(poolOthers(agencies, 'own')).toEqual({ agencies: 4, tally: [4, 40] });
  });

  it(`is not given for fewer than ${FEWEST_OTHERS} others`, () => {
    expect(poolOthers([agency('own'), ...four.slice(0, 2)], 'own')).toBeNull();
    expect(poolOthers([agency('own'), ...four.slice(0, 3)], 'own')).toMatchObject({ agencies: 3 });
    expect(poolOthers(four, 'unknown')).toBeNull();
  });

  it('counts nobody twice, and nothing of the agency’s own branch', () => {
    const nested = [
      agency('own'),
      ...four,
      agency('part of a', { parentId: 'a', tally: [1, 5] }),
      agency('part of a part', { parentId: 'part of a', tally: [1, 2] }),
      agency('part of own', { parentId: 'own' }),
    ];
    expect(poolOthers(nested, 'own')).toEqual({ agencies: 4, tally: [4, 40] });
    expect(poolOthers(nested, 'part of a part')).toEqual({ agencies: 4, tally: [4, 40] });
  });

  it('is compared fairly where the agency is hidden itself', () => {
    const agencies = [agency('own', { shown: false }), ...four];
    expect(poolOthers(agencies, 'own')).toEqual({ agencies: 4, tally: [4, 40] });
  });
});
