// Reads tallies and turns them into figures; never touches a single response.
import { rankingGroup } from '#domain/agencies.ts';
import { standingsOf } from '#domain/bands.ts';
import { formatDay, type Range } from '#domain/days.ts';
import { precedingRange } from '#domain/periods.ts';
import type { Questionnaire } from '#domain/questionnaire.ts';
import { OVERALL } from '#domain/questions.ts';
import { rank, rankChange, valueChange } from '#domain/ranking.ts';
import { requiredSamples } from '#domain/required-samples.ts';
import { type AgencyResults, type AgencyRow, describeScores, type Results } from '#domain/results.ts';
import { type Score, scoreOverall, scoreTally } from '#domain/scoring.ts';
import { HIDDEN_BELOW, WEAK_BELOW } from '#domain/statistics.ts';
import { addTally, emptyTally, overallPlaces, responsesIn, tallyLayout } from '#domain/tally.ts';
import { allFigures, type WithheldFigures, withheldFigures } from '#domain/withheld-figures.ts';
import { type Agency, findProvince, listAgencies, subtrees } from '../agencies/queries.ts';
import type { Database } from '../db/database.ts';
import { Failure } from '../errors.ts';
import { findQuestionnaire, listQuestionnaireIds } from '../questionnaires/queries.ts';
import { type Grain, sumTallies } from '../tallies/queries.ts';
import { sumGroups } from './groups.ts';
import { narrowFor, seesOthers, type Viewer } from './viewer.ts';
import { countOwn, withheldAgencies, withheldOf } from './withholding.ts';

/**
 * The tree part › factor › criterion of an agency and everything below it.
 * @throws Failure not_found: unknown_agency, unknown_questionnaire, no_responses (nothing to choose a version by)
 */
export async function readResults(
  db: Database,
  query: Range & {
    agency?: string | null | undefined;
    questionnaire?: string | undefined;
    viewer?: Viewer | null;
  },
): Promise<Results> {
  const all = await listAgencies(db);
  const province = all.find((agency) => agency.parentId === null);
  const agency = query.agency ? all.find(({ id }) => id === query.agency) : province;
  if (!agency) throw new Failure('not_found', query.agency ? 'unknown_agency' : 'no_responses');
  const scopes = agency === province ? null : (subtrees(all).get(agency.id) ?? []);
  const versions = await answeredVersions(db, query, scopes);
  const chosen = await chooseVersion(db, query, versions);
  const questionnaires = versions.map(({ id, content, tally }) => ({
    id,
    title: content.title,
    responses: responsesIn(tally),
  }));
  const { from, to } = chosen;
  const required = requiredSamples(all, query).get(agency.id) ?? null;
  const { figures, marked } = await withheldIn(db, chosen, all, agency);
  const withheld = { figures, marked: marked || hidesMarked(query.viewer ?? null, chosen) };
  const results = describeCounted(chosen, { agency, questionnaires, required, from, to, withheld });
  return chosen.withheld ? { ...results, ...TOO_FEW } : results;
}

/** Which figures of an agency are withheld, and whether the one without marked responses is. */
export interface Withheld {
  figures: WithheldFigures;
  marked: boolean;
}

/** What was counted, as it leaves the server: scored, and withheld where few people are behind it. */
export function describeCounted(
  counted: Counted & Pick<AnsweredVersion, 'id' | 'content'>,
  about: Range & Pick<Results, 'agency' | 'questionnaires' | 'required'> & { withheld: Withheld },
): Results {
  const { id, content, tally } = counted;
  const { agency, questionnaires, required, from, to, withheld } = about;
  const scores = scoreTally(content, tally);
  return {
    agency: { id: agency.id, name: agency.name, kind: agency.kind },
    from: formatDay(from),
    to: formatDay(to),
    questionnaire: { id, title: content.title },
    questionnaires,
    aggregation: scores.aggregation,
    n: scores.responses,
    required,
    marked: markedFigure(content, counted, withheld.marked || isFew(scores.overall.people)),
    ...describeScores(content, scores, withheld.figures),
  };
}

/** What a reply says where everything is withheld. */
export const TOO_FEW = { withheld: 'too_few_answers' } as const;

/**
 * Over two ranges, with and without the marked ones, their batches would give a few of them away: people of an agency get
 * no rate without them. What they are is for the inspector.
 */
function hidesMarked(viewer: Viewer | null, { marked }: Counted): boolean {
  return viewer !== null && responsesIn(marked) > 0;
}

/** What of an agency is to be withheld, seen from all that are around it. */
async function withheldIn(
  db: Database,
  version: AnsweredVersion,
  all: Agency[],
  agency: Agency,
): Promise<Withheld> {
  const { content, tally } = version;
  if (version.withheld) return { figures: allFigures(content), marked: true };
  if (agency.parentId === null) {
    const figures = withheldFigures(content, [{ rows: [tally], next: 0 }]);
    return { figures, marked: figures.has(OVERALL) };
  }
  const own = await countOwn(db, version, Number.POSITIVE_INFINITY);
  const figures = withheldOf(content, own, all, agency);
  return {
    figures,
    marked: figures.has(OVERALL) || withheldAgencies(content, own, all).marked.has(agency.id),
  };
}

