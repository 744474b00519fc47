// The figures of a period as they are when it is closed.
import { comparedWith } from '#domain/closed-comparison.ts';
import type { Range } from '#domain/days.ts';
import type { Questionnaire } from '#domain/questionnaire.ts';
import type { AgencyResults, Results } from '#domain/results.ts';
import { addTally, emptyTally, responsesIn, tallyLayout } from '#domain/tally.ts';
import { type Agency, listAgencies, subtrees } from '../agencies/queries.ts';
import type { Database } from '../db/database.ts';
import { Failure } from '../errors.ts';
import { findQuestionnaire } from '../questionnaires/queries.ts';
import { type Counted, readResults } from '../results/queries.ts';
import { countAgencies, readAgencyResults } from '../results/ranking.ts';
import { countChannels } from '../slices/channels.ts';
import { sumTallies } from '../tallies/queries.ts';

export interface Snapshot {
  results: Results;
  agencies: AgencyResults;
  /** What the results were made of: later answers are what has been counted since. */
  tally: number[];
  /** What reports need besides; absent in what was closed before it was kept. */
  details?: SnapshotDetails;
}

export interface SnapshotDetails {
  /** The whole installation in the period before. */
  before: number[];
  /** Responses of the whole installation in the order of `CHANNELS`. */
  channels: number[];
  /** By agency, each with everything below it; those without a response are absent. */
  agencies: Record<string, FrozenAgency>;
}

export interface FrozenAgency extends Counted {
  before: number[];
  channels: number[];
  /** Responses by other questionnaire versions. */
  others: Record<string, number>;
}

/** The period before, with its figures where they were closed, which are then what is compared with. */
export interface Before extends Range {
  snapshot: Snapshot | null;
}

/**
 * Takes the figures of a range; slices must be counted.
 * @throws Failure not_found/no_responses
 */
export async function takeSnapshot(db: Database, range: Range, before: Before): Promise<Snapshot> {
  const { from, to } = range;
  const results = await readResults(db, { from, to });
  const questionnaire = results.questionnaire.id;
  const closed = comparable(before.snapshot, questionnaire);
  const agencies = await readAgencyResults(db, { from, to, questionnaire, before });
  const content = await contentOf(db, questionnaire);
  return {
    results,
    agencies: closed ? comparedWith(agencies, closed.agencies) : agencies,
    tally: await wholeTally(db, questionnaire, range),
    details: {
      before: closed?.tally ?? (await wholeTally(db, questionnaire, before)),
      channels: (await countChannels(db, { id: questionnaire, content }, range, [''])).get('') ?? [],
      agencies: await freezeAgencies(db, { results, content, range, before, closed }),
    },
  };
}

/** A snapshot that can be compared with figures of a questionnaire version; null for one of another. */
export function comparable(snapshot: Snapshot | null, questionnaire: string): Snapshot | null {
  return snapshot?.results.questionnaire.id === questionnaire ? snapshot : null;
}

interface Freezing {
  results: Results;
  content: Questionnaire;
  range: Range;
  before: Before;
  closed: Snapshot | null;
}

async function freezeAgencies(
  db: Database,
  { results, content, range, before, closed }: Freezing,
): Promise<Record<string, FrozenAgency>> {
  const all = await listAgencies(db);
  const ranked = all.filter(({ parentId }) => parentId !== null);
  const { id } = results.questionnaire;
  const count = ({ from, to }: Range) =>
    countAgencies(db, { from, to, id, content }, all, ranked, Number.POSITIVE_INFINITY);
  const [now, then] = [await count(range), await count(before)];
  const channels = await channelsBelow(db, { id, content }, range, all);
  const others = await otherVersions(db, results, range, all, ranked);
  const frozen: Record<string, FrozenAgency> = {};
  for (const [index, agency] of ranked.entries()) {
    const counted = now[index];
    const elsewhere = others[index] ?? {};
    if (!counted || (responsesIn(counted.tally) === 0 && Object.keys(elsewhere).length === 0)) continue;
    const earlier = closed?.details ? closed.details.agencies[agency.id]?.tally : then[index]?.tally;
    frozen[agency.id] = {
      tally: counted.tally,
      marked: counted.marked,
      before: earlier ?? emptyTally(tallyLayout(content)),
      channels: channels.get(agency.id) ?? [],
      others: elsewhere,
    };
  }
  return frozen;
}

async function channelsBelow(
  db: Database,
  questionnaire: { id: string; content: Questionnaire },
  range: Range,
  all: Agency[],
) {
  const own = await countChannels(
    db,
    questionnaire,
    range,
    all.map(({ id }) => id),
  );
  const below = new Map<string, number[]>();
  for (const [id, within] of subtrees(all)) {
    const sum = (own.get(id) ?? []).map(() => 0);
    for (const each of within) addTally(sum, own.get(each) ?? []);
    below.set(id, sum);
  }
  return below;
}

async function otherVersions(
  db: Database,
  results: Results,
  { from, to }: Range,
  all: Agency[],
  ranked: Agency[],
) {
  const others: Record<string, number>[] = ranked.map(() => ({}));
  for (const { id } of results.questionnaires) {
    if (id === results.questionnaire.id) continue;
    const counted = await countAgencies(db, { from, to, id, content: await contentOf(db, id) }, all, ranked);
    for (const [index, { tally }] of counted.entries())
      if (responsesIn(tally) > 0) others[index] = { ...others[index], [id]: responsesIn(tally) };
  }
  return others;
}

/** What was counted of the whole installation in a range. */
export async function wholeTally(
  db: Database,
  questionnaireId: string,
  { from, to }: Range,
): Promise<number[]> {
  const tally = emptyTally(tallyLayout(await contentOf(db, questionnaireId)));
  for (const grain of ['all', 'marked_all'] as const)
    for (const counts of (await sumTallies(db, { grain, questionnaireId, from, to, scopes: [''] })).values())
      addTally(tally, counts);
  return tally;
}

/** @throws Failure not_found/unknown_questionnaire */
export async function contentOf(db: Database, questionnaireId: string): Promise<Questionnaire> {
  const content = (await findQuestionnaire(db, questionnaireId))?.content;
  if (!content) throw new Failure('not_found', 'unknown_questionnaire');
  return content;
}
