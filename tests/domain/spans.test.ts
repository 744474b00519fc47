import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverRange, SPAN_LENGTHS, spanId, spansOf } from '#domain/spans.ts';

const day = fc.integer({ min: -20_000, max: 60_000 });

describe('the spans that cover a range of days', () => {
  it.each([
    [0, 255, '256@0'],
    [0, 256, '256@0 1@256'],
    [7, 16, '1@7 4@8 4@12 1@16'],
    [5, 5, '1@5'],
    [-16, -1, '16@-16'],
    [6, 5, ''],
  ])('%i to %i are %s', (from, to, expected) => {
    const spans = coverRange(from, to).map(({ length, start }) => `${length}@${start}`);
    expect(spans.join(' ')).toBe(expected);
  });

  it('are exactly its days, each once, and few', () => {
    fc.assert(
      fc.property(day, fc.nat(4000), (from, length) => {
        const spans = coverRange(from, from + length);
        let next = from;
        for (const span of spans) {
          expect(span.start).toBe(next);
          expect(spansOf(span.start)).toContainEqual(span);
          next += span.length;
        }
        expect(next).toBe(from + length + 1);
        // At most 3 of each shorter length on either side, and the whole ones between.
        expect(spans.length).toBeLessThanOrEqual(2 * 3 * 4 + length / 256 + 1);
      }),
    );
  });

  it('cannot be fewer: no four neighbours make up a longer span', () => {
    fc.assert(
      fc.property(day, fc.nat(1500), (from, length) => {
        const spans = coverRange(from, from + length);
        for (const longer of SPAN_LENGTHS.slice(1)) {
          const short = spans.filter((span) => span.length === longer / 4);
          const groups = new Map<number, number>();
          for (const { start } of short) {
            const group = Math.floor(start / longer);
            groups.set(group, (groups.get(group) ?? 0) + 1);
          }
          expect(Math.max(0, ...groups.values())).toBeLessThan(4);
        }
      }),
    );
  });
});

describe('a day', () => {
  it('belongs to one span of each length', () => {
    expect(spansOf(1000)).toEqual([
      { length: 1, start: 1000 },
      { length: 4, start: 1000 },
      { length: 16, start: 992 },
      { length: 64, start: 960 },
      { length: 256, start: 768 },
    ]);
    fc.assert(
      fc.property(day, (of) => {
        const spans = spansOf(of);
        expect(spans.map(({ length }) => length)).toEqual([...SPAN_LENGTHS]);
        for (const { length, start } of spans) {
          expect(start % length === 0).toBe(true);
          expect(of - start).toBeGreaterThanOrEqual(0);
          expect(of - start).toBeLessThan(length);
        }
      }),
    );
  });

  it('has spans with ids that no two spans share', () => {
    const spans = Array.from({ length: 1100 }, (_, index) => spansOf(index - 550)).flat();
    const different = new Set(spans.map(({ length, start }) => `${length}@${start}`));
    expect(new Set(spans.map(spanId)).size).toBe(different.size);
  });
});
