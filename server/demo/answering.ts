// How one person of the demo fills in a questionnaire, whichever it is.
import type { Question, Questionnaire } from '#domain/questionnaire.ts';
import { type Answers, DONT_KNOW, isVisible, optionCodes, questionsOf } from '#domain/questions.ts';
import { type Impression, wishToWrite, writeComment } from './comment-writer.ts';
import { type Ladder, ladderOf, levelFor } from './levels.ts';
import { ANSWER_DEVIATION, ageEffect, type Person, TELLS } from './people.ts';
import type { Random } from './random.ts';

/** Chance of "don't know" by factor: few have ever sent in a petition. */
const DONT_KNOW_SHARE: Record<string, number> = { feedback: 0.12, results: 0.03 };
const DONT_KNOW_ELSEWHERE = 0.02;

/** Chance that an optional question is answered. */
const ANSWERS_RATING = 0.97;
const ANSWERS_CHOICE = 0.85;

interface Step {
  question: Question;
  factor: string | undefined;
  options: string[];
  ladder: Ladder | null;
  /** How much better or worse than others everybody finds this one. */
  effect: number;
}

/** A questionnaire made ready to be answered many times. */
export interface Form {
  version: string;
  languages: string[];
  steps: Step[];
  factors: Set<string>;
}

/** What the place and the day do to a satisfaction, by factor, in standard deviations. */
export type Circumstances = (factor: string) => number;

export function makeForm(questionnaire: Questionnaire, random: Random): Form {
  const steps = questionsOf(questionnaire).map(({ question, factor }): Step => {
    const scale = question.type === 'rating' ? questionnaire.scales[question.scale] : undefined;
    return {
      question,
      factor,
      options: optionCodes(questionnaire, question),
      ladder: scale ? ladderOf(scale) : null,
      effect: factor === undefined ? 0 : random.normal(0, 0.1),
    };
  });
  return {
    version: `${questionnaire.code}@${questionnaire.version}`,
    languages: questionnaire.languages,
    steps,
    factors: new Set(steps.flatMap(({ factor }) => factor ?? [])),
  };
}

/** One person's answers, in canonical form. */
export function fillIn(form: Form, person: Person, circumstances: Circumstances, random: Random): Answers {
  const mood = new Mood(person, circumstances, random);
  const answers: Answers = {};
  for (const step of form.steps) {
    if (!isVisible(step.question, answers)) continue;
    const answer = answerTo(step, mood, person, random);
    if (answer !== undefined) answers[step.question.code] = answer;
  }
  return answers;
}

function answerTo(step: Step, mood: Mood, person: Person, random: Random): string | string[] | undefined {
  const { question, options } = step;
  if (question.type === 'rating') {
    if (!question.required && !random.chance(ANSWERS_RATING)) return undefined;
    return mood.rate(step);
  }
  if (question.type === 'single') {
    const trait = person.traits[question.code];
    const willing = trait === undefined ? random.chance(ANSWERS_CHOICE) : person.open && random.chance(TELLS);
    if (!question.required && !willing) return undefined;
    return trait !== undefined && options.includes(trait) ? trait : leaningToFirst(options, random);
  }
  if (question.type === 'multiple') {
    if (!question.required && !random.chance(ANSWERS_CHOICE)) return undefined;
    return someOf(options, question.atMost ?? options.length, random);
  }
  const writes = person.writes && question.code === 'comment' && random.chance(wishToWrite(mood.satisfied()));
  if (!question.required && !writes) return undefined;
  return writeComment(mood.impression(person.traits.procedure_field), question.maxLength, random);
}

function leaningToFirst(options: string[], random: Random): string {
  return options[random.weightedIndex(options.map((_, index) => 0.45 ** index))] ?? '';
}

/** One to three options in their own order. */
function someOf(options: string[], atMost: number, random: Random): string[] {
  const wanted = Math.min(random.integer(1, 3), atMost, options.length);
  const chosen = new Set<string>();
  while (chosen.size < wanted) chosen.add(random.pick(options));
  return options.filter((option) => chosen.has(option));
}

/** One person's ratings as they go along, and what they add up to. */
class Mood {
  private readonly person: Person;
  private readonly circumstances: Circumstances;
  private readonly random: Random;
  private readonly tally = new Map<string, { satisfied: number; valid: number }>();
  private readonly total = { satisfied: 0, valid: 0 };
  private readonly steady: number;

  constructor(person: Person, circumstances: Circumstances, random: Random) {
    this.person = person;
    this.circumstances = circumstances;
    this.random = random;
    this.steady = random.normal(0, ANSWER_DEVIATION);
  }

  rate({ ladder, factor, options, effect }: Step): string {
    if (!ladder) return options[0] ?? '';
    if (options.includes(DONT_KNOW) && this.doesNotKnow(factor)) return DONT_KNOW;
    const level = levelFor(ladder, this.satisfaction(factor, effect), this.person.reserve, this.random);
    if (factor !== undefined) this.count(factor, ladder.satisfied.includes(level));
    return level;
  }

  private satisfaction(factor: string | undefined, effect: number): number {
    const common = this.person.leaning + this.circumstances(factor ?? '');
    if (this.person.straightLiner) return this.circumstances('') + this.person.leaning + this.steady;
    const own = factor === undefined ? 0 : effect + ageEffect(this.person, factor);
    return common + own + this.random.normal(0, ANSWER_DEVIATION);
  }

  private doesNotKnow(factor: string | undefined): boolean {
    if (factor === undefined || this.person.straightLiner) return false;
    return this.random.chance((DONT_KNOW_SHARE[factor] ?? DONT_KNOW_ELSEWHERE) * this.person.doubt);
  }

  private count(factor: string, satisfied: boolean): void {
    let sums = this.tally.get(factor);
    if (!sums) {
      sums = { satisfied: 0, valid: 0 };
      this.tally.set(factor, sums);
    }
    sums.valid += 1;
    this.total.valid += 1;
    if (!satisfied) return;
    sums.satisfied += 1;
    this.total.satisfied += 1;
  }

  /** Share of satisfied answers among the valid ones so far. */
  satisfied(): number {
    return this.total.valid === 0 ? 0.5 : this.total.satisfied / this.total.valid;
  }

  /** @param field option code of the field of the procedure */
  impression(field: string | undefined): Impression {
    const shares = [...this.tally]
      .map(([factor, { satisfied, valid }]) => ({ factor, share: satisfied / valid }))
      .sort((a, b) => a.share - b.share);
    const [worst, best] = [shares[0], shares.at(-1)];
    const alike = worst?.share === best?.share;
    return {
      satisfied: this.satisfied(),
      best: alike ? null : (best?.factor ?? null),
      worst: alike ? null : (worst?.factor ?? null),
      field,
    };
  }
}
