// From a submission to the word that it is stored.
import type { Submission } from '#domain/submissions.ts';
import { normaliseCode } from '#domain/touchpoints.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { LIMITS } from '../http/limits.ts';
import type { Intake } from './intake.ts';
import { findResponses, type NewResponse } from './queries.ts';
import { readSubmission, sameResponse } from './submission.ts';

/** @throws Failure too_many/too_many_requests when its touchpoint or its browser sent too many lately */
function limit({ limits }: Intake, { touchpoint, browser, channel }: Submission): void {
  // Where a code is none, any amount of different ones would fill the memory.
  limits.take(LIMITS.touchpoint, normaliseCode(touchpoint) ?? undefined);
  if (channel === 'web') limits.take(LIMITS.browser, browser);
}

/**
 * Stores a submission. Doing it again is harmless.
 * @returns 201 stored now, 200 already stored
 * @throws Failure invalid/invalid_response, conflict/other_content, too_many/too_many_requests
 */
export async function storeSubmission(
  context: Context,
  intake: Intake,
  submission: Submission,
): Promise<200 | 201> {
  limit(intake, submission);
  const outcome = await intake.store(await readSubmission(context, submission, { recent: intake.recent }));
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
  limit(intake, submission);
  const row = await readSubmission(context, submission, { recent: intake.recent });
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
