// What alone holds two parts of something together.

/** A line between two points, known by a number of its own. */
export interface Edge {
  id: number;
  between: readonly [number, number];
}

/**
 * The edges without which their two points hang together no more: those on no circle (Tarjan).
 * @param points how many there are, numbered from 0
 */
export function bridgesOf(points: number, edges: readonly Edge[]): Set<number> {
  const beside: { to: number; id: number }[][] = Array.from({ length: points }, () => []);
  for (const { id, between } of edges)
    for (const [from, to] of [between, between.toReversed()])
      if (from !== undefined && to !== undefined) beside[from]?.push({ to, id });
  const bridges = new Set<number>();
  /** When each point was reached, and the earliest that is reached from it without going back. */
  const reached = new Map<number, number>();
  const visit = (point: number, came: number): number => {
    const own = reached.size;
    reached.set(point, own);
    let earliest = own;
    for (const { to, id } of beside[point] ?? []) {
      if (id === came) continue;
      const known = reached.get(to);
      const found = known ?? visit(to, id);
      if (known === undefined && found > own) bridges.add(id);
      earliest = Math.min(earliest, found);
    }
    return earliest;
  };
  for (let point = 0; point < points; point++) if (!reached.has(point)) visit(point, -1);
  return bridges;
}
