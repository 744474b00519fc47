// Which figures of an agency are withheld, from the overall one down to a single criterion and what is asked besides.
import type { Questionnaire } from './questionnaire.ts';
import { OVERALL, optionCodes, questionsOf } from './questions.ts';
import { type Branch, suppressFigures } from './suppression.ts';
import { type TallyLayout, tallyLayout } from './tally.ts';

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
  const known = new Map<string, Counters>();
  const countersOf = (code: string): Counters => {
    const found = known.get(code) ?? countersBehind(layout, code);
    known.set(code, found);
    return found;
  };
  const hidden = suppressFigures(
    figuresOf(questionnaire),
    path.map(({ rows, next }) => ({
      rows: rows.map((tally) => (code: string) => peopleIn(tally, countersOf(code))),
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
  return peopleIn(tally, countersBehind(layout, code));
}

/** Where people are counted, and whether one of them may be counted in several places. */
interface Counters {
  places: readonly number[];
  several: boolean;
}

function countersBehind(layout: TallyLayout, code: string): Counters {
  const node = layout.nodes.get(code);
  if (node !== undefined) return { places: [node], several: false };
  const levels = layout.criteria.get(code)?.levels;
  const options = [...(layout.options.get(code) ?? [])].filter(([option]) => !levels || levels.has(option));
  return { places: options.map(([, place]) => place), several: layout.several.has(code) };
}

function peopleIn(tally: readonly number[], { places, several }: Counters): number {
  let people = 0;
  for (const place of places) {
    const n = tally[place] ?? 0;
    people = several ? Math.max(people, n) : people + n;
  }
  return people;
}
