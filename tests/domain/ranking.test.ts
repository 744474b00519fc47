import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AGENCY_KINDS, rankingGroup } from '#domain/agencies.ts';
import { type Rank, rank, rankChange, valueChange } from '#domain/ranking.ts';
import { roundRate } from '#domain/statistics.ts';

const local = (...rates: (number | null)[]) => rank(rates.map((rate) => ({ group: 'local', rate })));
const places = (ranks: (Rank | null)[]) =>
  ranks.map((it) => (it ? `${it.position}/${it.of}${it.tied ? ' đồng hạng' : ''}` : null));
const at = (position: number, of = 63): Rank => ({ position, of, tied: false });

describe('a rank', () => {
  it('is one more than the number of better ones, in the order given', () => {
    expect(places(local(80, 90, 85))).toEqual(['3/3', '1/3', '2/3']);
  });

  it('is shared by equals, and the next rank is passed over', () => {
    expect(places(local(90, 85, 90, 80, 80, 70))).toEqual([
      '1/6 đồng hạng',
      '3/6',
      '1/6 đồng hạng',
      '4/6 đồng hạng',
      '4/6 đồng hạng',
      '6/6',
    ]);
  });

  it('is decided by the unrounded rate', () => {
    expect(places(local(83.941, 83.944))).toEqual(['2/2', '1/2']);
  });

  it('is nobody’s without a rate, and such a one is not counted', () => {
    expect(places(local(null, 90, null, 0))).toEqual([null, '1/2', null, '2/2']);
  });

  it('is within its group', () => {
    const items = [
      { group: 'local', rate: 70 },
      { group: 'department', rate: 60 },
      { group: 'local', rate: 80 },
      { group: 'department', rate: null },
    ];
    expect(places(rank(items))).toEqual(['2/2', '1/1', '1/2', null]);
  });

  it('follows its definition for any rates', () => {
    const item = fc.record({
      group: fc.constantFrom('x', 'y'),
      rate: fc.option(fc.integer({ min: 0, max: 8 })),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 15 }), (items) => {
        rank(items).forEach((found, index) => {
          const own = items[index];
          const peers = items.filter((it) => it.group === own?.group && it.rate !== null);
          const rate = own?.rate ?? null;
          const better = peers.filter((it) => rate !== null && it.rate !== null && it.rate > rate).length;
          const equal = peers.filter((it) => it.rate === rate).length;
          const expected = rate === null ? null : { position: 1 + better, of: peers.length, tied: equal > 1 };
          expect(found).toEqual(expected);
        });
      }),
    );
  });
});

describe('what changed', () => {
  it.each([
    ['Cần Thơ 2021, SIPAS: the value rose by 1,4 while the rank fell by 10', 85.54, 84.14, 48, 38, 1.4, -10],
    ['Hậu Giang 2021, PAPI: the value fell by 1,61 and the rank by 6', 42.16, 43.77, 33, 27, -1.61, -6],
  ])('has the sign people expect: %s', (_, value, valueBefore, position, positionBefore, points, ranks) => {
    expect(roundRate(valueChange(value, valueBefore) ?? Number.NaN)).toBe(points);
    expect(rankChange(at(position), at(positionBefore))).toBe(ranks);
  });

  it.each([
    ['Hậu Giang 2021, PAR INDEX 27/63, up 1', 27, 28, 1],
    ['Hậu Giang 2021, SIPAS 50/63, up 2', 50, 52, 2],
    ['Hậu Giang 2021, PCI 9/13 in its region, down 2', 9, 7, -2],
    ['nothing changed', 5, 5, 0],
  ])('counts ranks upwards: %s', (_, position, before, change) => {
    expect(rankChange(at(position), at(before))).toBe(change);
  });

  it('is unknown where either side is missing', () => {
    expect([
      valueChange(null, 80),
      valueChange(80, null),
      rankChange(null, at(1)),
      rankChange(at(1), null),
    ]).toEqual([null, null, null, null]);
    expect(valueChange(0, 80)).toBe(-80);
  });
});

describe('the group of an agency', () => {
  it('puts communes, wards and special zones together and everything else among its like', () => {
    expect(AGENCY_KINDS.map((kind) => `${kind} ${rankingGroup(kind)}`)).toEqual([
      'province province',
      'department department',
      'commune local',
      'ward local',
      'special_zone local',
      'branch branch',
      'service_unit service_unit',
    ]);
  });
});
