/** How many of some rows do not follow from the others. */
export function rankOf(rows: number[][]): number {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (left[0]?.length ?? 0); column++) {
    const pivot = left.findIndex((row, at) => at >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    const [top, found] = [left[rank], left[pivot]];
    if (!top || !found) continue;
    left[rank] = found;
    left[pivot] = top;
    for (let at = rank + 1; at < left.length; at++) {
      const factor = (left[at]?.[column] ?? 0) / (found[column] ?? 1);
      left[at] = (left[at] ?? []).map((value, c) => value - factor * (found[c] ?? 0));
    }
    rank++;
  }
  return rank;
}
