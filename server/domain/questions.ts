// Walking through a questionnaire: which questions it holds, in which order, and which of them apply.
// Free of zod, because the respondent's page downloads it.
import type { Block, Part, Question, Questionnaire } from './questionnaire.ts';

/** Reserved option code of "Không biết / chưa trải nghiệm": stored, counted apart, in no denominator. */
export const DONT_KNOW = 'dont_know';
/** Reserved code of the node that stands for all parts together. */
export const OVERALL = 'overall';

/** Answers by question code: an option code, several option codes, or text. Blank answers are absent. */
export type Answers = Record<string, string | string[]>;

export interface PlacedQuestion {
  question: Question;
  /** Steps into the questionnaire, for messages. */
  path: (string | number)[];
  /** Codes of the part and factor that a criterion belongs to. */
  part?: string;
  factor?: string;
}

/** Every question in the order in which it is asked; a criterion appears as the rating question that it is. */
export function questionsOf(questionnaire: Questionnaire): readonly PlacedQuestion[] {
  const known = walked.get(questionnaire);
  if (known) return known;
  const questions = [
    ...fromBlocks(questionnaire.before, 'before'),
    ...questionnaire.parts.flatMap(fromPart),
    ...fromBlocks(questionnaire.after, 'after'),
  ];
  walked.set(questionnaire, questions);
  return questions;
}
const walked = new WeakMap<Questionnaire, PlacedQuestion[]>();

function fromBlocks(blocks: Block[], side: string): PlacedQuestion[] {
  return blocks.flatMap((block, b) =>
    block.questions.map((question, q) => ({ question, path: [side, b, 'questions', q] })),
  );
}

function fromPart(part: Part, p: number): PlacedQuestion[] {
  return part.factors.flatMap((factor, f) =>
    factor.criteria.map((criterion, c) => ({
      question: { type: 'rating' as const, scale: part.scale, ...criterion },
      path: ['parts', p, 'factors', f, 'criteria', c],
      part: part.code,
      factor: factor.code,
    })),
  );
}

/** The option codes that answer a question, "don't know" last; empty for text. */
export function optionCodes(questionnaire: Questionnaire, question: Question): string[] {
  if (question.type === 'text') return [];
  if (question.type !== 'rating') return question.options.map((option) => option.code);
  const scale = questionnaire.scales[question.scale];
  if (!scale) return [];
  const levels = scale.levels.map((level) => level.code);
  return scale.dontKnow ? [...levels, DONT_KNOW] : levels;
}

/** Whether a question applies, given the answers so far: every one of its conditions holds. */
export function isVisible(question: Question, answers: Answers): boolean {
  return (question.visibleWhen ?? []).every(({ question: other, oneOf }) => {
    const given = answers[other];
    if (given === undefined) return false;
    return Array.isArray(given) ? given.some((code) => oneOf.includes(code)) : oneOf.includes(given);
  });
}

/** The questions that apply, in order. A condition on a question that is itself hidden does not hold. */
export function visibleQuestions(questionnaire: Questionnaire, answers: Answers): PlacedQuestion[] {
  const kept: Answers = {};
  return questionsOf(questionnaire).filter(({ question }) => {
    if (!isVisible(question, kept)) return false;
    const given = answers[question.code];
    if (given !== undefined) kept[question.code] = given;
    return true;
  });
}

/** A screenful on a phone: the questions of one block or factor, or of several factors of one question each. */
export interface Page {
  code: string;
  title: Questionnaire['title'];
  note?: Questionnaire['title'];
  questions: Question[];
}

/** The pages of the questionnaire on a phone: a factor or a block each; factors of one criterion share a page. */
export function pagesOf(questionnaire: Questionnaire): Page[] {
  const blockPage = (block: Block): Page => ({ ...block });
  return [
    ...questionnaire.before.map(blockPage),
    ...questionnaire.parts.flatMap(factorPages),
    ...questionnaire.after.map(blockPage),
  ];
}

function factorPages(part: Part, index: number): Page[] {
  const questions = fromPart(part, index);
  const single = part.factors.every((factor) => factor.criteria.length === 1);
  if (single) return [{ code: part.code, title: part.title, questions: questions.map((q) => q.question) }];
  return part.factors.map((factor) => ({
    code: factor.code,
    title: factor.title,
    questions: questions.filter((q) => q.factor === factor.code).map((q) => q.question),
  }));
}
