// The rates of groups of respondents, such that no group of fewer than ten people shows, whatever is asked for.
import { formatDay, type Range } from '#domain/days.ts';
import { SLICES, type Slice } from '#domain/extracts.ts';
import type { Questionnaire, Texts } from '#domain/questionnaire.ts';
import { OVERALL, questionsOf } from '#domain/questions.ts';
import type { SlicesView } from '#domain/results.ts';
import { fewestBehind, type SliceLayout, sliceLayout, sliceMoments, sliceRate } from '#domain/slices.ts';
import { HIDDEN_BELOW, type Moments, WEAK_BELOW } from '#domain/statistics.ts';
import { batchesOf, suppressLines, wholeBatches } from '#domain/suppression.ts';
import { addTally, momentsOf, optionCount, responsesIn, tallyLayout } from '#domain/tally.ts';
import { type Agency, subtrees } from '../agencies/queries.ts';
import type { Database } from '../db/database.ts';
import { Failure } from '../errors.ts';
import { answeredVersions, chooseVersion, TOO_FEW } from '../results/queries.ts';
import type { Viewer } from '../results/viewer.ts';
import { sumSpans, sumTallies } from '../tallies/queries.ts';
import { listTouchpoints } from '../touchpoints/queries.ts';
import { batchRanges, countPeople, sumCounts } from './batches.ts';
import { readSizes } from './queries.ts';
import { withheldGroups } from './withholding.ts';

export type SliceBy = Slice | 'touchpoint';

export interface SliceQuery extends Range {
  all: Agency[];
  agency: Agency;
  by: SliceBy;
  node: string;
  questionnaire?: string | undefined;
  viewer?: Viewer | null;
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
  const { all, agency, by, node } = query;
  const scopes = agency.parentId === null ? null : (subtrees(all).get(agency.id) ?? []);
  const versions = await answeredVersions(db, query, scopes);
  const { id, content, tally, from, to, withheld } = await chooseVersion(db, query, versions);
  const seen = { ...query, from, to };
  const total = { n: responsesIn(tally), people: peopleBehind(content, tally, node) };
  const groups =
    by === 'touchpoint'
      ? await touchpointGroups(db, id, content, seen, subtrees(all).get(agency.id) ?? [])
      : await attributeGroups(db, id, content, { ...seen, by }, scopes);
  return {
    agency: { id: agency.id, name: agency.name, kind: agency.kind },
    from: formatDay(from),
    to: formatDay(to),
    questionnaire: { id, title: content.title },
    by,
    node,
    n: total.n,
    ...(withheld && TOO_FEW),
    groups: (withheld ? groups.map((group) => ({ ...group, hidden: true })) : keepRest(groups, total)).map(
      toGroup,
    ),
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
  questionnaireId: string,
  content: Questionnaire,
  query: SliceQuery & { by: Slice },
  scopes: string[] | null,
): Promise<Candidate[]> {
  const { node } = query;
  const layout = sliceLayout(content);
  const sliced = { questionnaireId, layout, attribute: SLICES[query.by], scopes };
  const codes = layout.groups.get(sliced.attribute) ?? [];
  const withheld = await withheldGroups(db, sliced, query, query);
  const ranges = await batchRanges(db, sliced, query);
  const counted = await (scopes ? countPeople : sumCounts)(db, sliced, ranges);
  const texts = textsOf(content, sliced.attribute);
  return codes.map((code, group) => {
    const counters = counted[group] ?? new Array<number>(layout.width).fill(0);
    const n = counters[0] ?? 0;
    const moments = sliceMoments(layout, counters, node);
    const { nobody, hidden } = withheld[group] ?? { nobody: true, hidden: true };
    return {
      code,
      text: texts.get(code) ?? {},
      n,
      moments,
      hidden: !nobody && (hidden || n < HIDDEN_BELOW || isTooFine(layout, counters, moments, node)),
    };
  });
}

/** Below the overall figure a group is shown only where no part of its tree has few people: parts add up, too. */
function isTooFine(layout: SliceLayout, counters: number[], { people }: Moments, node: string): boolean {
  return people < HIDDEN_BELOW || (node !== OVERALL && fewestBehind(layout, counters) < HIDDEN_BELOW);
}

function textsOf(content: Questionnaire, attribute: string): Map<string, Texts> {
  const found = questionsOf(content).find(({ question }) => question.code === attribute)?.question;
  return new Map(found?.type === 'single' ? found.options.map(({ code, text }) => [code, text]) : []);
}

async function touchpointGroups(
  db: Database,
  questionnaireId: string,
  content: Questionnaire,
  { from, to, node, viewer }: SliceQuery,
  agencies: string[],
): Promise<Candidate[]> {
  const within = new Set(agencies);
  const points = (await listTouchpoints(db)).filter(({ agency }) => within.has(agency.id));
  const sums = viewer
    ? await sumBatches(db, questionnaireId, points, { from, to, agencies })
    : await sumPoints(db, questionnaireId, points, { from, to });
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

const POINT_GRAINS = ['touchpoint', 'marked_touchpoint'] as const;
type Point = { id: string };

async function sumPoints(
  db: Database,
  questionnaireId: string,
  points: Point[],
  range: Range,
): Promise<Map<string, number[]>> {
  const sums = new Map(points.map(({ id }) => [id, [] as number[]]));
  const scopes = points.length <= 500 ? points.map(({ id }) => id) : undefined;
  for (const grain of POINT_GRAINS)
    for (const [scope, counts] of await sumTallies(db, { grain, questionnaireId, ...range, scopes }))
      addTally(sums.get(scope) ?? [], counts);
  return sums;
}

/** The same over the whole batches of ten people and more of each touchpoint. */
async function sumBatches(
  db: Database,
  questionnaireId: string,
  points: Point[],
  { from, to, agencies }: Range & { agencies: string[] },
): Promise<Map<string, number[]>> {
  const answered = await readSizes(db, questionnaireId, agencies, { daysUpTo: to });
  const spans = [...new Set(answered.map(({ span }) => span))].sort((a, b) => a - b);
  const sums = new Map<string, number[]>();
  for (const point of points) {
    const responses = new Map<number, number>();
    for (const grain of POINT_GRAINS)
      for (const [span, [n = 0]] of await sumSpans(db, { grain, questionnaireId, spans, scopes: [point.id] }))
        responses.set(span, (responses.get(span) ?? 0) + n);
    const days = spans.map((span) => ({ day: Math.floor(span / 10), n: responses.get(span) ?? 0 }));
    const whole = wholeBatches(batchesOf(days), from, to);
    if (!whole) continue;
    sums.set(point.id, (await sumPoints(db, questionnaireId, [point], whole)).get(point.id) ?? []);
  }
  return sums;
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
