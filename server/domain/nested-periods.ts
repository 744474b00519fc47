// Published periods lie within one another: a quarter less two of its months is the third.
import type { Range } from './days.ts';
import { HIDDEN_BELOW } from './statistics.ts';

export interface ShownPart extends Range {
  /** How many answered in it. */
  n: number;
}

/**
 * Whether a figure of so many people would tell, less the figures of shorter periods within it that are shown as well,
 * what a few of them said: more than nobody and fewer than ten would be left.
 */
export function leavesFew(n: number, parts: readonly ShownPart[], below = HIDDEN_BELOW): boolean {
  const length = ({ from, to }: Range) => to - from;
  const orders = [
    parts.toSorted((a, b) => length(a) - length(b)),
    parts.toSorted((a, b) => length(b) - length(a)),
  ];
  return orders.some((order) => {
    const left = leftBeside(n, order);
    return left > 0 && left < below;
  });
}

/** Takes away one part after the other, each day once. */
function leftBeside(n: number, parts: readonly ShownPart[]): number {
  const taken: Range[] = [];
  let left = n;
  for (const part of parts) {
    if (taken.some(({ from, to }) => part.from <= to && from <= part.to)) continue;
    taken.push(part);
    left -= part.n;
  }
  return left;
}
