// Reads tallies and turns them into figures; never touches a single response.
import { rankingGroup } from '#domain/agencies.ts';
import { standingsOf } from '#domain/bands.ts';
import { formatDay } from '#domain/days.ts';
import { precedingRange } from '#domain/periods.ts';
import type { Questionnaire } from '#domain/questionnaire.ts';
import { rank, rankChange, valueChange } from '#domain/ranking.ts';
import { requiredSamples } from '#domain/required-samples.ts';
import { type AgencyResults, type AgencyRow, describeScores, type Results } from '#domain/results.ts';
import { type Score, scoreOverall, scoreTally } from '#domain/scoring.ts';
import { HIDDEN_BELOW, suppress, WEAK_BELOW } from '#domain/statistics.ts';
import { addTally, emptyTally, overallPlaces, responsesIn, tallyLayout } from '#domain/tally.ts';
import { type Agency, findProvince, listAgencies, subtrees } from '../agencies/queries.ts';
import type { Database } from '../db/database.ts';
import { Failure } from '../errors.ts';
import { findQuestionnaire, listQuestionnaireIds } from '../questionnaires/queries.ts';
import { type Grain, sumTallies } from '../tallies/queries.ts';
import { sumGroups } from './groups.ts';

export interface Range {
  from: number;
  to: number;
}

/**
 * The tree part › factor › criterion of an agency and everything below it.
 * @throws Failure not_found: unknown_agency, unknown_questionnaire, no_responses (nothing to choose a version by)
 */
export async function readResults(
  db: Database,
  query: Range & { agency?: string | null | undefined; questionnaire?: string | undefined },
): Promise<Results> {
  const all = await listAgencies(db);
  const province = all.find((agency) => agency.parentId === null);
  const agency = query.agency ? all.find(({ id }) => id === query.agency) : province;
  if (!agency) throw new Failure('not_found', query.agency ? 'unknown_agency' : 'no_responses');
  const scopes = agency === province ? null : (subtrees(all).get(agency.id) ?? []);
  const versions = await answeredVersions(db, query, scopes);
  const chosen = await chooseVersion(db, query.questionnaire, versions);
  const questionnaires = versions.map(({ id, content, tally }) => ({
    id,
    title: content.title,
    responses: responsesIn(tally),
  }));
  const { from, to } = query;
  const required = requiredSamples(all, query).get(agency.id) ?? null;
  return describeCounted(chosen, { agency, questionnaires, required, from, to });
}

/** What was counted, as it leaves the server: scored, and withheld where few people are behind it. */
export function describeCounted(
  counted: AnsweredVersion,
  about: Range & Pick<Results, 'agency' | 'questionnaires' | 'required'>,
): Results {
  const { id, content, tally } = counted;
  const { agency, questionnaires, required, from, to } = about;
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
    marked: markedFigure(content, counted, isFew(scores.overall.people)),
    ...describeScores(content, scores),
  };
}

