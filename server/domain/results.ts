// The results as they leave the server: scored, with small numbers hidden, and readable without the questionnaire.
import { z } from 'zod';
import { AGENCY_KINDS, RANKING_GROUPS } from './agencies.ts';
import { standingSchema } from './bands.ts';
import { AGGREGATIONS, type Questionnaire } from './questionnaire.ts';
import { questionsOf } from './questions.ts';
import type { OptionCount, Score, Scores } from './scoring.ts';
import { HIDDEN_BELOW, WEAK_BELOW } from './statistics.ts';
import { STEPS } from './steps.ts';
import type { WithheldFigures } from './withheld-figures.ts';

const texts = z.record(z.string(), z.string());
const day = z.iso.date();
const interval = z.object({ low: z.number(), high: z.number() }).nullable();
const optionCount = z.object({ code: z.string(), text: texts, n: z.int() });

const score = z.object({
  code: z.string(),
  title: texts,
  n: z.int().nullable().describe('Valid answers; blank and "don\'t know" are not among them.'),
  satisfied: z.int().nullable(),
  people: z.int().describe('Respondents who gave at least one of these answers.'),
  rate: z.number().nullable().describe('Percent, unrounded, by the aggregation rule.'),
  interval: interval.describe('95 % Wilson interval, in percent, on the effective sample size.'),
  hidden: z
    .boolean()
    .describe(`Figure withheld: fewer than ${HIDDEN_BELOW} people, or protects one that is.`),
  weak: z.boolean().describe(`Fewer than ${WEAK_BELOW} people: "chưa đủ mẫu".`),
});
const criterion = score.extend({
  options: z
    .array(optionCount.extend({ satisfied: z.boolean(), mood: z.int().optional() }))
    .nullable()
    .describe('Every level in order, "don\'t know" last; null when hidden.'),
});
const factor = score.extend({ criteria: z.array(criterion) });
const part = score.extend({ factors: z.array(factor) });

const marked = z
  .object({
    n: z.int().describe('Marked responses, stored with their reasons; every other figure counts them.'),
    rateWithout: z
      .number()
      .nullable()
      .describe('The overall rate if they were left out; null where that would show what few of them said.'),
  })
  .describe('Responses that look odd.');

/** Set where so few answered that whoever asks may not see what they say. */
const tooFew = z
  .literal('too_few_answers')
  .optional()
  .describe(
    'Why all figures are withheld: within these days there are not ten people who may be told apart.',
  );
const required = z
  .int()
  .nullable()
  .describe('Required sample for what was handled in these days, e = 5 %; null where nobody knows how much.');

export const resultsSchema = z.object({
  agency: z.object({ id: z.string(), name: z.string(), kind: z.enum(AGENCY_KINDS) }),
  from: day,
  to: day.describe(
    'The days counted: of those asked for, for people of an agency, the ones that make whole batches of ten people.',
  ),
  withheld: tooFew,
  questionnaire: z.object({ id: z.string(), title: texts }),
  questionnaires: z
    .array(z.object({ id: z.string(), title: texts, responses: z.int() }))
    .describe('Every version answered in this range, most responses first. Figures are never mixed.'),
  aggregation: z.enum(AGGREGATIONS),
  n: z.int().describe('Responses counted.'),
  required,
  marked,
  overall: score,
  parts: z.array(part),
  questions: z.array(
    z.object({
      code: z.string(),
      text: texts,
      hidden: z.boolean(),
      options: z.array(optionCount).nullable(),
    }),
  ),
});
export type Results = z.infer<typeof resultsSchema>;
export type ScoreView = z.infer<typeof score>;
export type CriterionView = z.infer<typeof criterion>;
export type FactorView = z.infer<typeof factor>;
export type PartView = z.infer<typeof part>;

const figure = z.object({
  n: z.int().describe('Responses counted.'),
  rate: z.number().nullable(),
  interval,
  rank: z.int().nullable().describe('1 + agencies of the same group with a strictly higher unrounded rate.'),
  rankOf: z.int().describe('How many agencies of the group have a rank.'),
  tied: z.boolean(),
  hidden: z.boolean(),
  weak: z.boolean(),
});
export const agencyRowSchema = figure.extend({
  id: z.string(),
  name: z.string(),
  kind: z.enum(AGENCY_KINDS),
  group: z.enum(RANKING_GROUPS).describe('Ranks are within this group.'),
  required,
  marked,
  standing: standingSchema.nullable(),
  previous: figure,
  valueChange: z.number().nullable().describe('Percentage points since the previous range.'),
  rankChange: z.int().nullable().describe('Positive: moved up.'),
});
export type AgencyRow = z.infer<typeof agencyRowSchema>;

export const agencyResultsSchema = z.object({
  from: day,
  to: day,
  previous: z
    .object({ from: day, to: day })
    .describe('The reporting period before; for any other range, the one of the same length right before.'),
  questionnaire: z.object({ id: z.string(), title: texts }),
  aggregation: z.enum(AGGREGATIONS),
  groups: z
    .array(
      z.object({
        group: z.enum(RANKING_GROUPS),
        agencies: z.int().describe('With a figure that is shown; these are what is added up.'),
        n: z.int().describe('Responses.'),
        rate: z.number().nullable(),
        weight: z.number().describe('How many independent answers one response is worth on average.'),
      }),
    )
    .describe('What is compared with one another.'),
  agencies: z.array(agencyRowSchema),
});
export type AgencyResults = z.infer<typeof agencyResultsSchema>;

