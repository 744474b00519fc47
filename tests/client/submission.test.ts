import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { submissionSchema } from '#domain/submissions.ts';
import { newAttempt, randomUuid, submissionOf } from '../../client/survey/submission.ts';
import { view } from './form.ts';

const where = { locale: 'vi', channel: 'kiosk' } as const;

describe('a submission', () => {
  it('is what the server expects', () => {
    const submission = submissionOf(view, newAttempt(), { polite: 'yes' }, where);
    expect(submissionSchema.parse(submission)).toMatchObject({
      touchpoint: '7KQMP3XR',
      questionnaire: 'small@1',
      answers: { polite: 'yes' },
      channel: 'kiosk',
    });
  });

  it('was never answered before it was started, even when the clock is set back in between', () => {
    vi.useFakeTimers({ now: new Date('2026-11-21T08:00:00Z') });
    const attempt = newAttempt();
    vi.setSystemTime(new Date('2026-11-21T07:00:00Z'));
    expect(submissionOf(view, attempt, {}, where).answeredAt).toBe(attempt.startedAt);
    vi.useRealTimers();
  });

  it('has an id of UUID version 4, whatever the random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const random = vi.spyOn(crypto, 'getRandomValues').mockReturnValue(bytes);
        const id = randomUuid();
        random.mockRestore();
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      }),
    );
  });
});
