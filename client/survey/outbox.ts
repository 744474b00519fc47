// Submissions on their way: kept until the server has spoken, repeated with the same id until it does.
import type { Stored, SubmissionInput } from '#domain/submissions.ts';
import { ApiError, postJson } from '../api.ts';
import { type Keeper, keysOf, readFrom, removeFrom, writeTo } from './storage.ts';

const PREFIX = 'lang-nghe.unsent.';
const PATIENCE = 20_000;
const LONGEST_WAIT = 60_000;

export type Delivery =
  | { step: 'sending' }
  | { step: 'waiting'; code: string }
  | { step: 'stored'; id: string }
  | { step: 'refused'; error: ApiError };

/** Milliseconds before the next try: 2 s, 4 s, 8 s … one minute, spread so that tablets do not come in step. */
export function waitBefore(attempt: number, random = Math.random): number {
  return Math.min(LONGEST_WAIT, 1000 * 2 ** attempt) * (0.75 + random() / 2);
}

/** Whether the same submission may well be taken later: no network, no time, no room. */
function isTemporary({ status }: ApiError): boolean {
  return status === 0 || status === 408 || status === 429 || status >= 500;
}

/** What is still unsent, from before a reload. */
export function unsentIn(storage: Keeper | null): SubmissionInput[] {
  return keysOf(storage, PREFIX).flatMap((key) => readFrom<SubmissionInput>(storage, key) ?? []);
}

/**
 * Keeps the submission and sends it until the server stores or refuses it.
 * @returns a way to try at once, and one to stop trying (what is kept stays kept)
 */
export function deliver(
  submission: SubmissionInput,
  storage: Keeper | null,
  report: (delivery: Delivery) => void,
): { tryNow: () => void; stop: () => void } {
  const key = PREFIX + submission.id;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;
  let over = false;
  const settle = (delivery: Delivery) => {
    stop();
    removeFrom(storage, key);
    report(delivery);
  };
  const tryNow = async () => {
    if (busy || over) return;
    busy = true;
    clearTimeout(timer);
    report({ step: 'sending' });
    const result = await send(submission);
    busy = false;
    if (over) return;
    if (result === null) return settle({ step: 'stored', id: submission.id });
    if (!isTemporary(result)) return settle({ step: 'refused', error: result });
    failures += 1;
    timer = setTimeout(tryNow, waitBefore(failures));
    report({ step: 'waiting', code: result.code });
  };
  const stop = () => {
    over = true;
    clearTimeout(timer);
    globalThis.removeEventListener?.('online', tryNow);
  };
  writeTo(storage, key, submission);
  globalThis.addEventListener?.('online', tryNow);
  void tryNow();
  return { tryNow, stop };
}

/** One try. Only the server's own word, with this very id, counts as stored. */
async function send(submission: SubmissionInput): Promise<ApiError | null> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE);
  try {
    const body = { ...submission, sentAt: new Date().toISOString() };
    const stored = await postJson<Partial<Stored>>('/responses', body, abort.signal);
    return stored.id === submission.id ? null : new ApiError(0, 'offline');
  } catch (error) {
    return error instanceof ApiError ? error : new ApiError(0, 'offline');
  } finally {
    clearTimeout(timer);
  }
}
