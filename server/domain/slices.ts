// What groups of respondents say: the rate and the interval of every node, added up from what is kept of each response.

import { type ExtractLayout, extractLayout } from './extracts.ts';
import { letterAt } from './letters.ts';
import type { Questionnaire } from './questionnaire.ts';
import { effectiveSize, type Interval, type Moments, percentage, type Rate, wilson } from './statistics.ts';
import { tallyLayout } from './tally.ts';

export interface SliceLayout extends ExtractLayout {
  /** Counters of one group: responses, then six moments of each node, then satisfied and valid answers of each criterion. */
  width: number;
  nodes: Map<string, number>;
  /** Where the counters of a criterion and its nodes stand, and which of its levels, counted from 1, are satisfied. */
  criteria: Map<string, { at: number; nodes: number[]; satisfied: boolean[] }>;
}

/** The counters of each group of one attribute; undefined where nobody belongs to it. */
export type Groups = (number[] | undefined)[];

const layouts = new WeakMap<Questionnaire, SliceLayout>();

export function sliceLayout(questionnaire: Questionnaire): SliceLayout {
  const known = layouts.get(questionnaire);
  if (known) return known;
  const layout = buildLayout(questionnaire);
  layouts.set(questionnaire, layout);
  return layout;
}

function buildLayout(questionnaire: Questionnaire): SliceLayout {
  const tallied = tallyLayout(questionnaire);
  const extract = extractLayout(questionnaire);
  const layout: SliceLayout = { ...extract, width: 1, nodes: new Map(), criteria: new Map() };
  const placeOf = new Map<number, number>();
  for (const [code, place] of tallied.nodes) {
    placeOf.set(place, layout.width);
    layout.nodes.set(code, layout.width);
    layout.width += 6;
  }
  for (const [code, { nodes, satisfied }] of tallied.criteria) {
    const places = nodes.map((place) => placeOf.get(place) ?? 0);
    const levels = extract.levels.get(code) ?? [];
    layout.criteria.set(code, {
      at: layout.width,
      nodes: places,
      satisfied: [false, ...levels.map((level) => satisfied.has(level))],
    });
    layout.width += 2;
  }
  return layout;
}

/** How many people belong to each group of each attribute; last those who did not say. */
export function countSizes({ groups, length }: ExtractLayout, letters: string): number[][] {
  const sizes = [...groups.values()].map((codes) => new Array<number>(codes.length + 1).fill(0));
  for (let start = 0; start < letters.length; start += length)
    for (const [place, counts] of sizes.entries()) {
      const said = letterAt(letters, start + place);
      const group = (said === 0 ? counts.length : said) - 1;
      counts[group] = (counts[group] ?? 0) + 1;
    }
  return sizes;
}

/**
 * Adds people to the counters of the groups of an attribute.
 * @param withSilent whether those who did not say are counted, too, after the groups
 */
export function addPeople(
  layout: SliceLayout,
  letters: string,
  attribute: string,
  into: Groups,
  withSilent = false,
): void {
  const place = [...layout.groups.keys()].indexOf(attribute);
  const silent = layout.groups.get(attribute)?.length ?? 0;
  const criteria = [...layout.criteria.values()];
  const own = new Array<number>(1 + 6 * layout.nodes.size);
  for (let start = 0; start < letters.length; start += layout.length) {
    const said = letterAt(letters, start + place);
    if (said === 0 && !withSilent) continue;
    const group = said === 0 ? silent : said - 1;
    const counters = into[group] ?? new Array<number>(layout.width).fill(0);
    into[group] = counters;
    addPerson(criteria, letters, start + layout.groups.size, counters, own);
  }
}

/** @param own room for the satisfied and valid answers of one person, at the first two of the six places of each node */
function addPerson(
  criteria: readonly { at: number; nodes: number[]; satisfied: boolean[] }[],
  letters: string,
  start: number,
  counters: number[],
  own: number[],
): void {
  bump(counters, 0, 1);
  own.fill(0);
  for (let index = 0; index < criteria.length; index++) {
    const criterion = criteria[index];
    const said = letterAt(letters, start + index);
    if (!criterion || said === 0) continue;
    const { at, nodes } = criterion;
    const satisfied = criterion.satisfied[said] ? 1 : 0;
    bump(counters, at, satisfied);
    bump(counters, at + 1, 1);
    for (const node of nodes) {
      bump(own, node, satisfied);
      bump(own, node + 1, 1);
    }
  }
  for (let node = 1; node < own.length; node += 6) {
    const [s, v] = [own[node] ?? 0, own[node + 1] ?? 0];
    if (v === 0) continue;
    bump(counters, node, 1);
    bump(counters, node + 1, s);
    bump(counters, node + 2, v);
    bump(counters, node + 3, s * s);
    bump(counters, node + 4, s * v);
    bump(counters, node + 5, v * v);
  }
}

function bump(counters: number[], place: number, by: number): void {
  counters[place] = (counters[place] ?? 0) + by;
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
  const criterion = criteria.get(node);
  const [s, v] = criterion ? [at(criterion.at), at(criterion.at + 1)] : [0, 0];
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