export interface Counted {
  /** Of all responses. */
  tally: number[];
  /** Of the marked ones among them. */
  marked: number[];
}
export interface AnsweredVersion extends Counted, Range {
  id: string;
  content: Questionnaire;
  /** Whether no whole batch lies within, so that whoever asks may see how many answered, and no more. */
  withheld: boolean;
}

const isFew = (people: number) => people > 0 && people < HIDDEN_BELOW;

/** @param hidden whether the figures with and without them would give away what must not be seen */
export function markedFigure(
  content: Questionnaire,
  { tally, marked }: Counted,
  hidden: boolean,
): Results['marked'] {
  const without = tally.map((count, place) => count - (marked[place] ?? 0));
  const { rate, people } = scoreOverall(content, without);
  const withheld = hidden || isFew(people) || isFew(responsesIn(marked));
  return { n: responsesIn(marked), rateWithout: withheld ? null : rate };
}

/** The versions answered in a range, with what they add up to over the days that may be seen, most responses first. */
export async function answeredVersions(
  db: Database,
  range: Range & { viewer?: Viewer | null },
  scopes: string[] | null,
): Promise<AnsweredVersion[]> {
  const versions: AnsweredVersion[] = [];
  for (const id of await listQuestionnaireIds(db)) {
    const published = await findQuestionnaire(db, id);
    if (!published) continue;
    const { content } = published;
    const seen = (await narrowFor(db, range.viewer ?? null, id))(range);
    const { from, to } = seen ?? range;
    const counted = await sumVersion(db, { id, content, from, to }, scopes);
    if (responsesIn(counted.tally) > 0)
      versions.push({ id, content, from, to, withheld: seen === null, ...counted });
  }
  return versions.sort((a, b) => responsesIn(b.tally) - responsesIn(a.tally));
}

/** What was counted of a version, of some agencies or of all of them (null). */
export async function sumVersion(
  db: Database,
  { id: questionnaireId, content, from, to }: Range & Pick<AnsweredVersion, 'id' | 'content'>,
  scopes: string[] | null,
): Promise<Counted> {
  const sum = async (grain: Grain) => {
    const sums = await sumTallies(db, { grain, questionnaireId, from, to, scopes: scopes ?? [''] });
    const tally = emptyTally(tallyLayout(content));
    for (const counts of sums.values()) addTally(tally, counts);
    return tally;
  };
  const tally = await sum(scopes ? 'agency' : 'all');
  const marked = await sum(scopes ? 'marked_agency' : 'marked_all');
  addTally(tally, marked);
  return { tally, marked };
}

/** The version asked for, even if nobody answered it; otherwise the most answered one. */
export async function chooseVersion(
  db: Database,
  { questionnaire: asked, from, to }: Range & { questionnaire?: string | undefined },
  answered: AnsweredVersion[],
): Promise<AnsweredVersion> {
  const found = asked ? answered.find(({ id }) => id === asked) : answered[0];
  if (found) return found;
  const id = asked ?? (await listQuestionnaireIds(db))[0];
  const published = id ? await findQuestionnaire(db, id) : null;
  if (!published) throw new Failure('not_found', asked ? 'unknown_questionnaire' : 'no_responses');
  const { content } = published;
  const nothing = emptyTally(tallyLayout(content));
  return { id: published.id, content, from, to, withheld: false, tally: nothing, marked: nothing };
}

/**
 * One row per agency below the province, ranked among its like, beside the range before: the one given, or that of the
 * same length.
 * @throws Failure not_found: unknown_questionnaire, no_responses
 */
