// One respondent's try: it gets its id with the first answer and keeps it through every repetition.
import type { Channel, SubmissionInput } from '#domain/submissions.ts';
import type { TouchpointView } from '#domain/touchpoint-view.ts';
import { answersOf, type Values } from './answering.ts';

export interface Attempt {
  id: string;
  startedAt: string;
}

/** A new try, starting now. */
export function newAttempt(): Attempt {
  return { id: randomUuid(), startedAt: new Date().toISOString() };
}

/** The submission of a try, answered now. `sentAt` is set anew each time it is sent. */
export function submissionOf(
  view: TouchpointView,
  attempt: Attempt,
  values: Values,
  { locale, channel }: { locale: string; channel: Channel },
): SubmissionInput {
  const now = new Date().toISOString();
  return {
    id: attempt.id,
    touchpoint: view.code,
    questionnaire: view.questionnaire.id,
    answers: answersOf(view.questionnaire, values),
    startedAt: attempt.startedAt,
    // A clock that was set back while somebody answered must not make the response invalid.
    answeredAt: now < attempt.startedAt ? attempt.startedAt : now,
    locale,
    channel,
    ...(channel === 'web' && { browser: tabToken() }),
  };
}

let token: string | null = null;

/**
 * Random, of this page while it is open, and nowhere else: the server marks what is sent again by the same page as
 * another response. A tablet has none, everybody uses it.
 */
function tabToken(): string {
  token ??= randomUuid();
  return token;
}

/** UUID version 4. `crypto.randomUUID` does not exist on plain http, which a local network may use. */
export function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
