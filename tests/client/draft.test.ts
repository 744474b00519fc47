import { describe, expect, it } from 'vitest';
import { dropDraft, keepDraft, readDraft } from '../../client/survey/draft.ts';
import { newAttempt } from '../../client/survey/submission.ts';
import { fullStorage, memoryStorage } from './storage.ts';

const draft = { questionnaire: 'small@1', attempt: newAttempt(), page: 2, values: { polite: 'yes' } };

describe('a draft', () => {
  it('comes back as it was kept, for its own touchpoint', () => {
    const storage = memoryStorage();
    keepDraft(storage, 'A', draft);
    expect(readDraft(storage, 'A', 'small@1')).toEqual(draft);
    expect(readDraft(storage, 'B', 'small@1')).toBeNull();
  });

  it('is of no use to another version of the questionnaire', () => {
    const storage = memoryStorage();
    keepDraft(storage, 'A', draft);
    expect(readDraft(storage, 'A', 'small@2')).toBeNull();
  });

  it('leaves nothing behind', () => {
    const storage = memoryStorage();
    keepDraft(storage, 'A', draft);
    dropDraft(storage, 'A');
    expect(storage.length).toBe(0);
  });

  it.each([
    ['absent', null],
    ['full', fullStorage()],
    ['damaged', { ...memoryStorage(), getItem: () => '{"half' }],
  ])('is done without when storage is %s', (_, storage) => {
    keepDraft(storage, 'A', draft);
    expect(readDraft(storage, 'A', 'small@1')).toBeNull();
  });
});
