// One agency beside its like and beside its own past, each withheld as in the ranking.
import { rankingGroup } from '#domain/agencies.ts';
import { comparedRanges, differenceFrom, poolOthers } from '#domain/comparison.ts';
import type { Comparison, PastFigure } from '#domain/comparison-view.ts';
import { formatDay, type Range } from '#domain/days.ts';
import { rankChange } from '#domain/ranking.ts';
import { scoreOverall } from '#domain/scoring.ts';
import { WEAK_BELOW } from '#domain/statistics.ts';
import { type Agency, subtrees } from '../agencies/queries.ts';
import type { Database } from '../db/database.ts';
import { readSettings } from '../installation/settings.ts';
import { type AnsweredVersion, answeredVersions, chooseVersion } from './queries.ts';
import { type CountedAgency, countAgencies, type Figure, NOTHING, toFigures } from './ranking.ts';
import { narrowFor, seesOthers, type Viewer } from './viewer.ts';

interface ComparisonQuery extends Range {
  all: Agency[];
  agency: Agency;
  /** The days asked for, which tell the period, where today's are withheld from those counted. */
  asked: Range;
  questionnaire?: string | undefined;
  viewer?: Viewer | null;
}

interface Ranked {
  /** The days that are counted. */
  range: Range;
  agencies: Agency[];
  counted: CountedAgency[];
  figures: Figure[];
}

/** @throws Failure not_found: unknown_questionnaire, no_responses */
export async function readComparison(db: Database, query: ComparisonQuery): Promise<Comparison> {
  const { all, agency, from, to, asked } = query;
  const scopes = agency.parentId === null ? null : (subtrees(all).get(agency.id) ?? []);
  const versions = await answeredVersions(db, query, scopes);
  const version = await chooseVersion(db, query, versions);
  const { previous, lastYear } = comparedRanges(asked, (await readSettings(db)).closingDay);
  const now = await rankAgencies(db, version, query, { from, to });
  const current = figureOf(now, agency);
  const past = async (days: Range): Promise<PastFigure> => {
    const then = await rankAgencies(db, version, query, days);
    const figure = figureOf(then, agency);
    return {
      from: formatDay(then.range.from),
      to: formatDay(then.range.to),
      ...figure,
      ...differenceFrom(current, figure),
      rankChange: rankChange(placeOf(current), placeOf(figure)),
    };
  };
  return {
    agency: { id: agency.id, name: agency.name, kind: agency.kind },
    from: formatDay(now.range.from),
    to: formatDay(now.range.to),
    questionnaire: { id: version.id, title: version.content.title },
    group: rankingGroup(agency.kind),
    current,
    ...othersSeen(version, now, query, current),
    previous: await past(previous),
    lastYear: await past(lastYear),
  };
}

/** The agencies of one range as in the ranking; the province is beside nobody. */
async function rankAgencies(
  db: Database,
  { id, content }: AnsweredVersion,
  { all, agency, viewer = null }: ComparisonQuery,
  asked: Range,
): Promise<Ranked> {
  const agencies = agency.parentId === null ? [agency] : all.filter(({ parentId }) => parentId !== null);
  const narrowed = (await narrowFor(db, viewer, id))(asked);
  const range = narrowed ?? asked;
  const found = await countAgencies(db, { ...range, id, content }, all, agencies);
  const counted = narrowed ? found : found.map((each) => ({ ...each, hidden: true }));
  return { range, agencies, counted, figures: toFigures(content, counted, agencies) };
}

function figureOf({ agencies, figures }: Ranked, { id }: Agency): Figure {
  return figures[agencies.findIndex((agency) => agency.id === id)] ?? NOTHING;
}

function placeOf({ rank, rankOf, tied }: Figure) {
  return rank === null ? null : { position: rank, of: rankOf, tied };
}

function othersSeen(
  version: AnsweredVersion,
  now: Ranked,
  { agency, viewer = null }: ComparisonQuery,
  current: Figure,
): Pick<Comparison, 'others' | 'othersWithheld'> {
  const others = othersOf(version, now, agency, current);
  if (others && !seesOthers(viewer, now.range)) return { others: null, othersWithheld: 'no_whole_month' };
  return { others };
}

function othersOf(
  { content }: AnsweredVersion,
  { agencies, counted, figures }: Ranked,
  { id }: Agency,
  current: Figure,
): Comparison['others'] {
  const candidates = agencies.map((agency, at) => ({
    id: agency.id,
    parentId: agency.parentId,
    group: rankingGroup(agency.kind),
    shown: figures[at]?.rank !== null,
    tally: counted[at]?.tally ?? [],
  }));
  const pooled = poolOthers(candidates, id);
  if (!pooled) return null;
  const { responses: n, people, rate, interval } = scoreOverall(content, pooled.tally);
  return {
    agencies: pooled.agencies,
    n,
    rate,
    interval,
    weak: people < WEAK_BELOW,
    ...differenceFrom(current, { rate, interval }),
  };
}
