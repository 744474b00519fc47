// Which figures of an agency are withheld, from the overall one down to a single criterion and what is asked besides.
import type { Questionnaire } from './questionnaire.ts';
import { OVERALL, optionCodes, questionsOf } from './questions.ts';
import { type Branch, suppressFigures } from './suppression.ts';
import { momentsOf, optionCount, type TallyLayout, tallyLayout } from './tally.ts';

/** Agencies beside one another, as in {@link suppressFigures}, with what each was given. */
export interface CountedSiblings {
  rows: readonly (readonly number[])[];
  next: number;
}

/** Codes of parts, factors, criteria and other questions, and {@link OVERALL}. */
export type WithheldFigures = ReadonlySet<string>;

/** @param path from the top, which stands alone, down to the agency */
export function withheldFigures(
  questionnaire: Questionnaire,
  path: readonly CountedSiblings[],
): WithheldFigures {
  const layout = tallyLayout(questionnaire);
  const hidden = suppressFigures(
    figuresOf(questionnaire),
    path.map(({ rows, next }) => ({
      rows: rows.map((tally) => (code: string) => peopleBehind(layout, tally, code)),
      next,
    })),
  );
  // How many say why they were dissatisfied is how many were.
  for (const { question, reasonFor } of questionsOf(questionnaire))
    if (reasonFor && hidden.has(reasonFor)) hidden.add(question.code);
  return hidden;
}

/** What is withheld of an agency that nothing may be shown of. */
export function allFigures(questionnaire: Questionnaire): WithheldFigures {
  const codes = new Set<string>();
  const add = ({ code, branches }: Branch): void => {
    codes.add(code);
    for (const branch of branches) add(branch);
  };
  for (const root of figuresOf(questionnaire)) add(root);
  return codes;
}

function figuresOf(questionnaire: Questionnaire): Branch[] {
  const branches = questionnaire.parts.map(({ code, factors }) => ({
    code,
    branches: factors.map((factor) => ({
      code: factor.code,
      branches: factor.criteria.map((criterion) => ({ code: criterion.code, branches: [] })),
    })),
  }));
  const others = questionsOf(questionnaire)
    .filter(({ question, factor }) => !factor && optionCodes(questionnaire, question).length > 0)
    .map(({ question }) => ({ code: question.code, branches: [] }));
  return [{ code: OVERALL, branches }, ...others];
}

/**
 * How many people are behind a node, a criterion or another question; where several options may be chosen, how many at
 * the least.
 */
export function peopleBehind(layout: TallyLayout, tally: readonly number[], code: string): number {
  if (layout.nodes.has(code)) return momentsOf(layout, tally, code).people;
  const options = layout.criteria.get(code)?.levels ?? layout.options.get(code)?.keys() ?? [];
  const counts = [...options].map((option) => optionCount(layout, tally, code, option));
  if (layout.several.has(code)) return Math.max(0, ...counts);
  return counts.reduce((sum, n) => sum + n, 0);
}
