import { describe, expect, it } from 'vitest';
import { leavesFew, type ShownPart } from '#domain/nested-periods.ts';

const month = (index: number, n: number): ShownPart => ({ from: index * 30, to: index * 30 + 29, n });
const quarter = (index: number, n: number): ShownPart => ({ from: index * 90, to: index * 90 + 89, n });

describe('a period less the periods within it', () => {
  it.each<[string, number, ShownPart[], boolean]>([
    ['with none shown leaves itself', 25, [], false],
    ['leaves nobody where all are shown', 60, [month(0, 20), month(1, 20), month(2, 20)], false],
    ['leaves the few of the month that is not shown', 45, [month(1, 20), month(2, 20)], true],
    ['leaves ten, which are enough', 50, [month(1, 20), month(2, 20)], false],
    ['leaves what few are in two months together', 27, [month(2, 20)], true],
    [
      'takes a day away once, by the quarter or by its months',
      95,
      [quarter(0, 60), month(0, 20), month(1, 20), month(3, 30)],
      true,
    ],
    [
      'leaves few by its months though not by its quarters',
      105,
      [quarter(1, 60), month(1, 20), month(2, 20)],
      true,
    ],
  ])('%s', (_, n, parts, expected) => {
    expect(leavesFew(n, parts)).toBe(expected);
  });
});
