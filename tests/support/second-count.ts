// A second, independent computation of every figure of a report. It knows nothing of the product but its CSV exports,
// and shares no code with it.
import papaparse from 'papaparse';

type Line = Record<string, string>;

export interface Node {
  people: number;
  answers: number;
  satisfied: number;
  hidden: boolean;
  rate: number | null;
  low: number | null;
  high: number | null;
}

const parse = (csv: string): Line[] =>
  papaparse.parse<Line>(csv.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data;

/** The codes of levels that count, and of those that are satisfied, by question; from the codebook. */
export class Codebook {
  readonly levels = new Map<string, { code: string; satisfied: boolean }[]>();
  readonly options = new Map<string, string[]>();
  readonly words = new Map<string, string>();

  constructor(csv: string) {
    for (const { column = '', code = '', text_vi = '', satisfied = '' } of parse(csv)) {
      if (code === '') this.words.set(column, text_vi);
      else {
        this.options.set(column, [...(this.options.get(column) ?? []), code]);
        if (satisfied === '') continue;
        const level = { code, satisfied: satisfied === '1' };
        this.levels.set(column, [...(this.levels.get(column) ?? []), level]);
      }
    }
  }

  get criteria(): string[] {
    return [...this.levels.keys()];
  }
}

/** The responses of some days. */
export class Study {
  readonly lines: Line[];
  private readonly codebook: Codebook;

  constructor(csv: string | Line[], codebook: Codebook) {
    this.lines = typeof csv === 'string' ? parse(csv) : csv;
    this.codebook = codebook;
  }

  where(keep: (line: Line) => boolean): Study {
    return new Study(this.lines.filter(keep), this.codebook);
  }

  private byAgency: Map<string, Line[]> | undefined;

  of(agencyId: string): Study {
    this.byAgency ??= Map.groupBy(this.lines, (line) => line.agency_id ?? '');
    return new Study(this.byAgency.get(agencyId) ?? [], this.codebook);
  }

  get marked(): Study {
    return this.where((line) => (line.marks ?? '') !== '');
  }

  /** Pooled over some criteria, unless too few people are behind it. */
  node(criteria: string[], hidden?: boolean): Node {
    const people: { s: number; v: number }[] = [];
    for (const line of this.lines) {
      let [s, v] = [0, 0];
      for (const code of criteria) {
        const level = this.codebook.levels.get(code)?.find((each) => each.code === line[code]);
        if (level) v++;
        if (level?.satisfied) s++;
      }
      if (v > 0) people.push({ s, v });
    }
    const answers = people.reduce((sum, { v }) => sum + v, 0);
    const satisfied = people.reduce((sum, { s }) => sum + s, 0);
    const few = hidden ?? (people.length > 0 && people.length < 10);
    const base = { people: people.length, answers, satisfied, hidden: few };
    if (few || answers === 0) return { ...base, rate: null, low: null, high: null };
    const p = satisfied / answers;
    const residues = people.reduce((sum, { s, v }) => sum + (s - p * v) ** 2, 0);
    const squares = people.reduce((sum, { v }) => sum + v * v, 0);
    // How many independent answers these are worth: p (1 − p) ÷ the variance of the ratio, people being the clusters.
    const worth =
      satisfied === 0 || satisfied === answers || residues < 1e-9
        ? answers ** 2 / squares
        : Math.min(answers, (p * (1 - p)) / (residues / answers ** 2));
    return { ...base, rate: 100 * p, ...wilson95(p, worth) };
  }

  /** How often each option of a question was chosen. */
  counts(question: string): { code: string; n: number }[] {
    const chosen = this.lines.flatMap((line) => (line[question] ?? '').split('|'));
    return (this.codebook.options.get(question) ?? []).map((code) => ({
      code,
      n: chosen.filter((each) => each === code).length,
    }));
  }
}

function wilson95(p: number, n: number): { low: number; high: number } {
  const z = 1.959963984540054;
  // The roots of (p − x)² = z² x (1 − x) ÷ n.
  const [a, b, c] = [1 + z ** 2 / n, -(2 * p + z ** 2 / n), p ** 2];
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  const edge = (x: number) => Math.min(100, Math.max(0, 100 * x));
  return {
    low: p === 0 ? 0 : edge((-b - root) / (2 * a)),
    high: p === 1 ? 100 : edge((-b + root) / (2 * a)),
  };
}

/** Which of the parts of a known whole are withheld: below 10, and the next smallest until no difference shows one. */
export function withheld(sizes: number[]): boolean[] {
  const out = sizes.map((n) => n >= 1 && n <= 9);
  for (;;) {
    const sum = sizes.reduce((total, n, index) => total + (out[index] ? n : 0), 0);
    const behind = out.filter(Boolean).length;
    if (behind === 0 || (behind > 1 && sum >= 10)) return out;
    const left = sizes.map((n, index) => ({ n, index })).filter(({ n, index }) => n > 0 && !out[index]);
    const next = left.reduce<{ n: number; index: number } | null>(
      (least, each) => (least === null || each.n < least.n ? each : least),
      null,
    );
    if (!next) return out;
    out[next.index] = true;
  }
}

/** `83,94%` of whole numbers alone: no binary fraction is involved, halves go up. */
export function percentText(part: number, whole: number): string {
  const hundredths = (BigInt(part) * 20_000n + BigInt(whole)) / (2n * BigInt(whole));
  return `${hundredths / 100n},${String(hundredths % 100n).padStart(2, '0')}%`;
}

/** `1.608` */
export function countText(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, '.');
}