const sliced = {
  agency: z.object({ id: z.string(), name: z.string(), kind: z.enum(AGENCY_KINDS) }),
  from: day,
  to: day,
  withheld: tooFew,
  questionnaire: z.object({ id: z.string(), title: texts }),
  node: z.string().describe('`overall`, or the code of a part, factor or criterion.'),
};
const withholdable = {
  n: z.int().nullable().describe('Responses; null when hidden.'),
  rate: z.number().nullable(),
  interval,
  hidden: z.boolean(),
  weak: z.boolean(),
};

export const slicesSchema = z.object({
  ...sliced,
  by: z.string(),
  n: z.int().describe('Responses of the agency in these days, those who did not say among them.'),
  withheld: z
    .literal('no_whole_month')
    .optional()
    .describe('Why all groups are withheld: no reporting month that is over lies within the range.'),
  monthly: z
    .boolean()
    .describe(
      `Whether only reporting months that are over are counted, and each group in those of them in which at least ${HIDDEN_BELOW} of it answered: so it is for people of an agency.`,
    ),
  groups: z.array(
    z.object({
      code: z.string(),
      text: texts.describe('Empty for channels, which the client names.'),
      people: z.int().nullable().describe('People behind the node.'),
      partly: z.boolean().describe('Whether some of the months do not count it.'),
      ...withholdable,
    }),
  ),
});
export type SlicesView = z.infer<typeof slicesSchema>;

export const trendSchema = z.object({
  ...sliced,
  by: z.enum(STEPS),
  points: z.array(z.object({ from: day, to: day, ...withholdable })),
});
export type TrendView = z.infer<typeof trendSchema>;

/**
 * Scores with titles, and without the figures that are withheld, at any level of the tree.
 * @param withheld codes of parts, factors, criteria and other questions
 */
export function describeScores(
  questionnaire: Questionnaire,
  scores: Scores,
  withheld: WithheldFigures,
): Pick<Results, 'overall' | 'parts' | 'questions'> {
  const questions = new Map(questionsOf(questionnaire).map(({ question }) => [question.code, question]));
  const describe = (item: Score, title: Record<string, string> | undefined) =>
    view(item, title ?? {}, withheld.has(item.code));
  const describeCriterion = (item: Scores['parts'][0]['factors'][0]['criteria'][0]): CriterionView => {
    const question = questions.get(item.code);
    const scale = question?.type === 'rating' ? questionnaire.scales[question.scale] : undefined;
    const described = describe(item, question?.text);
    const options = item.options.map(({ code, n }) => {
      const level = scale?.levels.find((step) => step.code === code);
      const text = level?.text ?? scale?.dontKnow ?? {};
      return { code, text, n, satisfied: level?.satisfied ?? false, mood: level?.mood };
    });
    return { ...described, options: described.hidden ? null : options };
  };
  const parts = scores.parts.map((item, p): PartView => {
    const definition = questionnaire.parts[p];
    return {
      ...describe(item, definition?.title),
      factors: item.factors.map(
        (child, f): FactorView => ({
          ...describe(child, definition?.factors[f]?.title),
          criteria: child.criteria.map(describeCriterion),
        }),
      ),
    };
  });
  return {
    overall: describe(scores.overall, questionnaire.title),
    parts,
    questions: scores.questions.map(({ code, options }) => {
      const question = questions.get(code);
      const hidden = withheld.has(code) || fewestPeople(question, options) < HIDDEN_BELOW;
      const described = options.map((option) => ({
        ...option,
        text: optionText(questionnaire, question, option.code),
      }));
      return { code, text: question?.text ?? {}, hidden, options: hidden ? null : described };
    }),
  };
}

/** How many people answered, at the least: where several options may be chosen, one person counts in several. */
function fewestPeople(question: AnyQuestion | undefined, options: OptionCount[]): number {
  const counts = options.map(({ n }) => n);
  if (question?.type === 'multiple') return Math.max(0, ...counts);
  return counts.reduce((sum, n) => sum + n, 0);
}

type AnyQuestion = ReturnType<typeof questionsOf>[number]['question'];

function optionText(questionnaire: Questionnaire, question: AnyQuestion | undefined, code: string) {
  if (question?.type === 'rating') {
    const scale = questionnaire.scales[question.scale];
    return scale?.levels.find((level) => level.code === code)?.text ?? scale?.dontKnow ?? {};
  }
  if (question?.type === 'text' || !question) return {};
  return question.options.find((option) => option.code === code)?.text ?? {};
}

function view(item: Score, title: Record<string, string>, hidden: boolean): ScoreView {
  const { code, n, satisfied, people, rate, interval: range } = item;
  const base = { code, title, people, hidden, weak: people < WEAK_BELOW };
  if (hidden) return { ...base, n: null, satisfied: null, rate: null, interval: null };
  return { ...base, n, satisfied, rate, interval: range };
}