export async function readAgencyResults(
  db: Database,
  query: Range & { questionnaire?: string | undefined; before?: Range; viewer?: Viewer | null },
): Promise<AgencyResults> {
  const province = await findProvince(db);
  if (!province) throw new Failure('not_found', 'no_responses');
  const { questionnaire, from, to, viewer = null } = query;
  const versions = questionnaire ? [] : await answeredVersions(db, { from, to }, null);
  const { id, content } = await chooseVersion(db, query, versions);
  const all = await listAgencies(db);
  const ranked = all.filter((agency) => agency.parentId !== null);
  const narrow = await narrowFor(db, viewer, id);
  const count = async (asked: Range) => {
    const range = narrow(asked) ?? asked;
    const counted = await countAgencies(db, { ...range, id, content }, all, ranked);
    const withheld = narrow(asked) === null;
    return { range, counted: withheld ? counted.map((each) => ({ ...each, hidden: true })) : counted };
  };
  const now = await count({ from, to });
  const before = await count(query.before ?? precedingRange(from, to));
  const current = toFigures(content, now.counted, ranked);
  const counted = now.counted.map((each) => ({
    ...each,
    markedHidden: each.markedHidden || hidesMarked(viewer, each),
  }));
  const marked = toMarked(content, counted, current);
  const required = requiredSamples(all, query);
  const previous = toFigures(content, before.counted, ranked);
  const standings = standingsOf(
    ranked.map((agency, index) => ({
      group: rankingGroup(agency.kind),
      rate: current[index]?.rate ?? null,
      interval: current[index]?.interval ?? null,
    })),
  );
  const members = ranked.map((agency, index) => ({
    agency,
    tally: now.counted[index]?.tally ?? [],
    shown: current[index]?.rank !== null,
  }));
  return {
    ...formatRange(now.range),
    previous: formatRange(before.range),
    questionnaire: { id, title: content.title },
    aggregation: content.aggregation,
    groups: seesOthers(viewer, now.range) ? sumGroups(content, members, all) : [],
    agencies: ranked.map((agency, index) => ({
      ...toRow(agency, current[index], previous[index], marked[index]),
      standing: standings[index] ?? null,
      required: required.get(agency.id) ?? null,
    })),
  };
}

const formatRange = ({ from, to }: Range) => ({ from: formatDay(from), to: formatDay(to) });

export type Figure = AgencyRow['previous'];
export const NOTHING: Figure = {
  n: 0,
  rate: null,
  interval: null,
  rank: null,
  rankOf: 0,
  tied: false,
  hidden: false,
  weak: true,
};

const NONE_MARKED: AgencyRow['marked'] = { n: 0, rateWithout: null };

function toRow(
  agency: Agency,
  current = NOTHING,
  previous = NOTHING,
  marked = NONE_MARKED,
): Omit<AgencyRow, 'standing' | 'required'> {
  const place = (figure: Figure) =>
    figure.rank === null ? null : { position: figure.rank, of: figure.rankOf, tied: figure.tied };
  return {
    id: agency.id,
    name: agency.name,
    kind: agency.kind,
    group: rankingGroup(agency.kind),
    ...current,
    marked,
    previous,
    valueChange: valueChange(current.rate, previous.rate),
    rankChange: rankChange(place(current), place(previous)),
  };
}

export interface CountedAgency extends Counted {
  hidden: boolean;
  markedHidden: boolean;
}

/**
 * What was counted of agencies in one range, each with everything below it, in the same order.
 * @param places how many counters are wanted, from the first; enough for the overall figure by default
 */
export async function countAgencies(
  db: Database,
  query: Range & { id: string; content: Questionnaire },
  all: Agency[],
  ranked: Agency[],
  places = overallPlaces(query.content),
): Promise<CountedAgency[]> {
  const own = await countOwn(db, query, places);
  const withheld = withheldAgencies(query.content, own, all);
  const below = subtrees(all);
  const layout = tallyLayout(query.content);
  return ranked.map(({ id: agency }) => {
    const sum = { tally: emptyTally(layout), marked: emptyTally(layout) };
    for (const id of below.get(agency) ?? []) {
      addTally(sum.tally, own.get(id)?.tally ?? []);
      addTally(sum.marked, own.get(id)?.marked ?? []);
    }
    return { ...sum, hidden: withheld.figures.has(agency), markedHidden: withheld.marked.has(agency) };
  });
}

/** The figures of agencies, small ones withheld before ranking. */
export function toFigures(content: Questionnaire, counted: CountedAgency[], ranked: Agency[]): Figure[] {
  const scores = counted.map(({ tally }) => scoreOverall(content, tally));
  const hidden = counted.map((each) => each.hidden);
  const ranks = rank(
    ranked.map((agency, index) => ({
      group: rankingGroup(agency.kind),
      rate: hidden[index] ? null : (scores[index]?.rate ?? null),
    })),
  );
  return scores.map((score, index) => toFigure(score, hidden[index] ?? true, ranks[index] ?? null));
}

/** How many responses of each agency are marked; the rate without them only where subtraction shows nobody's answers. */
function toMarked(
  content: Questionnaire,
  counted: CountedAgency[],
  figures: Figure[],
): AgencyRow['marked'][] {
  return counted.map((each, index) =>
    markedFigure(content, each, each.markedHidden || Boolean(figures[index]?.hidden)),
  );
}

function toFigure(
  score: Score & { responses: number },
  hidden: boolean,
  place: ReturnType<typeof rank>[number],
): Figure {
  return {
    n: score.responses,
    rate: hidden ? null : score.rate,
    interval: hidden ? null : score.interval,
    rank: place?.position ?? null,
    rankOf: place?.of ?? 0,
    tied: place?.tied ?? false,
    hidden,
    weak: score.people < WEAK_BELOW,
  };
}
