// Reads tallies and turns them into figures of all agencies beside one another, ranked among their like.
import { rankingGroup } from '#domain/agencies.ts';
import { standingsOf } from '#domain/bands.ts';
import { formatDay, type Range } from '#domain/days.ts';
import { precedingRange } from '#domain/periods.ts';
import type { Questionnaire } from '#domain/questionnaire.ts';
import { rank, rankChange, valueChange } from '#domain/ranking.ts';
import { requiredSamples } from '#domain/required-samples.ts';
import type { AgencyResults, AgencyRow } from '#domain/results.ts';
import { type Score, scoreOverall } from '#domain/scoring.ts';
import { WEAK_BELOW } from '#domain/statistics.ts';
import { addTally, emptyTally, overallPlaces, tallyLayout } from '#domain/tally.ts';
import { type Agency, findProvince, listAgencies, subtrees } from '../agencies/queries.ts';
import type { Database } from '../db/database.ts';
import { Failure } from '../errors.ts';
import { sumGroups } from './groups.ts';
import { answeredVersions, type Counted, chooseVersion, hidesMarked, markedFigure } from './queries.ts';
import { narrowFor, seesOthers, type Viewer } from './viewer.ts';
import { countOwn, withheldAgencies } from './withholding.ts';

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
