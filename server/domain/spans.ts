// Spans of 1, 4, 16, 64 and 256 days: tallies are kept for each, so that any range of days is read as about a dozen
// rows. By measurement: with 1, 8, 64 and 512 a ranking takes twice as long and counting hardly less.
// Not months and quarters, because reporting months close on any day of the calendar.

export const SPAN_LENGTHS = [1, 4, 16, 64, 256] as const;

export interface Span {
  length: number;
  /** First day of the span: a multiple of its length. */
  start: number;
}

/** The spans, one of each length, that a day belongs to. */
export function spansOf(day: number): Span[] {
  return SPAN_LENGTHS.map((length) => ({ length, start: Math.floor(day / length) * length }));
}

/** The fewest spans that together are exactly the days from..to, both inclusive. */
export function coverRange(from: number, to: number): Span[] {
  const spans: Span[] = [];
  let day = from;
  while (day <= to) {
    let length: number = SPAN_LENGTHS[0];
    for (const candidate of SPAN_LENGTHS)
      if (day % candidate === 0 && day + candidate - 1 <= to) length = candidate;
    spans.push({ length, start: day });
    day += length;
  }
  return spans;
}

/** A span as one whole number, different for every span: its start × 10 + which length it has. */
export function spanId({ length, start }: Span): number {
  return start * 10 + SPAN_LENGTHS.indexOf(length as (typeof SPAN_LENGTHS)[number]);
}

/** The spans of the next shorter length that a span is made of; none for a day. */
export function partsOf({ length, start }: Span): Span[] {
  const shorter = SPAN_LENGTHS[SPAN_LENGTHS.indexOf(length as (typeof SPAN_LENGTHS)[number]) - 1];
  if (shorter === undefined) return [];
  return Array.from({ length: length / shorter }, (_, part) => ({
    length: shorter,
    start: start + part * shorter,
  }));
}
