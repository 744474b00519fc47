// The rates of groups of respondents, such that no group of fewer than ten people shows, whatever is asked for.
import { formatDay } from '#domain/days.ts';
import type { Questionnaire, Texts } from '#domain/questionnaire.ts';
import { OVERALL, questionsOf } from '#domain/questions.ts';
import type { SlicesView } from '#domain/results.ts';
import {
  fewestBehind,
  SLICES,
  type Slice,
  type SliceLayout,
  sliceLayout,
  sliceMoments,
  sliceRate,
} from '#domain/slices.ts';
import { coverRange, spanId } from '#domain/spans.ts';
import { HIDDEN_BELOW, type Moments, WEAK_BELOW } from '#domain/statistics.ts';
import { batchesOf, suppressLines, wholeBatches } from '#domain/suppression.ts';
import { addTally, emptyTally, momentsOf, optionCount, responsesIn, tallyLayout } from '#domain/tally.ts';
import { type Agency, subtrees } from '../agencies/queries.ts';
import type { Database } from '../db/database.ts';
import { Failure } from '../errors.ts';
import { answeredVersions, chooseVersion, type Range } from '../results/queries.ts';
import { sumTallies } from '../tallies/queries.ts';
import { listTouchpoints } from '../touchpoints/queries.ts';
import { addGroups, type Groups, groupsOf, readGroups } from './counting.ts';
import { readSizes, readSliceRows, type SliceKey } from './queries.ts';
import { withheldGroups } from './withholding.ts';

export type SliceBy = Slice | 'touchpoint';

export interface SliceQuery extends Range {
  all: Agency[];
  agency: Agency;
  by: SliceBy;
  node: string;
  questionnaire?: string | undefined;
}

type Group = SlicesView['groups'][number];
interface Candidate {
  code: string;
  text: Texts;
  /** Responses. */
  n: number;
  moments: Moments;
  hidden: boolean;
}

/**
 * The groups of an agency and everything below it.
 * @throws Failure not_found: unknown_node, unknown_questionnaire, no_responses
 */
export async function readSlices(db: Database, query: SliceQuery): Promise<SlicesView> {
  const { all, agency, from, to, by, node } = query;
  const scopes = agency.parentId === null ? null : (subtrees(all).get(agency.id) ?? []);
  const versions = await answeredVersions(db, query, scopes);
  const { id, content, tally } = await chooseVersion(db, query.questionnaire, versions);
  const total = { n: responsesIn(tally), people: peopleBehind(content, tally, node) };
  const groups =
    by === 'touchpoint'
      ? await touchpointGroups(db, id, content, query, subtrees(all).get(agency.id) ?? [])
      : await attributeGroups(
          db,
          { questionnaireId: id, attribute: SLICES[by] },
          content,
          query,
          scopes ?? [''],
        );
  return {
    agency: { id: agency.id, name: agency.name, kind: agency.kind },
    from: formatDay(from),
    to: formatDay(to),
    questionnaire: { id, title: content.title },
    by,
    node,
    n: total.n,
    groups: keepRest(groups, total).map(toGroup),
  };
}

/** @throws Failure not_found/unknown_node */
function peopleBehind(content: Questionnaire, tally: number[], node: string): number {
  const layout = tallyLayout(content);
  const criterion = layout.criteria.get(node);
  if (criterion)
    return [...criterion.levels].reduce((sum, level) => sum + optionCount(layout, tally, node, level), 0);
  if (!layout.nodes.has(node)) throw new Failure('not_found', 'unknown_node');
  return momentsOf(layout, tally, node).people;
}

/**
 * What is not shown is known from the total: it must be nobody, or ten and more. Else the smallest group that is shown
 * joins it.
 */
function keepRest(groups: Candidate[], total: { n: number; people: number }): Candidate[] {
  const isFew = (n: number) => n > 0 && n < HIDDEN_BELOW;
  for (;;) {
    const shown = groups.filter(({ hidden, n }) => !hidden && n > 0);
    const rest = total.n - shown.reduce((sum, { n }) => sum + n, 0);
    const silent = total.people - shown.reduce((sum, { moments }) => sum + moments.people, 0);
    const [smallest] = shown.sort((a, b) => a.n - b.n);
    if (!smallest || !(isFew(rest) || isFew(silent))) return groups;
    smallest.hidden = true;
  }
}

function toGroup({ code, text, n, moments, hidden }: Candidate): Group {
  if (hidden) return { code, text, n: null, people: null, rate: null, interval: null, hidden, weak: true };
  return {
    code,
    text,
    n,
    people: moments.people,
    ...sliceRate(moments),
    hidden,
    weak: moments.people < WEAK_BELOW,
  };
}

