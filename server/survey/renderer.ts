// What the server needs of the client's build to write the respondent's pages; client/survey/plain/render.tsx has it.
import type { Issue } from '#domain/issues.ts';
import type { PublicResults } from '#domain/public-results.ts';
import type { Answers } from '#domain/questions.ts';
import type { About, TouchpointView } from '#domain/touchpoint-view.ts';

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
  /** @param preview shows the form to staff, who cannot send it */
  renderForm: (view: TouchpointView, form: FormState, place: Place, preview?: boolean) => Rendered;
  renderThanks: (view: TouchpointView, words: { receipt: string; host: string }, place: Place) => Rendered;
  /**
   * @param problem error code, or null when no touchpoint's code was given
   * @param about where to go instead
   */
  renderProblem: (problem: string | null, typed: string, place: Place, about?: About) => Rendered;
  /** The page of published results, whole, with the agencies that were looked for. */
  renderResults: (
    results: PublicResults,
    asked: { period?: string | undefined; q?: string | undefined },
    place: Place,
  ) => string;
  /** Why there are none: not open to everybody, nothing published, that period not, not now. */
  renderResultsNotice: (kind: 'closed' | 'none' | 'unknown' | 'trouble', place: Place) => string;
  /** @param results null where nothing is published @param agency id */
  renderSummary: (results: PublicResults | null, agency: string, place: Place) => string;
}
