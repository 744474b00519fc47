import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bridgesOf, type Edge } from '#domain/bridges.ts';

/** Whether two points still hang together without an edge. */
function holds(edges: readonly Edge[], { id, between: [from, to] }: Edge): boolean {
  const seen = new Set([from]);
  for (const point of seen)
    for (const { id: other, between } of edges)
      if (other !== id && between.includes(point)) for (const each of between) seen.add(each);
  return seen.has(to);
}

describe('bridges', () => {
  it('are the edges without which their points hang together no more', () => {
    const pair = fc.tuple(fc.nat(7), fc.nat(7)).filter(([a, b]) => a !== b);
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 14 }), (pairs) => {
        const edges = pairs.map((between, id) => ({ id, between }));
        const expected = edges.filter((edge) => !holds(edges, edge)).map(({ id }) => id);
        expect([...bridgesOf(8, edges)].sort((a, b) => a - b)).toEqual(expected);
      }),
    );
  });
});