async function attributeGroups(
  db: Database,
  key: SliceKey,
  content: Questionnaire,
  query: SliceQuery,
  scopes: string[],
): Promise<Candidate[]> {
  const { node } = query;
  const codes = groupsOf(content, key.attribute);
  const withheld = await withheldGroups(db, key, query, { ...query, groups: codes.length });
  const exact = await exactSizes(db, key, query, scopes, codes.length);
  const counted = await countBatches(db, key, query, scopes, codes.length);
  const layout = sliceLayout(content);
  const texts = textsOf(content, key.attribute);
  return codes.map((code, group) => {
    const counters = counted[group] ?? new Array<number>(layout.width).fill(0);
    const n = counters[0] ?? 0;
    const moments = sliceMoments(layout, counters, node);
    const nobody = exact[group] === 0;
    const hidden =
      !nobody && (Boolean(withheld[group]) || n < HIDDEN_BELOW || isTooFine(layout, counters, moments, node));
    return { code, text: texts.get(code) ?? {}, n, moments, hidden };
  });
}

/** Below the overall figure a group is shown only where no part of its tree has few people: parts add up, too. */
function isTooFine(layout: SliceLayout, counters: number[], { people }: Moments, node: string): boolean {
  return people < HIDDEN_BELOW || (node !== OVERALL && fewestBehind(layout, counters) < HIDDEN_BELOW);
}

async function exactSizes(
  db: Database,
  key: SliceKey,
  { from, to }: Range,
  scopes: string[],
  groups: number,
) {
  const sizes = new Array<number>(groups).fill(0);
  for (const row of await readSizes(db, key, scopes, coverRange(from, to).map(spanId)))
    addTally(sizes, row.sizes);
  return sizes;
}

/** The counters of each group over the whole batches of ten people and more that lie within the range. */
async function countBatches(
  db: Database,
  key: SliceKey,
  { from, to }: Range,
  scopes: string[],
  groups: number,
): Promise<Groups> {
  const ranges = await batchRanges(db, key, { from, to }, scopes, groups);
  const counted: Groups = new Array(groups).fill(undefined);
  const distinct = Map.groupBy(
    ranges.flatMap((range, group) => (range ? [{ range, group }] : [])),
    ({ range }) => `${range.from}-${range.to}`,
  );
  for (const same of distinct.values()) {
    const [first] = same;
    if (!first) continue;
    const sum: Groups = new Array(groups).fill(undefined);
    const spans = coverRange(first.range.from, first.range.to).map(spanId);
    for (const { counts } of await readSliceRows(db, key, scopes, spans)) addGroups(sum, readGroups(counts));
    for (const { group } of same) counted[group] = sum[group];
  }
  return counted;
}

async function batchRanges(
  db: Database,
  key: SliceKey,
  { from, to }: Range,
  scopes: string[],
  groups: number,
) {
  const days = new Map<number, number[]>();
  for (const { span, sizes } of await readSizes(db, key, scopes, { daysUpTo: to })) {
    const sum = days.get(span) ?? new Array<number>(groups).fill(0);
    days.set(span, sum);
    addTally(sum, sizes);
  }
  const inOrder = [...days]
    .map(([span, sizes]) => ({ day: Math.floor(span / 10), sizes }))
    .sort((a, b) => a.day - b.day);
  return Array.from({ length: groups }, (_, group) =>
    wholeBatches(batchesOf(inOrder.map(({ day, sizes }) => ({ day, n: sizes[group] ?? 0 }))), from, to),
  );
}

function textsOf(content: Questionnaire, attribute: string): Map<string, Texts> {
  const found = questionsOf(content).find(({ question }) => question.code === attribute)?.question;
  return new Map(found?.type === 'single' ? found.options.map(({ code, text }) => [code, text]) : []);
}

async function touchpointGroups(
  db: Database,
  questionnaireId: string,
  content: Questionnaire,
  { from, to, node }: SliceQuery,
  agencies: string[],
): Promise<Candidate[]> {
  const within = new Set(agencies);
  const points = (await listTouchpoints(db)).filter(({ agency }) => within.has(agency.id));
  const layout = tallyLayout(content);
  const sums = new Map(points.map(({ id }) => [id, emptyTally(layout)]));
  for (const grain of ['touchpoint', 'marked_touchpoint'] as const) {
    const scopes = points.length <= 500 ? points.map(({ id }) => id) : undefined;
    for (const [scope, counts] of await sumTallies(db, { grain, questionnaireId, from, to, scopes }))
      addTally(sums.get(scope) ?? [], counts);
  }
  const people = points.map(({ id }) => peopleBehind(content, sums.get(id) ?? [], node));
  const responses = points.map(({ id }) => responsesIn(sums.get(id) ?? []));
  const line = [points.map((_, at) => at)];
  const [few, silent] = [suppressLines(responses, line), suppressLines(people, line)];
  return points.map(({ id, name }, at) => ({
    code: id,
    text: { vi: name },
    n: responses[at] ?? 0,
    moments: nodeMoments(content, sums.get(id) ?? [], node),
    hidden: Boolean(few[at] || silent[at]),
  }));
}

function nodeMoments(content: Questionnaire, tally: number[], node: string): Moments {
  const layout = tallyLayout(content);
  const criterion = layout.criteria.get(node);
  if (!criterion) return momentsOf(layout, tally, node);
  const count = (levels: Set<string>) =>
    [...levels].reduce((sum, level) => sum + optionCount(layout, tally, node, level), 0);
  const [s, v] = [count(criterion.satisfied), count(criterion.levels)];
  return { people: v, s, v, ss: s, sv: s, vv: v };
}
