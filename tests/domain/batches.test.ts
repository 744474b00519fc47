import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnsweredDay, settledBatches, settledMonths, settledRange } from '#domain/batches.ts';

/** Months of thirty days, which end on day 29, 59 … */
const endOf = (day: number) => Math.floor(day / 30) * 30 + 29;
const of = (counts: Record<number, number | number[]>): AnsweredDay[] =>
  Object.entries(counts).map(([day, n]) => ({ day: Number(day), counts: [n].flat() }));
const cut = (counts: Record<number, number | number[]>, upTo: number) =>
  settledBatches(of(counts), { endOf, upTo }).map(({ from, to }) => `${from}–${to}`);

describe('days are cut into batches', () => {
  it.each<[title: string, counts: Record<number, number | number[]>, upTo: number, batches: string[]]>([
    ['that end as soon as ten have answered', { 0: 12, 1: 4, 2: 7, 3: 10 }, 40, ['0–0', '1–2', '3–3']],
    [
      'the last of a month taking in who is left over',
      { 0: 12, 1: 10, 28: 3, 30: 11 },
      70,
      ['0–0', '1–28', '30–30'],
    ],
    ['over the end of a month that is too few', { 5: 4, 29: 5, 31: 2, 40: 10 }, 70, ['5–31', '40–40']],
    ['none of it while all are too few', { 5: 4, 29: 5 }, 70, []],
    [
      'but for the last while the month runs: it may have to take somebody in',
      { 0: 12, 1: 10, 2: 10 },
      2,
      ['0–0', '1–1'],
    ],
    ['one alone being held back', { 0: 12 }, 0, []],
    [
      'in which each agency has nobody or ten',
      { 0: [12, 0], 1: [10, 4], 2: [0, 6], 3: [15, 10] },
      40,
      ['0–0', '1–2', '3–3'],
    ],
    [
      'reaching back for an agency that comes late in the month',
      { 0: [12, 11], 1: [12, 0], 9: [1, 3] },
      40,
      ['0–9'],
    ],
    ['held back while not every agency has ten', { 0: [12, 11], 1: [12, 0], 2: [10, 0] }, 2, []],
    ['of nobody', {}, 40, []],
  ])('%s', (_, counts, upTo, batches) => {
    expect(cut(counts, upTo)).toEqual(batches);
  });

  const days = (agencies: number) =>
    fc
      .array(
        fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 14 })), {
          minLength: agencies,
          maxLength: agencies,
        }),
        { maxLength: 100 },
      )
      .map((all) => all.flatMap((counts, day) => (counts.some((n) => n > 0) ? [{ day, counts }] : [])));
  const asked = fc
    .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }))
    .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

  /** What somebody sees when the days up to one are over. */
  function see(all: AnsweredDay[], upTo: number, range: { from: number; to: number }): Set<number> | null {
    const known = all.filter(({ day }) => day <= upTo);
    const batches = settledBatches(known, { endOf, upTo });
    const found = settledRange(batches, known, { from: range.from, to: Math.min(range.to, upTo) });
    return (
      found && new Set(known.filter(({ day }) => found.from <= day && day <= found.to).map(({ day }) => day))
    );
  }

  const minus = (one: Set<number>, other: Set<number>) => new Set([...one].filter((day) => !other.has(day)));

  it.each([1, 3])(
    'such that of %i agencies no two ranges, seen on any two days, differ by one to nine',
    (agencies) => {
      fc.assert(
        fc.property(
          days(agencies),
          asked,
          asked,
          fc.integer({ min: 0, max: 120 }),
          fc.integer({ min: 0, max: 120 }),
          (all, a, b, today, later) => {
            const [one, other] = [
              see(all, today, a) ?? new Set<number>(),
              see(all, later, b) ?? new Set<number>(),
            ];
            for (const difference of [minus(one, other), minus(other, one)])
              for (let agency = 0; agency < agencies; agency++) {
                const people = all
                  .filter(({ day }) => difference.has(day))
                  .reduce((sum, { counts }) => sum + (counts[agency] ?? 0), 0);
                expect(people === 0 || people >= 10).toBe(true);
              }
          },
        ),
        { numRuns: 500 },
      );
    },
  );

  it('such that a month that is over is whole, where it and the one before had ten', () => {
    fc.assert(
      fc.property(days(1), (all) => {
        const inMonth = (month: number) => all.filter(({ day }) => endOf(day) === month * 30 + 29);
        const enough = (month: number) =>
          inMonth(month).reduce((sum, { counts }) => sum + (counts[0] ?? 0), 0) >= 10;
        const seen = see(all, 120, { from: 30, to: 59 });
        if (enough(0) && enough(1)) expect(seen?.size).toBe(inMonth(1).length);
      }),
    );
  });

  const startOf = (day: number) => Math.floor(day / 30) * 30;
  const quarterEndOf = (day: number) => Math.floor(day / 90) * 90 + 89;

  it('and joined to whole months that are over, which each are nobody or ten of each agency and some of the batches', () => {
    fc.assert(
      fc.property(days(2), fc.integer({ min: 0, max: 120 }), (all, upTo) => {
        const known = all.filter(({ day }) => day <= upTo);
        const months = settledMonths(known, { startOf, endOf, quarterEndOf, upTo });
        const batches = settledBatches(known, { endOf, upTo });
        for (const { from, to, first, last } of months) {
          expect([from % 30, to % 30, to <= upTo]).toEqual([0, 29, true]);
          expect([
            batches.some((each) => each.from === first),
            batches.some((each) => each.to === last),
          ]).toEqual([true, true]);
          const within = known.filter(({ day }) => from <= day && day <= to);
          expect([within[0]?.day, within.at(-1)?.day]).toEqual([first, last]);
          for (const agency of [0, 1]) {
            const people = within.reduce((sum, { counts }) => sum + (counts[agency] ?? 0), 0);
            expect(people === 0 || people >= 10).toBe(true);
          }
        }
        // What is not in any of them is at the end.
        const left = known.filter(({ day }) => !months.some(({ from, to }) => from <= day && day <= to));
        expect(left.every(({ day }) => day > (months.at(-1)?.to ?? -1))).toBe(true);
      }),
    );
  });

  it.each<[title: string, counts: Record<number, number>, upTo: number, months: string[]]>([
    ['each by itself where many answered', { 3: 70, 40: 60, 70: 90 }, 89, ['0–29', '30–59', '60–89']],
    ['several being one where one is too few', { 3: 20, 40: 45, 70: 61 }, 89, ['0–59', '60–89']],
    ['up to a quarter', { 3: 20, 40: 4, 70: 9, 100: 30 }, 119, ['0–89']],
    ['which ends though nobody answered in its last month', { 3: 20, 40: 4 }, 89, ['0–59']],
    ['and is not over before', { 3: 20, 40: 4 }, 88, []],
    ['and over its end only where it is less than a batch', { 3: 4, 100: 3, 130: 60 }, 149, ['0–149']],
    ['of nobody', {}, 149, []],
  ])('%s', (_, counts, upTo, months) => {
    const found = settledMonths(of(counts), { startOf, endOf, quarterEndOf, upTo });
    expect(found.map(({ from, to }) => `${from}–${to}`)).toEqual(months);
  });

  it('which stay the same however much later they are looked at', () => {
    fc.assert(
      fc.property(
        days(2),
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: 0, max: 120 }),
        (all, a, b) => {
          const seen = (upTo: number) =>
            settledMonths(
              all.filter(({ day }) => day <= upTo),
              { startOf, endOf, quarterEndOf, upTo },
            );
          const [early, late] = [seen(Math.min(a, b)), seen(Math.max(a, b))];
          expect(late.slice(0, early.length)).toEqual(early);
        },
      ),
    );
  });
});
