// From a submission to the word that it is stored.
import type { Submission } from '#domain/submissions.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import type { Intake } from './intake.ts';
import { findResponses, type NewResponse } from './queries.ts';
import { readSubmission, sameResponse } from './submission.ts';

/**
 * Stores a submission. Doing it again is harmless.
 * @returns 201 stored now, 200 already stored
 * @throws Failure invalid/invalid_response, conflict/other_content
 */
export async function storeSubmission(
  context: Context,
  intake: Intake,
  submission: Submission,
): Promise<200 | 201> {
  const outcome = await intake.store(await readSubmission(context, submission, intake.recent));
  if (outcome === 'conflict') throw new Failure('conflict', 'other_content');
  return outcome === 'stored' ? 201 : 200;
}

/**
 * The same for a sender without a clock: its times are the server's own at each arrival, so they do not make another
 * response of one that is sent again.
 */
export async function storeWithoutClock(
  context: Context,
  intake: Intake,
  submission: Submission,
): Promise<200 | 201> {
  const row = await readSubmission(context, submission, intake.recent);
  const outcome = await intake.store(row);
  if (outcome === 'conflict' && !(await isStoredButForTimes(context, row)))
    throw new Failure('conflict', 'other_content');
  return outcome === 'stored' ? 201 : 200;
}

async function isStoredButForTimes({ db }: Context, row: NewResponse): Promise<boolean> {
  const [stored] = await findResponses(db, [row.id]);
  if (!stored) return false;
  const { deviceAnsweredAt, durationMs } = stored;
  return sameResponse(stored, { ...row, deviceAnsweredAt, durationMs });
}
