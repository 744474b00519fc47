// How people answered: on the web, at a tablet, on paper. Sizes alone, which say nothing of what anybody answered.

import type { Range } from '#domain/days.ts';
import { extractLayout, SLICES } from '#domain/extracts.ts';
import type { Questionnaire } from '#domain/questionnaire.ts';
import { coverRange, spanId } from '#domain/spans.ts';
import { CHANNELS } from '#domain/submissions.ts';
import { addTally } from '#domain/tally.ts';
import type { Database } from '../db/database.ts';
import { readSizes, readSizesOf } from './queries.ts';

/**
 * Responses by channel, in the order of `CHANNELS`, as far as slices are counted.
 * @param scopes agency ids; `''` is the whole installation
 */
export async function countChannels(
  db: Database,
  { id, content }: { id: string; content: Questionnaire },
  { from, to }: Range,
  scopes: string[],
): Promise<Map<string, number[]>> {
  const place = [...extractLayout(content).groups.keys()].indexOf(SLICES.channel);
  const counts = new Map(scopes.map((scope) => [scope, CHANNELS.map(() => 0)]));
  for (const { scope, sizes } of await readSizes(db, id, scopes, coverRange(from, to).map(spanId)))
    addTally(counts.get(scope) ?? [], readSizesOf(sizes, place));
  return counts;
}

/** Counts that add up to the responses they are of; null where somebody answered between the two counts. */
export function agreeing(counts: number[], responses: number): number[] | null {
  return counts.reduce((sum, n) => sum + n, 0) === responses ? counts : null;
}
