// What the server needs of the client's build to write the respondent's pages; client/survey/plain/render.tsx has it.
import type { Issue } from '#domain/issues.ts';
import type { Answers } from '#domain/questions.ts';
import type { TouchpointView } from '#domain/touchpoint-view.ts';

export interface Rendered {
  title: string;
  /** HTML of what the respondent sees. */
  content: string;
}

/** What every page is told. */
export interface Place {
  language: string;
  demo: boolean;
}

export interface FormState {
  id: string;
  startedAt: string;
  answers: Answers;
  issues: Issue[];
  /** Error code: why it could not be stored, apart from its answers. */
  problem?: string;
}

export interface SurveyRenderer {
  /** The languages of the pages that belong to no questionnaire; the first is the one for people who ask for none. */
  languages: string[];
  renderForm: (view: TouchpointView, form: FormState, place: Place) => Rendered;
  renderThanks: (view: TouchpointView, words: { receipt: string; host: string }, place: Place) => Rendered;
  /** @param problem error code, or null when no touchpoint's code was given */
  renderProblem: (problem: string | null, typed: string, place: Place) => Rendered;
}