export interface Counted {
  /** Of all responses. */
  tally: number[];
  /** Of the marked ones among them. */
  marked: number[];
}
export interface AnsweredVersion extends Counted {
  id: string;
  content: Questionnaire;
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

/** The versions answered in a range, with what they add up to, most responses first. */
export async function answeredVersions(
  db: Database,
  range: Range,
  scopes: string[] | null,
): Promise<AnsweredVersion[]> {
  const versions: AnsweredVersion[] = [];
  for (const id of await listQuestionnaireIds(db)) {
    const published = await findQuestionnaire(db, id);
    if (!published) continue;
    const sum = async (grain: Grain) => {
      const { from, to } = range;
      const sums = await sumTallies(db, { grain, questionnaireId: id, from, to, scopes: scopes ?? [''] });
      const tally = emptyTally(tallyLayout(published.content));
      for (const counts of sums.values()) addTally(tally, counts);
      return tally;
    };
    const tally = await sum(scopes ? 'agency' : 'all');
    const marked = await sum(scopes ? 'marked_agency' : 'marked_all');
    addTally(tally, marked);
    if (responsesIn(tally) > 0) versions.push({ id, content: published.content, tally, marked });
  }
  return versions.sort((a, b) => responsesIn(b.tally) - responsesIn(a.tally));
}

/** The version asked for, even if nobody answered it; otherwise the most answered one. */
export async function chooseVersion(
  db: Database,
  asked: string | undefined,
  answered: AnsweredVersion[],
): Promise<AnsweredVersion> {
  const found = asked ? answered.find(({ id }) => id === asked) : answered[0];
  if (found) return found;
  const id = asked ?? (await listQuestionnaireIds(db))[0];
  const published = id ? await findQuestionnaire(db, id) : null;
  if (!published) throw new Failure('not_found', asked ? 'unknown_questionnaire' : 'no_responses');
  const nothing = emptyTally(tallyLayout(published.content));
  return { id: published.id, content: published.content, tally: nothing, marked: nothing };
}

/**
 * One row per agency below the province, ranked among its like, beside the range before: the one given, or that of the
 * same length.
 * @throws Failure not_found: unknown_questionnaire, no_responses
 */
export async function readAgencyResults(
  db: Database,
  query: Range & { questionnaire?: string | undefined; before?: Range },
): Promise<AgencyResults> {
  const province = await findProvince(db);
  if (!province) throw new Failure('not_found', 'no_responses');
  const versions = query.questionnaire ? [] : await answeredVersions(db, query, null);
  const { id, content } = await chooseVersion(db, query.questionnaire, versions);
  const all = await listAgencies(db);
  const ranked = all.filter((agency) => agency.parentId !== null);
  const before = query.before ?? precedingRange(query.from, query.to);
  const counted = await countAgencies(db, { ...query, id, content }, all, ranked);
  const current = toFigures(content, counted, ranked);
  const marked = toMarked(content, counted, current);
  const required = requiredSamples(all, query);
  const previous = toFigures(
    content,
    await countAgencies(db, { ...before, id, content }, all, ranked),
    ranked,
  );
  const standings = standingsOf(
    ranked.map((agency, index) => ({
      group: rankingGroup(agency.kind),
      rate: current[index]?.rate ?? null,
      interval: current[index]?.interval ?? null,
    })),
  );
  const members = ranked.map((agency, index) => ({
    agency,
    tally: counted[index]?.tally ?? [],
    shown: current[index]?.rank !== null,
  }));
  return {
    from: formatDay(query.from),
    to: formatDay(query.to),
    previous: { from: formatDay(before.from), to: formatDay(before.to) },
    questionnaire: { id, title: content.title },
    aggregation: content.aggregation,
    groups: sumGroups(content, members, all),
    agencies: ranked.map((agency, index) => ({
      ...toRow(agency, current[index], previous[index], marked[index]),
      standing: standings[index] ?? null,
      required: required.get(agency.id) ?? null,
    })),
  };
}

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
): Promise<Counted[]> {
  const { id: questionnaireId, from, to } = query;
  const below = subtrees(all);
  const layout = tallyLayout(query.content);
  const count = async (grain: Grain) => {
    const sums = await sumTallies(db, { grain, questionnaireId, from, to }, places);
    return ranked.map((agency) => {
      const tally = emptyTally(layout);
      for (const id of below.get(agency.id) ?? []) addTally(tally, sums.get(id) ?? []);
      return tally;
    });
  };
  const tallies = await count('agency');
  const marked = await count('marked_agency');
  return tallies.map((tally, index) => {
    addTally(tally, marked[index] ?? []);
    return { tally, marked: marked[index] ?? [] };
  });
}

/** The figures of agencies, small ones withheld before ranking. */
export function toFigures(content: Questionnaire, counted: Counted[], ranked: Agency[]): Figure[] {
  const scores = counted.map(({ tally }) => scoreOverall(content, tally));
  const hidden = suppress(scores.map((score) => score.people));
  const ranks = rank(
    ranked.map((agency, index) => ({
      group: rankingGroup(agency.kind),
      rate: hidden[index] ? null : (scores[index]?.rate ?? null),
    })),
  );
  return scores.map((score, index) => toFigure(score, hidden[index] ?? true, ranks[index] ?? null));
}

/** How many responses of each agency are marked; the rate without them only where subtraction shows nobody's answers. */
function toMarked(content: Questionnaire, counted: Counted[], figures: Figure[]): AgencyRow['marked'][] {
  const small = suppress(counted.map(({ marked }) => responsesIn(marked)));
  return counted.map((each, index) =>
    markedFigure(content, each, Boolean(small[index] || figures[index]?.hidden)),
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
