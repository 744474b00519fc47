// Between what the form holds and what the questionnaire calls answers.
import type { FieldErrors, Resolver } from 'react-hook-form';
import { applicableAnswers, canonicalAnswers, checkAnswers } from '#domain/answers.ts';
import type { Issue } from '#domain/issues.ts';
import type { Question, Questionnaire } from '#domain/questionnaire.ts';
import { type Answers, questionsOf, visibleQuestions } from '#domain/questions.ts';

/** What the form's fields hold, by question code; null where nothing is chosen. */
export type Values = Record<string, string | string[] | null | undefined>;

/** Empty fields. Several choices start as a list, so that the form reads even a single box as one. */
export function emptyValues(questionnaire: Questionnaire): Values {
  return Object.fromEntries(
    questionsOf(questionnaire).map(({ question }) => [
      question.code,
      question.type === 'multiple' ? [] : question.type === 'text' ? '' : null,
    ]),
  );
}

/** What is sent: canonical answers to the questions that apply, nothing else. */
export function answersOf(questionnaire: Questionnaire, values: Values): Answers {
  return applicableAnswers(questionnaire, canonicalAnswers(questionnaire, givenIn(values)));
}

/** The questions that apply to what the form holds. */
export function visibleIn(questionnaire: Questionnaire, values: Values): Question[] {
  return visibleQuestions(questionnaire, answersOf(questionnaire, values)).map(({ question }) => question);
}

/** Lets the form judge its fields by the domain's own rule; a fault's type is its issue code. */
export function resolverOf(questionnaire: Questionnaire): Resolver<Values> {
  return (values) => {
    const issues = checkAnswers(questionnaire, answersOf(questionnaire, values));
    const errors: FieldErrors<Values> = {};
    for (const [code, type] of faultsByQuestion(issues)) errors[code] = { type };
    return issues.length === 0 ? { values, errors: {} } : { values: {}, errors };
  };
}

/** The first issue of each question that the issues name. */
export function faultsByQuestion(issues: Issue[]): Map<string, string> {
  const faults = new Map<string, string>();
  for (const { path, code } of issues) {
    const question = path[0] === 'answers' ? path[1] : undefined;
    if (question !== undefined && !faults.has(String(question))) faults.set(String(question), code);
  }
  return faults;
}

function givenIn(values: Values): Answers {
  const answers: Answers = {};
  for (const [code, value] of Object.entries(values))
    if (typeof value === 'string' || Array.isArray(value)) answers[code] = value;
  return answers;
}
