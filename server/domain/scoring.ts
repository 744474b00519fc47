// From a tally to the tree part › factor › criterion with its rates, by the questionnaire's aggregation rule.
import type { Aggregation, Part, Questionnaire } from './questionnaire.ts';
import { DONT_KNOW, OVERALL, optionCodes, questionsOf } from './questions.ts';
import { effectiveSize, type Interval, type Moments, percentage, type Rate, wilson } from './statistics.ts';
import { momentsOf, optionCount, responsesIn, type TallyLayout, tallyLayout } from './tally.ts';

export interface OptionCount {
  code: string;
  n: number;
}

/** A figure with what stands behind it. */
export interface Score {
  code: string;
  /** Valid answers: every answer at a level of the scale; blank and "don't know" are not among them. */
  n: number;
  /** Of these, answers at a satisfied level. */
  satisfied: number;
  /** People who gave at least one of these answers. */
  people: number;
  /** Percent by the aggregation rule; null without valid answers. */
  rate: Rate;
  /** 95 % Wilson interval on the effective sample size; null without valid answers. */
  interval: Interval | null;
}
export interface CriterionScore extends Score {
  /** Every option in the order of the scale, "don't know" last. */
  options: OptionCount[];
}
export interface FactorScore extends Score {
  criteria: CriterionScore[];
}
export interface PartScore extends Score {
  factors: FactorScore[];
}
export interface Scores {
  aggregation: Aggregation;
  /** Responses counted, whether or not they hold a valid answer to a criterion. */
  responses: number;
  overall: Score;
  parts: PartScore[];
  /** Questions outside the tree: how often each option was chosen. */
  questions: { code: string; options: OptionCount[] }[];
}

/** Scores a tally of a questionnaire version. Pure; the same tally gives the same figures everywhere. */
export function scoreTally(questionnaire: Questionnaire, tally: readonly number[]): Scores {
  const scorer = new Scorer(questionnaire, tally);
  const parts = questionnaire.parts.map((part) => scorer.part(part));
  return {
    aggregation: questionnaire.aggregation,
    responses: responsesIn(tally),
    overall: scorer.overall(parts),
    parts,
    questions: scorer.otherQuestions(),
  };
}

/** The figure at the top of the tree alone, and how many responses there are; needs only `overallPlaces` counters. */
export function scoreOverall(
  questionnaire: Questionnaire,
  tally: readonly number[],
): Score & Pick<Scores, 'responses'> {
  const scorer = new Scorer(questionnaire, tally);
  const pooled = questionnaire.aggregation === 'pooled_answers';
  const parts = pooled ? [] : questionnaire.parts.map((part) => scorer.part(part));
  return { ...scorer.overall(parts), responses: responsesIn(tally) };
}

class Scorer {
  private readonly layout: TallyLayout;
  private readonly rule: Aggregation;
  private readonly questionnaire: Questionnaire;
  private readonly tally: readonly number[];

  constructor(questionnaire: Questionnaire, tally: readonly number[]) {
    this.questionnaire = questionnaire;
    this.tally = tally;
    this.layout = tallyLayout(questionnaire);
    this.rule = questionnaire.aggregation;
  }

  overall(parts: PartScore[]): Score {
    return this.node(OVERALL, this.overallRate(parts));
  }

  private overallRate(parts: PartScore[]): Rate | undefined {
    const factors = parts.flatMap((part) => part.factors);
    if (this.rule === 'mean_of_criteria')
      return mean(factors.flatMap((factor) => factor.criteria).map((criterion) => criterion.rate));
    if (this.rule === 'mean_of_factors') return mean(factors.map((factor) => factor.rate));
    if (this.rule === 'weighted_parts')
      return weightedMean(
        parts.map((part, index) => ({
          rate: part.rate,
          weight: this.questionnaire.parts[index]?.weight ?? 1,
        })),
      );
    return undefined;
  }

  part(part: Part): PartScore {
    const factors = part.factors.map((factor): FactorScore => {
      const criteria = factor.criteria.map((criterion) => this.criterion(criterion.code, part.scale));
      const rate =
        this.rule === 'mean_of_criteria' || this.rule === 'mean_of_factors'
          ? mean(criteria.map((criterion) => criterion.rate))
          : undefined;
      return { ...this.node(factor.code, rate), criteria };
    });
    return { ...this.node(part.code, this.partRate(factors)), factors };
  }

  private partRate(factors: FactorScore[]): Rate | undefined {
    if (this.rule === 'mean_of_criteria')
      return mean(factors.flatMap((factor) => factor.criteria).map((criterion) => criterion.rate));
    if (this.rule === 'mean_of_factors') return mean(factors.map((factor) => factor.rate));
    return undefined;
  }

  /** @param rate by the rule; undefined where the rule pools the answers. */
  private node(code: string, rate: Rate | undefined): Score {
    return toScore(code, momentsOf(this.layout, this.tally, code), rate);
  }

  private criterion(code: string, scale: string): CriterionScore {
    const levels = this.questionnaire.scales[scale]?.levels ?? [];
    const counts = levels.map((level) => ({ code: level.code, n: this.count(code, level.code) }));
    const v = counts.reduce((sum, { n }) => sum + n, 0);
    const s = counts.reduce((sum, { n }, index) => sum + (levels[index]?.satisfied ? n : 0), 0);
    if (this.questionnaire.scales[scale]?.dontKnow)
      counts.push({ code: DONT_KNOW, n: this.count(code, DONT_KNOW) });
    const rate = percentage(s, v);
    const interval = rate === null ? null : wilson(rate, v);
    return { code, n: v, satisfied: s, people: v, rate, interval, options: counts };
  }

  otherQuestions(): Scores['questions'] {
    return questionsOf(this.questionnaire)
      .filter(({ question, factor }) => !factor && question.type !== 'text')
      .map(({ question }) => ({
        code: question.code,
        options: optionCodes(this.questionnaire, question).map((code) => ({
          code,
          n: this.count(question.code, code),
        })),
      }));
  }

  private count(question: string, option: string): number {
    return optionCount(this.layout, this.tally, question, option);
  }
}

function toScore(code: string, moments: Moments, ruled: Rate | undefined): Score {
  const { people, s, v } = moments;
  const rate = ruled === undefined ? percentage(s, v) : ruled;
  const interval = rate === null ? null : wilson(rate, effectiveSize(moments));
  return { code, n: v, satisfied: s, people, rate, interval };
}

function mean(rates: Rate[]): Rate {
  return weightedMean(rates.map((rate) => ({ rate, weight: 1 })));
}

/** Mean of the rates that exist; those without valid answers leave both sides. */
function weightedMean(items: { rate: Rate; weight: number }[]): Rate {
  const known = items.flatMap(({ rate, weight }) => (rate === null ? [] : [{ rate, weight }]));
  const [first, ...others] = known;
  if (!first) return null;
  // A rate alone is its own mean; weighing it would move its last digit.
  if (others.length === 0) return first.rate;
  let sum = 0;
  let weights = 0;
  for (const { rate, weight } of known) {
    sum += rate * weight;
    weights += weight;
  }
  // Binary fractions can lift a mean of hundreds a hair above 100.
  return Math.min(100, sum / weights);
}
