// The rates of groups of respondents, such that no group of fewer than ten people shows, whatever is asked for.
import type { Months } from '#domain/batches.ts';
import { formatDay, type Range } from '#domain/days.ts';
import { SLICES, type Slice } from '#domain/extracts.ts';
import type { Questionnaire, Texts } from '#domain/questionnaire.ts';
import { OVERALL, questionsOf } from '#domain/questions.ts';
import type { SlicesView } from '#domain/results.ts';
import { fewestBehind, type SliceLayout, sliceLayout, sliceMoments, sliceRate } from '#domain/slices.ts';
import { HIDDEN_BELOW, type Moments, WEAK_BELOW } from '#domain/statistics.ts';
import { suppressLines } from '#domain/suppression.ts';
import { momentsOf, optionCount, responsesIn, tallyLayout } from '#domain/tally.ts';
import { peopleBehind } from '#domain/withheld-figures.ts';
import { type Agency, subtrees } from '../agencies/queries.ts';
import type { Database } from '../db/database.ts';
import { Failure } from '../errors.ts';
import { type AnsweredVersion, answeredVersions, chooseVersion, sumVersion } from '../results/queries.ts';
import { monthsWithin, type Viewer } from '../results/viewer.ts';
import { listTouchpoints } from '../touchpoints/queries.ts';
import { monthlyGroups, monthlyTouchpoints, sumPoints } from './months.ts';
import { countPeople, sumCounts } from './sums.ts';
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
  partly: boolean;
}

/**
 * The groups of an agency and everything below it. Who sees every day gets them over just these days; all others over the
 * whole reporting months among them.
 * @throws Failure not_found: unknown_node, unknown_questionnaire, no_responses
 */
export async function readSlices(db: Database, query: SliceQuery): Promise<SlicesView> {
  const { all, agency, by, node, viewer } = query;
  const scopes = agency.parentId === null ? null : (subtrees(all).get(agency.id) ?? []);
  const chosen = await chooseVersion(db, query, await answeredVersions(db, query, scopes));
  const { id, content } = chosen;
  const found = viewer
    ? await inMonths(db, chosen, { ...query, viewer }, scopes)
    : await onDays(db, chosen, query, scopes);
  return {
    agency: { id: agency.id, name: agency.name, kind: agency.kind },
    from: formatDay(found.from),
    to: formatDay(found.to),
    questionnaire: { id, title: content.title },
    by,
    node,
    n: found.n,
    ...(found.withheld && { withheld: found.withheld }),
    monthly: Boolean(viewer),
    groups: found.groups.map(toGroup),
  };
}

interface Found extends Range {
  n: number;
  groups: Candidate[];
  withheld?: SlicesView['withheld'];
}

async function onDays(
  db: Database,
  { id, content, tally, from, to }: AnsweredVersion,
  query: SliceQuery,
  scopes: string[] | null,
): Promise<Found> {
  const { all, agency, by, node } = query;
  const total = { n: responsesIn(tally), people: behindNode(content, tally, node) };
  const seen = { ...query, from, to };
  const groups =
    by === 'touchpoint'
      ? await touchpointGroups(db, id, content, seen, subtrees(all).get(agency.id) ?? [])
      : await attributeGroups(db, id, content, { ...seen, by }, scopes);
  return { from, to, n: total.n, groups: keepRest(groups, total) };
}

async function inMonths(
  db: Database,
  version: AnsweredVersion,
  query: SliceQuery & { viewer: Viewer },
  scopes: string[] | null,
): Promise<Found> {
  const { id, content, tally } = version;
  const { all, agency, by, node, viewer } = query;
  behindNode(content, tally, node);
  const months = await monthsWithin(db, viewer, id, query);
  const [first, last] = [months[0], months.at(-1)];
  const asked = { ...query, months };
  const groups =
    by === 'touchpoint'
      ? await touchpointMonths(db, version, asked, subtrees(all).get(agency.id) ?? [])
      : await attributeMonths(db, version, { ...asked, by }, scopes);
  const answered = responsesIn(tally);
  if (!first || !last) {
    const withheld = answered > 0 ? 'no_whole_month' : undefined;
    const hidden = groups.map((group) => ({ ...group, hidden: answered > 0 }));
    return { from: version.from, to: version.to, n: answered, groups: hidden, withheld };
  }
  const days = { from: Math.max(first.from, query.from), to: Math.min(last.to, query.to) };
  return { ...days, n: responsesIn((await sumVersion(db, { id, content, ...days }, scopes)).tally), groups };
}

