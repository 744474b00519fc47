// Short hands for writing the built-in questionnaires: Vietnamese wording (official where there is one), then English.
import type { Criterion, Option, Question } from '../questionnaire.ts';

/** A criterion that must be answered ("don't know" is an answer). */
export function criterion(code: string, vi: string, en: string): Criterion {
  return { code, text: { vi, en }, required: true };
}

export function option(code: string, vi: string, en: string): Option {
  return { code, text: { vi, en } };
}

/** An optional question with one answer out of several. */
export function choice(code: string, vi: string, en: string, options: Option[]): Question {
  return { type: 'single', code, text: { vi, en }, options };
}

/** An optional question answered on a scale. */
export function rating(scale: string, code: string, vi: string, en: string): Question {
  return { type: 'rating', code, text: { vi, en }, scale };
}
