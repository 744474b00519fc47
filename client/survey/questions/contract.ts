// What every means of answering gets to work with.
import type { UseFormRegisterReturn } from 'react-hook-form';
import type { Questionnaire } from '#domain/questionnaire.ts';
import type { Values } from '../answering.ts';
import type { Say } from '../wording.ts';

/** What ties an input to the form: its name, and what the running form listens with. */
export type Field = Pick<UseFormRegisterReturn, 'name'> & Partial<UseFormRegisterReturn>;

export interface Answering<Q> {
  question: Q;
  questionnaire: Questionnaire;
  register: (code: string) => Field;
  value: Values[string];
  /** Issue code. */
  fault: string | undefined;
  say: Say;
  /** No program runs beside it: what was answered before stands in the markup, and nothing changes by itself. */
  plain?: boolean;
}

/** Whether an option is marked as chosen in the markup; a running form marks its options itself. */
export function marked({ plain, value }: Pick<Answering<unknown>, 'plain' | 'value'>, option: string) {
  if (!plain) return undefined;
  return Array.isArray(value) ? value.includes(option) : value === option;
}

export const questionId = (code: string) => `question-${code}`;
export const wordsId = (code: string) => `words-${code}`;
export const faultId = (code: string) => `fault-${code}`;
