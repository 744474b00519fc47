// What every means of answering gets to work with.
import type { UseFormRegister } from 'react-hook-form';
import type { Questionnaire } from '#domain/questionnaire.ts';
import type { Values } from '../answering.ts';
import type { Say } from '../wording.ts';

export interface Answering<Q> {
  question: Q;
  questionnaire: Questionnaire;
  register: UseFormRegister<Values>;
  value: Values[string];
  /** Issue code. */
  fault: string | undefined;
  say: Say;
}

export const questionId = (code: string) => `question-${code}`;
export const faultId = (code: string) => `fault-${code}`;
