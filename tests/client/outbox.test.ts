import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SubmissionInput } from '#domain/submissions.ts';
import { type Delivery, deliver, unsentIn, waitBefore } from '../../client/survey/outbox.ts';
import { newAttempt, submissionOf } from '../../client/survey/submission.ts';
import { view } from './form.ts';
import { fullStorage, memoryStorage } from './storage.ts';

const submission = submissionOf(view, newAttempt(), { polite: 'yes' }, { locale: 'vi', channel: 'web' });
const stored = () => Response.json({ id: submission.id, receipt: '' }, { status: 201 });
const problem = (status: number, code: string) => () => Response.json({ status, code }, { status });
const offline = () => Promise.reject(new TypeError('failed to fetch'));

let sent: SubmissionInput[];
let steps: string[];
let last: Delivery | undefined;

/** The server gives these answers, in order, the last of them ever after. */
function serverAnswers(...answers: (() => Response | Promise<Response>)[]) {
  vi.stubGlobal('fetch', async (_path: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body));
    return (answers.length > 1 ? answers.shift() : answers[0])?.();
  });
}

function report(delivery: Delivery) {
  steps.push(delivery.step);
  last = delivery;
}

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  steps = [];
  last = undefined;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a submission on its way', () => {
  it('is kept until the server has stored it, and not a moment longer', async () => {
    const storage = memoryStorage();
    serverAnswers(stored);
    deliver(submission, storage, report);
    expect(unsentIn(storage)).toEqual([submission]);
    await vi.advanceTimersByTimeAsync(0);
    expect(last).toEqual({ step: 'stored', id: submission.id });
    expect(storage.length).toBe(0);
  });

  it('is repeated with the same id until the network and the server are back', async () => {
    const storage = memoryStorage();
    serverAnswers(offline, problem(503, 'overloaded'), problem(429, 'too_many_requests'), stored);
    deliver(submission, storage, report);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(steps).toEqual([
      'sending',
      'waiting',
      'sending',
      'waiting',
      'sending',
      'waiting',
      'sending',
      'stored',
    ]);
    expect(new Set(sent.map(({ id, answeredAt }) => `${id} ${answeredAt}`)).size).toBe(1);
  });

  it('does not take the word of a page in between for the server’s', async () => {
    serverAnswers(
      () => new Response('<p>Đăng nhập Wi-Fi</p>'),
      () => Response.json({ id: 'another' }),
      stored,
    );
    deliver(submission, memoryStorage(), report);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(steps).toEqual(['sending', 'waiting', 'sending', 'waiting', 'sending', 'stored']);
  });

  it('is sent at once when somebody asks for it, but never twice at a time', async () => {
    serverAnswers(offline, stored);
    const { tryNow } = deliver(submission, memoryStorage(), report);
    tryNow();
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(1);
    tryNow();
    tryNow();
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(2);
    expect(last?.step).toBe('stored');
  });

  it('stops when the server refuses it for good', async () => {
    const storage = memoryStorage();
    serverAnswers(problem(422, 'invalid'));
    deliver(submission, storage, report);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(sent).toHaveLength(1);
    expect(last).toMatchObject({ step: 'refused', error: { code: 'invalid' } });
    expect(storage.length).toBe(0);
  });

  it('is sent even when the device has no room to keep it', async () => {
    serverAnswers(offline, stored);
    deliver(submission, fullStorage(), report);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(last?.step).toBe('stored');
  });

  it('stays kept when the page stops trying', async () => {
    const storage = memoryStorage();
    serverAnswers(offline);
    deliver(submission, storage, report).stop();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(sent).toHaveLength(1);
    expect(unsentIn(storage)).toEqual([submission]);
  });
});

describe('the wait between tries', () => {
  it('doubles up to a minute, give or take a quarter', () => {
    expect([1, 2, 3, 10].map((n) => waitBefore(n, () => 0.5))).toEqual([2000, 4000, 8000, 60_000]);
    expect([0, 1].map((random) => waitBefore(10, () => random))).toEqual([45_000, 75_000]);
  });
});
