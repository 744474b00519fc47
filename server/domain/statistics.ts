// The few statistics that every figure needs: rounding, Wilson interval, required sample, suppression.

/** A figure in percent, 0–100, unrounded; null where nothing valid was answered. */
export type Rate = number | null;
export interface Interval {
  low: number;
  high: number;
}

/** Below this many people a figure is hidden (domain rule: small cells identify). */
export const HIDDEN_BELOW = 10;
/** Below this many people a figure is shown as "chưa đủ mẫu". */
export const WEAK_BELOW = 30;

const Z95 = 1.959963984540054;

/** 100 × satisfied ÷ valid from integer counts; null when nothing valid was answered. */
export function percentage(satisfied: number, valid: number): Rate {
  return valid === 0 ? null : (100 * satisfied) / valid;
}

/**
 * A percentage with two decimals, halves away from zero, as it is printed.
 * The tiny addend undoes binary fractions (1,005 is stored as 1,00499…); it cannot move a true figure over
 * a half, because satisfied ÷ valid differs from a half of the second decimal by at least 1 ÷ (2 × valid)
 * hundredths, which is more for fewer than 500 million answers.
 */
export function roundRate(rate: number): number {
  const hundredths = Math.abs(rate) * 100;
  return (Math.sign(rate) * Math.floor(hundredths + 0.5 + 1e-9)) / 100 || 0;
}

/**
 * 95 % Wilson score interval, in percent.
 * @param rate percent, 0–100
 * @param n how many independent answers stand behind it; may be fractional (see `effectiveSize`)
 */
export function wilson(rate: number, n: number): Interval {
  if (n <= 0) return { low: 0, high: 100 };
  const p = rate / 100;
  const z2n = (Z95 * Z95) / n;
  const middle = (p + z2n / 2) / (1 + z2n);
  const half = (Z95 / (1 + z2n)) * Math.sqrt((p * (1 - p)) / n + z2n / (4 * n));
  return {
    low: rate === 0 ? 0 : Math.max(0, 100 * (middle - half)),
    high: rate === 100 ? 100 : Math.min(100, 100 * (middle + half)),
  };
}

/** Sums over people of their satisfied (s) and valid (v) answers: enough to know how alike one person's answers are. */
export interface Moments {
  people: number;
  s: number;
  v: number;
  ss: number;
  sv: number;
  vv: number;
}

/**
 * How many independent answers the pooled answers are worth. One person's 19 answers resemble one another;
 * counting them as 19 people would make every interval of a pooled figure four times too narrow.
 * Linearised variance of the ratio Σs ÷ Σv with people as clusters (Cochran, Sampling Techniques, §6.5),
 * solved for n. Equals the number of answers where everybody gave one answer.
 */
export function effectiveSize({ people, s, v, ss, sv, vv }: Moments): number {
  if (people === 0 || v === 0) return 0;
  const p = s / v;
  const spread = ss - 2 * p * sv + p * p * vv;
  // Where people cannot be told apart (all satisfied, or none) only their weights speak (Kish).
  if (s === 0 || s === v || spread <= 1e-9) return (v * v) / vv;
  return Math.min(v, (p * (1 - p) * v * v) / spread);
}

/**
 * Required sample for a population, e = 5 %: n = N ÷ (1 + N·e²), rounded up (Slovin, as the method prescribes).
 * @param population transactions in the period, ≥ 0
 */
export function requiredSample(population: number, error = 0.05): number {
  // N·e² in whole ten-thousandths keeps 1000 → 286 free of binary noise.
  const scaled = Math.round(error * error * 1e8);
  return Math.ceil((population * 1e8) / (1e8 + population * scaled));
}

/**
 * Which siblings of a shown total must be hidden: those with 1 to `below` − 1 people, and, where what is hidden
 * could be found by subtraction from the total, further ones, smallest first, until it cannot.
 * @param sizes people behind each sibling; an empty one (0) has no figure and protects nothing
 */
export function suppress(sizes: readonly number[], below = HIDDEN_BELOW): boolean[] {
  const hidden = sizes.map((n) => n > 0 && n < below);
  const exposed = () => {
    const behind = sizes.filter((_, index) => hidden[index]);
    if (behind.length === 0) return false;
    return behind.length === 1 || behind.reduce((sum, n) => sum + n, 0) < below;
  };
  const open = sizes
    .map((n, index) => ({ n, index }))
    .filter(({ n, index }) => n > 0 && !hidden[index])
    .sort((a, b) => a.n - b.n);
  for (const { index } of open) {
    if (!exposed()) break;
    hidden[index] = true;
  }
  return hidden;
}
