// What a phone keeps of an unfinished try, in this tab only, so that a reload loses nothing.
import type { Values } from './answering.ts';
import { type Keeper, readFrom, removeFrom, writeTo } from './storage.ts';
import type { Attempt } from './submission.ts';

export interface Draft {
  /** `code@version`: answers to another version are of no use. */
  questionnaire: string;
  attempt: Attempt | null;
  page: number;
  values: Values;
}

const keyOf = (touchpoint: string) => `lang-nghe.draft.${touchpoint}`;

/** The draft of this touchpoint, if it belongs to this version of the questionnaire. */
export function readDraft(storage: Keeper | null, touchpoint: string, questionnaire: string): Draft | null {
  const draft = readFrom<Draft>(storage, keyOf(touchpoint));
  return draft?.questionnaire === questionnaire ? draft : null;
}

export function keepDraft(storage: Keeper | null, touchpoint: string, draft: Draft): void {
  writeTo(storage, keyOf(touchpoint), draft);
}

export function dropDraft(storage: Keeper | null, touchpoint: string): void {
  removeFrom(storage, keyOf(touchpoint));
}
