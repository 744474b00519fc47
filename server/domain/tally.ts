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
  /** Place of the six moments (people, s, v, ss, sv, vv) of overall, each part and each factor, by code. */
  nodes: Map<string, number>;
  /** What a criterion's option codes mean, and which nodes it belongs to. */
  criteria: Map<string, { satisfied: Set<string>; nodes: string[] }>;
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

function buildLayout(questionnaire: Questionnaire): TallyLayout {
  const layout: TallyLayout = { size: 1, options: new Map(), nodes: new Map(), criteria: new Map() };
  const addNode = (code: string) => {
    if (layout.nodes.has(code)) return;
    layout.nodes.set(code, layout.size);
    layout.size += 6;
  };
  addNode(OVERALL);
  for (const { question, part, factor } of questionsOf(questionnaire)) {
    const places = new Map<string, number>();
    for (const code of optionCodes(questionnaire, question)) places.set(code, layout.size++);
    if (places.size > 0) layout.options.set(question.code, places);
    if (part && factor && question.type === 'rating') {
      addNode(part);
      addNode(factor);
      const levels = questionnaire.scales[question.scale]?.levels ?? [];
      layout.criteria.set(question.code, {
        satisfied: new Set(levels.filter((level) => level.satisfied).map((level) => level.code)),
        nodes: [OVERALL, part, factor],
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
  const own = new Map<string, { s: number; v: number }>();
  for (const [question, given] of Object.entries(answers)) {
    const places = layout.options.get(question);
    if (!places) continue;
    for (const option of Array.isArray(given) ? given : [given]) {
      const place = places.get(option);
      if (place !== undefined) bump(tally, place, 1);
    }
    const criterion = layout.criteria.get(question);
    if (!criterion || Array.isArray(given) || given === DONT_KNOW || !places.has(given)) continue;
    const satisfied = criterion.satisfied.has(given) ? 1 : 0;
    for (const node of criterion.nodes) {
      const sums = own.get(node) ?? { s: 0, v: 0 };
      sums.s += satisfied;
      sums.v += 1;
      own.set(node, sums);
    }
  }
  for (const [node, { s, v }] of own) {
    const place = layout.nodes.get(node);
    if (place === undefined) continue;
    [1, s, v, s * s, s * v, v * v].forEach((value, index) => {
      bump(tally, place + index, value);
    });
  }
}

function bump(tally: number[], place: number, by: number): void {
  tally[place] = (tally[place] ?? 0) + by;
}

/** Adds a tally into another of the same version. */
export function addTally(into: number[], tally: readonly number[]): void {
  for (let place = 0; place < tally.length; place++) bump(into, place, tally[place] ?? 0);
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
