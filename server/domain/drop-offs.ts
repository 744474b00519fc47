// Where people who begin on a tablet leave the form: by step of the form, never with anything that they had answered.
import { z } from 'zod';
import { AGENCY_KINDS } from './agencies.ts';
import type { Questionnaire, Texts } from './questionnaire.ts';
import { questionsOf } from './questions.ts';
import { HIDDEN_BELOW, suppress } from './statistics.ts';

const texts = z.record(z.string(), z.string());

export const dropOffsSchema = z.object({
  agency: z.object({ id: z.string(), name: z.string(), kind: z.enum(AGENCY_KINDS) }),
  from: z.iso.date(),
  to: z.iso.date(),
  questionnaire: z.object({ id: z.string(), title: texts }),
  responses: z.int().describe('Responses that were sent, by every channel.'),
  left: z
    .int()
    .nullable()
    .describe(
      `Begun on a paired tablet and left; null for 1 to ${HIDDEN_BELOW - 1}. Phones and paper tell nothing.`,
    ),
  steps: z
    .array(z.object({ code: z.string(), title: texts, n: z.int().nullable() }))
    .describe('Factors and blocks of the form in order; null where few left, or to protect such a step.'),
});
export type DropOffs = z.infer<typeof dropOffsSchema>;

/**
 * Sums up by step. A question for the reason of a low answer counts with its factor: else leaving there would tell that
 * the answer was low.
 * @param left how many people left at which question
 */
export function dropOffSteps(
  questionnaire: Questionnaire,
  left: readonly { question: string; n: number }[],
): Pick<DropOffs, 'left' | 'steps'> {
  const steps = stepsOf(questionnaire);
  const placed = new Map(steps.flatMap(({ questions }, at) => questions.map((code) => [code, at])));
  const sizes = new Array<number>(steps.length).fill(0);
  for (const { question, n } of left) {
    const at = placed.get(question);
    if (at !== undefined) sizes[at] = (sizes[at] ?? 0) + n;
  }
  const total = sizes.reduce((sum, n) => sum + n, 0);
  const few = total > 0 && total < HIDDEN_BELOW;
  const hidden = suppress(sizes);
  return {
    left: few ? null : total,
    steps: steps.map(({ code, title }, at) => ({
      code,
      title,
      n: few || hidden[at] ? null : (sizes[at] ?? 0),
    })),
  };
}

interface FormStep {
  code: string;
  title: Texts;
  questions: string[];
}

function stepsOf(questionnaire: Questionnaire): FormStep[] {
  const blocks = (list: Questionnaire['before']) =>
    list.map(({ code, title, questions }) => ({
      code,
      title,
      questions: questions.map((each) => each.code),
    }));
  const criteriaAndReasons = (criteria: { code: string }[]) => {
    const own = new Set(criteria.map(({ code }) => code));
    return questionsOf(questionnaire).flatMap(({ question, factor, reasonFor = '' }) =>
      (factor && own.has(question.code)) || own.has(reasonFor) ? [question.code] : [],
    );
  };
  const factors = questionnaire.parts.flatMap((part) => part.factors);
  return [
    ...blocks(questionnaire.before),
    ...factors.map(({ code, title, criteria }) => ({ code, title, questions: criteriaAndReasons(criteria) })),
    ...blocks(questionnaire.after),
  ];
}
