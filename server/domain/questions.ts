// Walking through a questionnaire: which questions it holds, in which order, and which of them apply.
// Free of zod, because the respondent's page downloads it.
import type { Block, Criterion, Factor, Part, Question, Questionnaire } from './questionnaire.ts';

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
  /** The code of the criterion whose low answer this question asks the reason of. */
  reasonFor?: string;
}

/** The code under which the reason for a criterion's low answer is kept; no written code holds a colon. */
export const reasonCode = (criterion: string) => `${criterion}:reason`;

/** Every question in the order in which it is asked; a criterion appears as the rating question that it is. */
export function questionsOf(questionnaire: Questionnaire): readonly PlacedQuestion[] {
  const known = walked.get(questionnaire);
  if (known) return known;
  const questions = [
    ...fromBlocks(questionnaire.before, 'before'),
    ...questionnaire.parts.flatMap((part, p) =>
      part.factors.flatMap((factor, f) =>
        fromFactor(questionnaire, part, factor, ['parts', p, 'factors', f]),
      ),
    ),
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

/** The criteria of a factor, each followed by the question for its reason where the questionnaire offers reasons. */
function fromFactor(
  questionnaire: Questionnaire,
  part: Part,
  factor: Factor,
  path: PlacedQuestion['path'] = [],
): PlacedQuestion[] {
  return factor.criteria.flatMap((criterion, c): PlacedQuestion[] => [
    {
      question: { type: 'rating', scale: part.scale, ...criterion },
      path: [...path, 'criteria', c],
      part: part.code,
      factor: factor.code,
    },
    ...reasonAfter(questionnaire, part, criterion),
  ]);
}

function reasonAfter({ reasons, scales }: Questionnaire, part: Part, { code }: Criterion): PlacedQuestion[] {
  const low = (scales[part.scale]?.levels ?? []).filter((level) => level.low).map((level) => level.code);
  if (!reasons || low.length === 0) return [];
  const visibleWhen = [{ question: code, oneOf: low }];
  const question = { type: 'single' as const, code: reasonCode(code), ...reasons, visibleWhen };
  return [{ question, path: ['reasons'], reasonFor: code }];
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

/** What can be chosen, in words, "don't know" last; empty for text. */
export function optionTexts(questionnaire: Questionnaire, question: Question): Questionnaire['title'][] {
  if (question.type === 'text') return [];
  if (question.type !== 'rating') return question.options.map(({ text }) => text);
  const { levels = [], dontKnow } = questionnaire.scales[question.scale] ?? {};
  return [...levels.map(({ text }) => text), ...(dontKnow ? [dontKnow] : [])];
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
    ...questionnaire.parts.flatMap((part) => factorPages(questionnaire, part)),
    ...questionnaire.after.map(blockPage),
  ];
}

function factorPages(questionnaire: Questionnaire, part: Part): Page[] {
  const pages = part.factors.map((factor) => ({
    code: factor.code,
    title: factor.title,
    questions: fromFactor(questionnaire, part, factor).map(({ question }) => question),
  }));
  if (part.factors.some((factor) => factor.criteria.length > 1)) return pages;
  return [{ code: part.code, title: part.title, questions: pages.flatMap(({ questions }) => questions) }];
}
