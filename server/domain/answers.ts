// What a valid set of answers to a questionnaire is.
import type { Issue } from './issues.ts';
import type { Question, Questionnaire } from './questionnaire.ts';
import { type Answers, optionCodes, questionsOf, visibleQuestions } from './questions.ts';

/**
 * Answers in their one canonical form: text trimmed and in NFC, blank answers absent, several choices in the
 * order of the options, questions in the order of the questionnaire. What the questionnaire does not know
 * is kept, at the end, for {@link checkAnswers} to name.
 */
export function canonicalAnswers(questionnaire: Questionnaire, answers: Answers): Answers {
  const canonical: Answers = {};
  const questions = questionsOf(questionnaire).map(({ question }) => question);
  for (const question of questions) {
    const given = answers[question.code];
    const kept = given === undefined ? undefined : canonicalAnswer(questionnaire, question, given);
    if (kept !== undefined) canonical[question.code] = kept;
  }
  const known = new Set(questions.map((question) => question.code));
  for (const [code, given] of Object.entries(answers)) if (!known.has(code)) canonical[code] = given;
  return canonical;
}

function canonicalAnswer(questionnaire: Questionnaire, question: Question, given: string | string[]) {
  if (Array.isArray(given)) {
    if (given.length === 0) return undefined;
    const order = optionCodes(questionnaire, question);
    return [...given].sort((a, b) => order.indexOf(a) - order.indexOf(b) || (a < b ? -1 : 1));
  }
  const text = question.type === 'text' ? given.normalize('NFC').trim() : given;
  return text === '' ? undefined : text;
}

/**
 * Canonical answers without those to questions that do not apply: a form on which every question stands lets people
 * answer too much.
 */
export function applicableAnswers(questionnaire: Questionnaire, canonical: Answers): Answers {
  const applies = new Set(visibleQuestions(questionnaire, canonical).map(({ question }) => question.code));
  const known = new Set(questionsOf(questionnaire).map(({ question }) => question.code));
  const kept = Object.entries(canonical).filter(([code]) => applies.has(code) || !known.has(code));
  return Object.fromEntries(kept);
}

/**
 * Every reason why these canonical answers are not a valid response to the questionnaire; empty when they are.
 * Codes: unknown_question, hidden_question, unknown_option, missing_answer, text_too_long, one_option_only,
 * options_expected, repeated_option, too_many_options. Paths start at `answers`.
 */
export function checkAnswers(questionnaire: Questionnaire, answers: Answers): Issue[] {
  const issues: Issue[] = [];
  const questions = new Set(questionsOf(questionnaire).map(({ question }) => question.code));
  const visible = visibleQuestions(questionnaire, answers).map(({ question }) => question);
  const visibleCodes = new Set(visible.map((question) => question.code));
  for (const code of Object.keys(answers)) {
    if (!questions.has(code)) issues.push({ path: ['answers', code], code: 'unknown_question' });
    else if (!visibleCodes.has(code)) issues.push({ path: ['answers', code], code: 'hidden_question' });
  }
  for (const question of visible) {
    const given = answers[question.code];
    if (given !== undefined) issues.push(...checkAnswer(questionnaire, question, given));
    else if (question.required) issues.push({ path: ['answers', question.code], code: 'missing_answer' });
  }
  return issues;
}

function checkAnswer(questionnaire: Questionnaire, question: Question, given: string | string[]): Issue[] {
  const path = ['answers', question.code];
  if (question.type === 'multiple') {
    if (!Array.isArray(given)) return [{ path, code: 'options_expected' }];
    return checkChoices(optionCodes(questionnaire, question), given, question.atMost, path);
  }
  if (Array.isArray(given)) return [{ path, code: 'one_option_only' }];
  if (question.type === 'text')
    return [...given].length > question.maxLength ? [{ path, code: 'text_too_long' }] : [];
  return optionCodes(questionnaire, question).includes(given) ? [] : [{ path, code: 'unknown_option' }];
}

function checkChoices(
  options: string[],
  given: string[],
  atMost: number | undefined,
  path: string[],
): Issue[] {
  const issues: Issue[] = given.flatMap((choice, index) => {
    if (!options.includes(choice)) return [{ path: [...path, index], code: 'unknown_option' }];
    return given.indexOf(choice) < index ? [{ path: [...path, index], code: 'repeated_option' }] : [];
  });
  if (atMost !== undefined && given.length > atMost) issues.push({ path, code: 'too_many_options' });
  return issues;
}
