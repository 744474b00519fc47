// The figures of a period as they are when it is closed, and what came in afterwards.
import type { Range } from '#domain/days.ts';
import type { AgencyResults, Results } from '#domain/results.ts';
import { scoreOverall } from '#domain/scoring.ts';
import { HIDDEN_BELOW, type Rate } from '#domain/statistics.ts';
import { addTally, emptyTally, responsesIn, tallyLayout } from '#domain/tally.ts';
import type { Database } from '../db/database.ts';
import { Failure } from '../errors.ts';
import { findQuestionnaire } from '../questionnaires/queries.ts';
import { readAgencyResults, readResults } from '../results/queries.ts';
import { sumTallies } from '../tallies/queries.ts';

export interface Snapshot {
  results: Results;
  agencies: AgencyResults;
  /** What the results were made of: later answers are what has been counted since. */
  tally: number[];
}

/** @throws Failure not_found/no_responses */
export async function takeSnapshot(db: Database, range: Range): Promise<Snapshot> {
  const results = await readResults(db, range);
  const questionnaire = results.questionnaire.id;
  return {
    results,
    agencies: await readAgencyResults(db, { ...range, questionnaire }),
    tally: await tallyOf(db, questionnaire, range),
  };
}

/** Answers within the period that came in after it was closed, and the rate with them. */
export interface Supplement {
  n: number;
  rate: Rate;
  /** Of all, late ones among them. */
  rateWith: Rate;
}

/** Rates are null where few were late: the difference to what is frozen would show what they said. */
export async function readSupplement(
  db: Database,
  { results, tally }: Snapshot,
  range: Range,
): Promise<Supplement> {
  const { id } = results.questionnaire;
  const content = (await findQuestionnaire(db, id))?.content;
  if (!content) throw new Failure('not_found', 'unknown_questionnaire');
  const now = await tallyOf(db, id, range);
  const late = now.map((count, place) => count - (tally[place] ?? 0));
  const n = responsesIn(late);
  const [alone, together] = [scoreOverall(content, late), scoreOverall(content, now)];
  if (n < HIDDEN_BELOW || alone.people < HIDDEN_BELOW) return { n, rate: null, rateWith: null };
  return { n, rate: alone.rate, rateWith: together.rate };
}

async function tallyOf(db: Database, questionnaireId: string, { from, to }: Range): Promise<number[]> {
  const content = (await findQuestionnaire(db, questionnaireId))?.content;
  if (!content) throw new Failure('not_found', 'unknown_questionnaire');
  const tally = emptyTally(tallyLayout(content));
  for (const grain of ['all', 'marked_all'] as const)
    for (const counts of (await sumTallies(db, { grain, questionnaireId, from, to, scopes: [''] })).values())
      addTally(tally, counts);
  return tally;
}
