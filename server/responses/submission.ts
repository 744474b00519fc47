// From what a device sent to the row that is stored, or to everything that is wrong with it.
import { canonicalAnswers, checkAnswers } from '#domain/answers.ts';
import { correctedTime } from '#domain/clock.ts';
import { dayOf } from '#domain/days.ts';
import type { Issue } from '#domain/issues.ts';
import { marksOf, writeMarks } from '#domain/marks.ts';
import type { Questionnaire } from '#domain/questionnaire.ts';
import { type Answers, questionsOf } from '#domain/questions.ts';
import { receiptOf } from '#domain/receipts.ts';
import type { Submission } from '#domain/submissions.ts';
import { normaliseCode } from '#domain/touchpoints.ts';
import { findAgency } from '../agencies/queries.ts';
import type { Context } from '../context.ts';
import { hasActiveDevice } from '../devices/queries.ts';
import { Failure } from '../errors.ts';
import { findQuestionnaire } from '../questionnaires/queries.ts';
import { findTouchpoint, type Touchpoint } from '../touchpoints/queries.ts';
import { newSalt, openComments, type SealedComments, sealComments } from './comments.ts';
import { isProved } from './proofs.ts';
import type { NewResponse } from './queries.ts';
import type { RecentAnswers } from './recent-answers.ts';

const LONGEST = 86_400_000;

/** The paired tablet that signed for a submission. */
export interface SigningDevice {
  id: string;
  /** Ids of the touchpoints where it stands or once stood. */
  touchpoints: ReadonlySet<string>;
}

/** Whence a submission came. */
interface Source {
  /** The paired tablet that signed it; what was answered there before a touchpoint closed is still taken. */
  device?: SigningDevice | null;
  /** What came in lately, to find what is sent again as another response. */
  recent?: RecentAnswers;
}

/**
 * Checks what a submission means and makes the row of it.
 * @throws Failure invalid/invalid_response with every issue and its path
 */
export async function readSubmission(
  context: Context,
  submission: Submission,
  { device = null, recent }: Source = {},
): Promise<NewResponse> {
  const { db, now } = context;
  const issues: Issue[] = [];
  const code = normaliseCode(submission.touchpoint);
  const touchpoint = code ? await findTouchpoint(db, code) : null;
  const closed = closedTo(device, touchpoint);
  if (closed) issues.push({ path: ['touchpoint'], code: closed });
  const questionnaire = await findQuestionnaire(db, submission.questionnaire);
  if (!questionnaire) issues.push({ path: ['questionnaire'], code: 'unknown_questionnaire' });
  const started = Date.parse(submission.startedAt);
  const answered = Date.parse(submission.answeredAt);
  if (answered < started) issues.push({ path: ['answeredAt'], code: 'answered_before_started' });
  const answers = questionnaire ? canonicalAnswers(questionnaire.content, submission.answers) : {};
  if (questionnaire) issues.push(...checkAnswers(questionnaire.content, answers));
  if (Object.keys(submission.answers).length === 0) issues.push({ path: ['answers'], code: 'no_answers' });
  const received = now();
  const sent = submission.sentAt === undefined ? undefined : Date.parse(submission.sentAt);
  const answeredAt = correctedTime(answered, sent, received);
  // What a tablet kept from the days when the agency still was is welcome later, too.
  const agency = touchpoint ? await findAgency(db, touchpoint.agencyId) : null;
  if (agency && agency.validTo !== null && agency.validTo < dayOf(answeredAt))
    issues.push({ path: ['touchpoint'], code: 'agency_closed' });
  if (issues.length > 0 || !touchpoint || !questionnaire)
    throw new Failure('invalid', 'invalid_response', issues);
  const id = submission.id.toLowerCase();
  const { chosen, written } = apart(questionnaire.content, answers);
  const durationMs = Math.min(answered - started, LONGEST);
  const isUnsignedKiosk = device === null && submission.channel === 'kiosk';
  const marks = marksOf({
    channel: submission.channel,
    answered: Object.keys(answers).length,
    durationMs,
    trap: Boolean(submission.trap),
    signed: device !== null,
    hasDevice: isUnsignedKiosk && (await hasActiveDevice(db, touchpoint.id)),
    ...(touchpoint.asksForProof && { proved: isProved(context, touchpoint, submission) }),
    repeated: recent?.isRepeated(submission, JSON.stringify(answers)) ?? false,
  });
  return {
    id,
    receipt: receiptOf(id),
    salt: newSalt(),
    ...rated(touchpoint),
    questionnaireId: questionnaire.id,
    answers: JSON.stringify(chosen),
    comments: sealComments(written),
    locale: submission.locale,
    channel: submission.channel,
    answeredAt,
    deviceAnsweredAt: answered,
    receivedAt: received,
    deviceId: device?.id ?? null,
    durationMs,
    marks: writeMarks(marks),
  };
}

/** Why a touchpoint takes nothing from there; null when it does. */
function closedTo(device: SigningDevice | null, touchpoint: Touchpoint | null): string | null {
  if (!touchpoint || (device && !device.touchpoints.has(touchpoint.id))) return 'unknown_touchpoint';
  return device || touchpoint.state === 'open' ? null : `touchpoint_${touchpoint.state}`;
}

function rated(touchpoint: Touchpoint): Pick<NewResponse, 'touchpointId' | 'agencyId'> {
  return { touchpointId: touchpoint.id, agencyId: touchpoint.agencyId };
}

/** What a person wrote is kept apart from what they chose, so that it can be erased alone. */
function apart(
  questionnaire: Questionnaire,
  answers: Answers,
): { chosen: Answers; written: Record<string, string> } {
  const chosen: Answers = {};
  const written: Record<string, string> = {};
  for (const { question } of questionsOf(questionnaire)) {
    const given = answers[question.code];
    if (given === undefined) continue;
    if (question.type === 'text' && !Array.isArray(given)) written[question.code] = given;
    else chosen[question.code] = given;
  }
  return { chosen, written };
}

/** Whether a stored response is this very one. What was measured on arrival, and an erased text, do not count. */
export function sameResponse(stored: NewResponse, sent: NewResponse): boolean {
  const content = (row: NewResponse) => [
    row.touchpointId,
    row.questionnaireId,
    row.answers,
    row.locale,
    row.channel,
    row.deviceAnsweredAt,
    row.durationMs,
  ];
  return (
    JSON.stringify(content(stored)) === JSON.stringify(content(sent)) &&
    sameComments(openComments(stored.comments), openComments(sent.comments))
  );
}

function sameComments(stored: SealedComments, sent: SealedComments): boolean {
  const questions = Object.keys(stored);
  if (questions.join() !== Object.keys(sent).join()) return false;
  return questions.every((code) => {
    const text = stored[code]?.text;
    return text === undefined || text === sent[code]?.text;
  });
}
