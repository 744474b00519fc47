// When the program starts, somebody may have been answering the plain form already: it goes on from there.
import type { Questionnaire } from '#domain/questionnaire.ts';
import { pagesOf, questionsOf, visibleQuestions } from '#domain/questions.ts';
import { answersOf, type Values } from '../answering.ts';
import type { Attempt } from '../submission.ts';
import { PLAIN_FORM, questionOf, REST, TRAP } from './fields.ts';

/** What the plain form held. */
export interface Taken {
  attempt: Attempt;
  /** Names and values, as the browser would have sent them. */
  fields: [name: string, value: string][];
  /** What a program wrote where no person writes. */
  trap: string;
  /** What the server found wrong with it before, by question code. */
  faults: Map<string, string>;
  /** The server gave it back to be looked at again. */
  returned: boolean;
  /** Somebody went on from the first page. */
  wentOn: boolean;
}

/**
 * Lets the program take the page over from the plain form: nothing that was tapped is lost, nor the place of whoever
 * is at it.
 * @param draw puts the program's own page into the place, at once
 */
export function takeOver(place: HTMLElement, draw: (taken: Taken | null) => void): void {
  const taken = takePlainForm();
  const focused = focusedField();
  place.textContent = '';
  draw(taken);
  if (focused) place.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true });
  if (!taken?.wentOn && !taken?.returned) return;
  // A reload shall neither send the form again nor leap over the first page.
  window.history.replaceState(null, '', window.location.pathname + window.location.search);
  window.scrollTo(0, 0);
}

/** Finds the field that has the focus once more, under the name that the program gives it. */
function focusedField(): string | null {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return null;
  const question = questionOf(field.name);
  if (question === null) return null;
  const name = `[name="${CSS.escape(question)}"]`;
  return field instanceof HTMLInputElement ? `${name}[value="${CSS.escape(field.value)}"]` : name;
}

/** Reads the page's plain form, if it has one. */
function takePlainForm(): Taken | null {
  const form = document.getElementById(PLAIN_FORM);
  if (!(form instanceof HTMLFormElement)) return null;
  const data = new FormData(form);
  return {
    attempt: { id: String(data.get('id')), startedAt: String(data.get('startedAt')) },
    fields: [...data].map(([name, value]) => [name, String(value)]),
    trap: String(data.get(TRAP) ?? ''),
    faults: new Map(JSON.parse(form.dataset.faults ?? '[]')),
    returned: form.classList.contains('returned'),
    wentOn: window.location.hash === `#${REST}`,
  };
}

/** The form's values that were given; a question with several choices has a list. */
export function valuesOf(questionnaire: Questionnaire, { fields }: Pick<Taken, 'fields'>): Values {
  const values: Values = {};
  for (const { question } of questionsOf(questionnaire)) {
    const given = fields.flatMap(([name, value]) => (questionOf(name) === question.code ? [value] : []));
    if (question.type === 'multiple' && given.length > 0) values[question.code] = given;
    else if (given[0]) values[question.code] = given[0];
  }
  return values;
}

/** The page that somebody was on: that of the last answer, or the second for somebody who went on without any. */
export function pageReached(questionnaire: Questionnaire, values: Values, wentOn: boolean): number {
  const applies = new Set(
    visibleQuestions(questionnaire, answersOf(questionnaire, values)).map(({ question }) => question.code),
  );
  const pages = pagesOf(questionnaire)
    .map(({ questions }) => questions.filter(({ code }) => applies.has(code)))
    .filter((questions) => questions.length > 0);
  const answered = pages.map((questions) => questions.some(({ code }) => values[code] !== undefined));
  return Math.max(answered.lastIndexOf(true), wentOn ? 1 : 0);
}
