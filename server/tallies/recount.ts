// Rebuilds every tally from the log and compares: the figures must be what the responses say, or be made so.
import { dayOf, startOfDay } from '#domain/days.ts';
import { SPAN_LENGTHS, spanId } from '#domain/spans.ts';
import { addTally } from '#domain/tally.ts';
import type { Database } from '../db/database.ts';
import { lastEntry } from '../ledger/queries.ts';
import { answeredBetween, answeredRange } from '../responses/queries.ts';
import { countResponses, tallyKey } from './counting.ts';
import { deleteTally, putTallies, type Tally, talliesOfSpans } from './queries.ts';

export interface Recount {
  /** Responses that were counted again. */
  responses: number;
  /** Keys of the tallies that were wrong and now are right: `grain/questionnaire/span/scope`. */
  corrected: string[];
}

const PAGE = 5000;
const TRIES = 5;
/** Windows as long as the longest span: every span lies in exactly one of them, and memory holds only one. */
const WINDOW = Math.max(...SPAN_LENGTHS);

/**
 * Counts again everything that the ledger holds. Serving may go on meanwhile.
 * @throws Error when answers arrive faster than they can be counted again
 */
export async function recount(db: Database): Promise<Recount> {
  const corrected = new Set<string>();
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const last = await lastEntry(db);
    const range = await answeredRange(db);
    let wrong = 0;
    let responses = 0;
    const end = range ? Math.floor(dayOf(range.last) / WINDOW) : -1;
    for (let window = range ? Math.floor(dayOf(range.first) / WINDOW) : 0; window <= end; window++) {
      const counted = await countWindow(db, window * WINDOW, last?.responseSeq ?? 0);
      responses += counted.responses;
      const differences = await compare(db, window * WINDOW, counted.tallies);
      // What was counted in between is no difference; look again.
      if ((await lastEntry(db))?.position !== last?.position) wrong++;
      else if (differences.length > 0) {
        await correct(db, differences);
        for (const { key } of differences) corrected.add(tallyKey(key));
        wrong++;
      }
    }
    if (wrong === 0) return { responses, corrected: [...corrected] };
  }
  throw new Error('answers arrive faster than they can be counted again: try at a quieter hour');
}

/** The tallies of one window of days, from the responses up to a place in the log. */
async function countWindow(db: Database, firstDay: number, upTo: number) {
  const tallies = new Map<string, Tally>();
  const [from, to] = [startOfDay(firstDay), startOfDay(firstDay + WINDOW)];
  let responses = 0;
  for (let seq = 0; ; ) {
    const page = await answeredBetween(db, { from, to, after: seq, upTo }, PAGE);
    for (const row of await countResponses(db, page)) {
      const sum = tallies.get(tallyKey(row));
      if (sum) addTally(sum.counts, row.counts);
      else tallies.set(tallyKey(row), row);
    }
    responses += page.length;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return { tallies, responses };
    seq = last.seq;
  }
}

/** A tally that is not what it should be; `counted` is null where there should be none. */
interface Difference {
  key: Tally;
  counted: Tally | null;
}

async function compare(db: Database, firstDay: number, counted: Map<string, Tally>): Promise<Difference[]> {
  const missing = new Map(counted);
  const differences: Difference[] = [];
  const step = 8;
  for (let day = firstDay; day < firstDay + WINDOW; day += step) {
    const [from, to] = [day, day + step].map((start) => spanId({ start, length: 1 }));
    for (const stored of await talliesOfSpans(db, from ?? 0, to ?? 0)) {
      const should = counted.get(tallyKey(stored));
      missing.delete(tallyKey(stored));
      if (JSON.stringify(should?.counts) !== JSON.stringify(stored.counts))
        differences.push({ key: stored, counted: should ?? null });
    }
  }
  for (const row of missing.values()) differences.push({ key: row, counted: row });
  return differences;
}

async function correct(db: Database, differences: Difference[]): Promise<void> {
  await db.write((tx) => [
    ...differences.filter(({ counted }) => !counted).map(({ key }) => deleteTally(tx, db.tables, key)),
    putTallies(
      tx,
      db.tables,
      differences.flatMap(({ counted }) => counted ?? []),
    ),
  ]);
}
