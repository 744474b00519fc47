// What each criterion of the built-in questionnaires asks, what usually lowers it and what helps: for the console alone.
// It stands beside the questionnaires, not in them: a published version never changes, and citizens do not download it.
import type { Texts } from '../../questionnaire.ts';
import { questionsOf } from '../../questions.ts';
import { BUILT_IN } from '../built-in.ts';
import { policyGuidance } from './policy.ts';
import { servicesGuidance } from './services.ts';
import { shortGuidance } from './short.ts';
import type { Guidance } from './wording.ts';

export const GUIDANCE: Readonly<Record<string, Guidance>> = {
  ...policyGuidance,
  ...servicesGuidance,
  ...shortGuidance,
};

/**
 * The explanation of a criterion; null where there is none.
 * A questionnaire of one's own may use a code for something else: only the very wording that was explained counts.
 * @param title the criterion as it was asked
 */
export function guidanceFor(code: string, title: Texts): Guidance | null {
  const explained = BUILT_IN.flatMap((questionnaire) => questionsOf(questionnaire)).some(
    ({ question, factor }) => factor && question.code === code && question.text.vi === title.vi,
  );
  return (explained && GUIDANCE[code]) || null;
}
