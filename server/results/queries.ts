// Reads tallies and turns them into the figures of one agency; never touches a single response.
import { formatDay, type Range } from '#domain/days.ts';
import type { Questionnaire } from '#domain/questionnaire.ts';
import { OVERALL } from '#domain/questions.ts';
import { requiredSamples } from '#domain/required-samples.ts';
import { describeScores, type Results } from '#domain/results.ts';
import { scoreOverall, scoreTally } from '#domain/scoring.ts';
import { HIDDEN_BELOW } from '#domain/statistics.ts';
import { addTally, emptyTally, responsesIn, tallyLayout } from '#domain/tally.ts';
import { allFigures, type WithheldFigures, withheldFigures } from '#domain/withheld-figures.ts';
import { type Agency, listAgencies, subtrees } from '../agencies/queries.ts';
import type { Database } from '../db/database.ts';
import { Failure } from '../errors.ts';
import { findQuestionnaire, listQuestionnaireIds } from '../questionnaires/queries.ts';
import { type Grain, sumTallies } from '../tallies/queries.ts';
import { narrowFor, type Viewer } from './viewer.ts';
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
export function hidesMarked(viewer: Viewer | null, { marked }: Counted): boolean {
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
