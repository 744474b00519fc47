// A tally is an array of counters for one questionnaire version: what a set of responses adds up to.
// Versions never change, so the place of every counter is fixed; tallies add up entry by entry.
import type { Questionnaire } from './questionnaire.ts';
import { type Answers, DONT_KNOW, OVERALL, optionCodes, questionsOf } from './questions.ts';
import type { Moments } from './statistics.ts';

export interface TallyLayout {
  /** How many counters a tally of this version has. */
  size: number;
  /** Place of each option's counter, by question code and option code. */
  options: Map<string, Map<string, number>>;
  /** Questions to which one person may choose several options. */
  several: Set<string>;
  /** Place of the six moments (people, s, v, ss, sv, vv) of overall, each part and each factor, by code. */
  nodes: Map<string, number>;
  /** What a criterion's option codes mean, and the places of the nodes that it belongs to. */
  criteria: Map<string, { satisfied: Set<string>; levels: Set<string>; nodes: number[] }>;
}

const layouts = new WeakMap<Questionnaire, TallyLayout>();

/** Where each counter of a questionnaire's tallies stands. Counter 0 counts the responses. */
export function tallyLayout(questionnaire: Questionnaire): TallyLayout {
  const known = layouts.get(questionnaire);
  if (known) return known;
  const layout = buildLayout(questionnaire);
  layouts.set(questionnaire, layout);
  return layout;
}

/** How many counters, from the first, the overall figure needs: under the pooled rule a handful. */
export function overallPlaces(questionnaire: Questionnaire): number {
  const layout = tallyLayout(questionnaire);
  const overall = layout.nodes.get(OVERALL) ?? 0;
  return questionnaire.aggregation === 'pooled_answers' ? overall + 6 : layout.size;
}

function buildLayout(questionnaire: Questionnaire): TallyLayout {
  const layout: TallyLayout = {
    size: 1,
    options: new Map(),
    several: new Set(),
    nodes: new Map(),
    criteria: new Map(),
  };
  const addNode = (code: string): number => {
    const known = layout.nodes.get(code);
    if (known !== undefined) return known;
    const place = layout.size;
    layout.nodes.set(code, place);
    layout.size += 6;
    return place;
  };
  const overall = addNode(OVERALL);
  for (const { question, part, factor } of questionsOf(questionnaire)) {
    const places = new Map<string, number>();
    for (const code of optionCodes(questionnaire, question)) places.set(code, layout.size++);
    if (places.size > 0) layout.options.set(question.code, places);
    if (question.type === 'multiple') layout.several.add(question.code);
    if (part && factor && question.type === 'rating') {
      const nodes = [overall, addNode(part), addNode(factor)];
      const levels = questionnaire.scales[question.scale]?.levels ?? [];
      layout.criteria.set(question.code, {
        satisfied: new Set(levels.filter((level) => level.satisfied).map((level) => level.code)),
        levels: new Set(levels.map((level) => level.code)),
        nodes,
      });
    }
  }
  return layout;
}

/** A tally of nothing. */
export function emptyTally({ size }: TallyLayout): number[] {
  return new Array(size).fill(0);
}

/** Counts one valid response's answers into a tally. */
export function countResponse(layout: TallyLayout, tally: number[], answers: Answers): void {
  bump(tally, 0, 1);
  /** Satisfied and valid answers of this response, at the first two of the six places of each node. */
  const own = emptyTally(layout);
  for (const question in answers) {
    const given = answers[question];
    const places = layout.options.get(question);
    if (!places || given === undefined) continue;
    if (Array.isArray(given)) for (const option of given) countOption(places, tally, option);
    else if (countOption(places, tally, given) && given !== DONT_KNOW)
      countCriterion(layout.criteria.get(question), own, given);
  }
  for (const place of layout.nodes.values()) {
    const s = own[place] ?? 0;
    const v = own[place + 1] ?? 0;
    if (v === 0) continue;
    bump(tally, place, 1);
    bump(tally, place + 1, s);
    bump(tally, place + 2, v);
    bump(tally, place + 3, s * s);
    bump(tally, place + 4, s * v);
    bump(tally, place + 5, v * v);
  }
}

function countOption(places: Map<string, number>, tally: number[], option: string): boolean {
  const place = places.get(option);
  if (place !== undefined) bump(tally, place, 1);
  return place !== undefined;
}

function countCriterion(
  criterion: { satisfied: Set<string>; nodes: number[] } | undefined,
  own: number[],
  level: string,
): void {
  if (!criterion) return;
  const satisfied = criterion.satisfied.has(level) ? 1 : 0;
  for (const place of criterion.nodes) {
    bump(own, place, satisfied);
    bump(own, place + 1, 1);
  }
}

function bump(tally: number[], place: number, by: number): void {
  tally[place] = (tally[place] ?? 0) + by;
}

/** Adds a tally into another of the same version. */
export function addTally(into: number[], tally: readonly number[]): void {
  for (let place = 0; place < tally.length; place++) into[place] = (into[place] ?? 0) + (tally[place] ?? 0);
}

/** How many responses a tally counts. */
export function responsesIn(tally: readonly number[]): number {
  return tally[0] ?? 0;
}

/** The count of one option of one question. */
export function optionCount(
  layout: TallyLayout,
  tally: readonly number[],
  question: string,
  option: string,
): number {
  const place = layout.options.get(question)?.get(option);
  return place === undefined ? 0 : (tally[place] ?? 0);
}

/** The moments of a part, a factor or {@link OVERALL}. */
export function momentsOf(layout: TallyLayout, tally: readonly number[], node: string): Moments {
  const place = layout.nodes.get(node);
  const at = (offset: number) => (place === undefined ? 0 : (tally[place + offset] ?? 0));
  return { people: at(0), s: at(1), v: at(2), ss: at(3), sv: at(4), vv: at(5) };
}
