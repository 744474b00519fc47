/** A round percentage at or below all of these, where an axis of rates begins; it ends at 100. */
export function axisStart(rates: readonly number[]): number {
  return Math.max(0, Math.floor(Math.min(90, ...rates) / 10) * 10);
}
