// What is counted of each group of respondents: enough for the rate and the interval of every node, and no more.

import type { Questionnaire } from './questionnaire.ts';
import { type Answers, optionCodes, questionsOf } from './questions.ts';
import { effectiveSize, type Interval, type Moments, percentage, type Rate, wilson } from './statistics.ts';
import { CHANNELS } from './submissions.ts';
import { countResponse, emptyTally, type TallyLayout, tallyLayout } from './tally.ts';

/** What results can be sliced by, and the question that it is read from. */
export const SLICES = {
  channel: 'channel',
  field: 'procedure_field',
  age: 'age',
  gender: 'gender',
  education: 'education',
  occupation: 'occupation',
  residence: 'residence',
} as const;
export type Slice = keyof typeof SLICES;

export interface SliceLayout {
  /** Counters of one group: responses, then six moments of each node, then satisfied and valid answers of each criterion. */
  width: number;
  nodes: Map<string, number>;
  criteria: Map<string, number>;
  /** Codes of the groups of each attribute that the questionnaire asks for. */
  groups: Map<string, string[]>;
}

const layouts = new WeakMap<Questionnaire, SliceLayout>();

export function sliceLayout(questionnaire: Questionnaire): SliceLayout {
  const known = layouts.get(questionnaire);
  if (known) return known;
  const { nodes: tallied, criteria: measured } = tallyLayout(questionnaire);
  let width = 1;
  const place = (codes: Iterable<string>, size: number) => {
    const places = new Map<string, number>();
    for (const code of codes) {
      places.set(code, width);
      width += size;
    }
    return places;
  };
  const nodes = place(tallied.keys(), 6);
  const criteria = place(measured.keys(), 2);
  const groups = new Map<string, string[]>([[SLICES.channel, [...CHANNELS]]]);
  for (const { question } of questionsOf(questionnaire))
    if (question.type === 'single' && Object.values(SLICES).some((code) => code === question.code))
      groups.set(question.code, optionCodes(questionnaire, question));
  const layout = { width, nodes, criteria, groups };
  layouts.set(questionnaire, layout);
  return layout;
}

/** The counters of one response. */
export function sliceCounters(questionnaire: Questionnaire, answers: Answers): number[] {
  const tallied = tallyLayout(questionnaire);
  const layout = sliceLayout(questionnaire);
  const tally = emptyTally(tallied);
  countResponse(tallied, tally, answers);
  const counters: number[] = new Array(layout.width).fill(0);
  counters[0] = 1;
  for (const [code, at] of layout.nodes) {
    const from = tallied.nodes.get(code) ?? 0;
    for (let moment = 0; moment < 6; moment++) counters[at + moment] = tally[from + moment] ?? 0;
  }
  for (const [code, at] of layout.criteria) countCriterion(tallied, code, answers, counters, at);
  return counters;
}

function countCriterion(
  layout: TallyLayout,
  code: string,
  answers: Answers,
  counters: number[],
  at: number,
): void {
  const given = answers[code];
  const criterion = layout.criteria.get(code);
  if (typeof given !== 'string' || !criterion || !criterion.levels.has(given)) return;
  counters[at] = criterion.satisfied.has(given) ? 1 : 0;
  counters[at + 1] = 1;
}

/** People behind a node of a group, and what they say; a criterion's moments are those of one answer each. */
export function sliceMoments(
  { nodes, criteria }: SliceLayout,
  counters: readonly number[],
  node: string,
): Moments {
  const at = (place: number) => counters[place] ?? 0;
  const place = nodes.get(node);
  if (place !== undefined)
    return {
      people: at(place),
      s: at(place + 1),
      v: at(place + 2),
      ss: at(place + 3),
      sv: at(place + 4),
      vv: at(place + 5),
    };
  const [s, v] = [at(criteria.get(node) ?? -1), at((criteria.get(node) ?? -2) + 1)];
  return { people: v, s, v, ss: s, sv: s, vv: v };
}

/** Rate by the pooled rule, whatever the questionnaire's: groups are too small for means of means. */
export function sliceRate(moments: Moments): { rate: Rate; interval: Interval | null } {
  const rate = percentage(moments.s, moments.v);
  return { rate, interval: rate === null ? null : wilson(rate, effectiveSize(moments)) };
}

/** The fewest people behind any node or criterion that somebody answered. */
export function fewestBehind(layout: SliceLayout, counters: readonly number[]): number {
  const behind = [...layout.nodes.keys(), ...layout.criteria.keys()].map(
    (node) => sliceMoments(layout, counters, node).people,
  );
  return Math.min(...behind.filter((people) => people > 0));
}
