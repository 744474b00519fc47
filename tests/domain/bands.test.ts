import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standingsOf } from '#domain/bands.ts';
import { wilson } from '#domain/statistics.ts';

const item = (rate: number | null, low = rate ?? 0, high = rate ?? 0, group = 'local') => ({
  group,
  rate,
  interval: rate === null ? null : { low, high },
});
const bands = (...items: ReturnType<typeof item>[]) => standingsOf(items).map((it) => it?.band ?? null);
const open = (...items: ReturnType<typeof item>[]) =>
  standingsOf(items).map((it) => (it ? `${it.best}–${it.worst}` : null));

describe('a band', () => {
  it('holds whoever cannot be told from its best', () => {
    expect(bands(item(95, 93, 97), item(92, 90, 94), item(89, 86, 92), item(60, 50, 70))).toEqual([
      1, 1, 2, 3,
    ]);
  });

  it('ends with the first that lies wholly below its best, though a later one may reach up again', () => {
    expect(bands(item(95, 93, 97), item(90, 89, 91), item(80, 50, 94))).toEqual([1, 2, 2]);
  });

  it('counts an interval that ends where the other begins as overlapping', () => {
    expect(bands(item(95, 93, 97), item(90, 87, 93))).toEqual([1, 1]);
  });

  it('knows its size, keeps to its group, and has no place for who has no figure', () => {
    const items = [item(95, 93, 97), item(null), item(94, 92, 96), item(70, 60, 80, 'department')];
    expect(standingsOf(items).map((it) => it?.size ?? null)).toEqual([2, null, 2, 1]);
    expect(standingsOf(items)[3]).toEqual({ band: 1, size: 1, best: 1, worst: 1 });
  });
});

describe('the ranks that an interval leaves open', () => {
  it('leave out only those that lie wholly above or below', () => {
    expect(open(item(95, 93, 97), item(92, 90, 94), item(89, 86, 92), item(60, 50, 70))).toEqual([
      '1–2',
      '1–3',
      '2–3',
      '4–4',
    ]);
  });

  it('are all of them where 30 people answered each of 150 agencies that do not differ', () => {
    const items = Array.from({ length: 150 }, (_, at) => {
      const rate = (100 * (25 + (at % 6))) / 30;
      return { group: 'local', rate, interval: wilson(rate, 30) };
    });
    for (const standing of standingsOf(items))
      expect(standing).toMatchObject({ best: 1, worst: 150, band: 1 });
  });

  const figures = fc.array(
    fc.record({ satisfied: fc.nat(60), more: fc.integer({ min: 1, max: 60 }) }).map(({ satisfied, more }) => {
      const rate = (100 * satisfied) / (satisfied + more);
      return { group: 'local', rate, interval: wilson(rate, satisfied + more) };
    }),
    { minLength: 1, maxLength: 25 },
  );

  it('always hold the rank itself, and every item is in one band', () => {
    fc.assert(
      fc.property(figures, (items) => {
        const standings = standingsOf(items);
        for (const [at, standing] of standings.entries()) {
          const rate = items[at]?.rate ?? 0;
          const rank = 1 + items.filter((other) => other.rate > rate).length;
          expect(standing?.best).toBeLessThanOrEqual(rank);
          expect(standing?.worst).toBeGreaterThanOrEqual(rank);
        }
        const sizes = new Map(standings.map((it) => [it?.band, it?.size]));
        expect([...sizes.values()].reduce((sum: number, size) => sum + (size ?? 0), 0)).toBe(items.length);
      }),
    );
  });
});