/** @throws Failure not_found/unknown_node */
function behindNode(content: Questionnaire, tally: number[], node: string): number {
  const layout = tallyLayout(content);
  if (!layout.criteria.has(node) && !layout.nodes.has(node)) throw new Failure('not_found', 'unknown_node');
  return peopleBehind(layout, tally, node);
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

function toGroup({ code, text, n, moments, hidden, partly }: Candidate): Group {
  const named = { code, text, hidden, partly: partly && !hidden };
  if (hidden) return { ...named, n: null, people: null, rate: null, interval: null, weak: true };
  const weak = moments.people < WEAK_BELOW;
  return { ...named, n, people: moments.people, ...sliceRate(moments), weak };
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
  const counted = await (scopes ? countPeople : sumCounts)(db, sliced, query);
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
      partly: false,
    };
  });
}

interface Monthly extends SliceQuery {
  viewer: Viewer;
  months: readonly Months[];
}

async function attributeMonths(
  db: Database,
  { id, content }: AnsweredVersion,
  query: Monthly & { by: Slice },
  scopes: string[] | null,
): Promise<Candidate[]> {
  const layout = sliceLayout(content);
  const sliced = { questionnaireId: id, layout, attribute: SLICES[query.by], scopes };
  const groups = await monthlyGroups(db, sliced, query);
  const texts = textsOf(content, sliced.attribute);
  return (layout.groups.get(sliced.attribute) ?? []).map((code, group) => {
    const { counters, ...shown } = groups[group] ?? { counters: [], hidden: true, partly: false };
    const moments = sliceMoments(layout, counters, query.node);
    return { code, text: texts.get(code) ?? {}, n: responsesIn(counters), moments, ...shown };
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
  { from, to, node }: SliceQuery,
  agencies: string[],
): Promise<Candidate[]> {
  const points = await pointsOf(db, agencies);
  const sums = await sumPoints(db, questionnaireId, points, { from, to });
  const people = points.map(({ id }) => behindNode(content, sums.get(id) ?? [], node));
  const responses = points.map(({ id }) => responsesIn(sums.get(id) ?? []));
  const line = [points.map((_, at) => at)];
  const [few, silent] = [suppressLines(responses, line), suppressLines(people, line)];
  return points.map(({ id, name }, at) => ({
    code: id,
    text: { vi: name },
    n: responses[at] ?? 0,
    moments: nodeMoments(content, sums.get(id) ?? [], node),
    hidden: Boolean(few[at] || silent[at]),
    partly: false,
  }));
}

async function touchpointMonths(
  db: Database,
  { id: questionnaireId, content }: AnsweredVersion,
  query: Monthly,
  agencies: string[],
): Promise<Candidate[]> {
  const points = await pointsOf(db, agencies);
  const groups = await monthlyTouchpoints(db, { questionnaireId, content }, points, query);
  return points.map(({ id, name }, at) => {
    const { counters, ...shown } = groups[at] ?? { counters: [], hidden: true, partly: false };
    const moments = nodeMoments(content, counters, query.node);
    return { code: id, text: { vi: name }, n: responsesIn(counters), moments, ...shown };
  });
}

async function pointsOf(db: Database, agencies: string[]) {
  const within = new Set(agencies);
  const points = (await listTouchpoints(db)).filter(({ agency }) => within.has(agency.id));
  return points.map(({ id, name, agency }) => ({ id, name, agencyId: agency.id }));
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
