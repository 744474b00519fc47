// Reads what was frozen when a period was closed, and what has come in since.
import { parseDay, type Range } from '#domain/days.ts';
import type { AgencyResults, Results } from '#domain/results.ts';
import { scoreOverall } from '#domain/scoring.ts';
import { HIDDEN_BELOW, type Rate } from '#domain/statistics.ts';
import { CHANNELS } from '#domain/submissions.ts';
import { addTally, emptyTally, responsesIn, tallyLayout } from '#domain/tally.ts';
import { allFigures } from '#domain/withheld-figures.ts';
import { type Agency, listAgencies, subtrees } from '../agencies/queries.ts';
import type { Database } from '../db/database.ts';
import { describeCounted, readResults } from '../results/queries.ts';
import { withheldOf } from '../results/withholding.ts';
import { agreeing } from '../slices/channels.ts';
import { sumTallies } from '../tallies/queries.ts';
import type { Closure } from './queries.ts';
import { contentOf, type FrozenAgency, type Snapshot, wholeTally } from './snapshot.ts';

/** Reads a snapshot; what was closed before required samples were known has none. */
export function snapshotOf({ snapshot }: Pick<Closure, 'snapshot'>): Snapshot {
  const { results, agencies, ...rest } = JSON.parse(snapshot) as Snapshot;
  const known = <T extends { required?: number | null }>(one: T) => ({
    ...one,
    required: one.required ?? null,
  });
  return {
    ...rest,
    results: known(results),
    agencies: { ...agencies, agencies: agencies.agencies.map(known) },
  };
}

export interface FrozenFigures {
  results: Results;
  before: Results;
  ranking: AgencyResults;
  /** Responses in the order of `CHANNELS`; null where they were not kept. */
  channels: number[] | null;
}

/**
 * The figures of an agency, or of the province, as they were closed. Of what was closed before details were kept there
 * are those of the province, beside the period before as it is now.
 * @returns null where nothing of the agency was frozen
 */
export async function frozenFigures(
  db: Database,
  { results, agencies, tally, details }: Snapshot,
  agency: Agency,
): Promise<FrozenFigures | null> {
  const isWhole = agency.parentId === null;
  const { id } = results.questionnaire;
  const previous = daysOf(agencies.previous);
  if (!details)
    return isWhole
      ? {
          results,
          before: await readResults(db, { ...previous, questionnaire: id }),
          ranking: agencies,
          channels: null,
        }
      : null;
  const content = await contentOf(db, id);
  const nothing = emptyTally(tallyLayout(content));
  const own = details.agencies[agency.id] ?? { ...NOTHING, tally: nothing, marked: nothing, before: nothing };
  const row = agencies.agencies.find(({ id }) => id === agency.id);
  const required = row?.required ?? null;
  const all = await listAgencies(db);
  const wholes = { tally, before: details.before };
  const figures = (hidden: boolean, counted: 'tally' | 'before') => {
    const given = (each: Agency) =>
      each.parentId === null ? wholes[counted] : details.agencies[each.id]?.[counted];
    return hidden ? allFigures(content) : withheldOf(content, ownOf(all, given), all, agency);
  };
  // As in the ranking that was closed.
  const withheld = {
    figures: figures(row?.hidden ?? false, 'tally'),
    marked: row?.marked.rateWithout === null,
  };
  const before = { id, content, tally: isWhole ? details.before : own.before, marked: nothing };
  const withheldBefore = { figures: figures(row?.previous.hidden ?? false, 'before'), marked: true };
  const earlier = { agency, questionnaires: [], required: null, ...previous, withheld: withheldBefore };
  const questionnaires = await versionsOf(db, results, own);
  const about = { agency, questionnaires, required, ...daysOf(results), withheld };
  const now = isWhole ? results : describeCounted({ id, content, ...own }, about);
  return {
    results: now,
    before: describeCounted(before, earlier),
    ranking: agencies,
    channels: agreeing(isWhole ? details.channels : own.channels, now.n),
  };
}

/** What each agency was given itself, of what each was given with everything below it. */
function ownOf(
  all: readonly Agency[],
  given: (agency: Agency) => number[] | undefined,
): Map<string, { tally: number[] }> {
  const own = new Map(all.map((agency) => [agency.id, { tally: [...(given(agency) ?? [])] }]));
  for (const agency of all) {
    const above = own.get(agency.parentId ?? '')?.tally;
    for (const [place, n] of (given(agency) ?? []).entries())
      if (above) above[place] = (above[place] ?? 0) - n;
  }
  return own;
}

const NOTHING = { channels: CHANNELS.map(() => 0), others: {} };

const daysOf = ({ from, to }: { from: string; to: string }): Range => ({
  from: parseDay(from),
  to: parseDay(to),
});

async function versionsOf(
  db: Database,
  { questionnaire }: Results,
  { tally, others }: FrozenAgency,
): Promise<Results['questionnaires']> {
  const versions = [{ ...questionnaire, responses: responsesIn(tally) }];
  for (const [id, responses] of Object.entries(others))
    versions.push({ id, title: (await contentOf(db, id)).title, responses });
  return versions.filter(({ responses }) => responses > 0).sort((a, b) => b.responses - a.responses);
}

/** Answers within the period that came in after it was closed, and the rate with them. */
export interface Supplement {
  n: number;
  rate: Rate;
  /** Of all, late ones among them. */
  rateWith: Rate;
}

/**
 * What came in late to an agency, or to all of them. Rates are null where few were late: the difference to what is
 * frozen would show what they said.
 * @returns null where nothing of the agency was frozen that it could be compared with
 */
export async function readSupplement(
  db: Database,
  { results, tally, details }: Snapshot,
  range: Range,
  agency: Agency | null = null,
): Promise<Supplement | null> {
  if (agency && !details) return null;
  const { id } = results.questionnaire;
  const content = await contentOf(db, id);
  const frozen = agency ? details?.agencies[agency.id]?.tally : tally;
  const now = await countedNow(db, id, range, agency);
  const late = now.map((count, place) => count - (frozen?.[place] ?? 0));
  const n = responsesIn(late);
  const [alone, together] = [scoreOverall(content, late), scoreOverall(content, now)];
  const elsewhere = agency ? responsesIn(await wholeTally(db, id, range)) - responsesIn(tally) - n : 0;
  // What came late to all others is known from the whole.
  const few = n < HIDDEN_BELOW || alone.people < HIDDEN_BELOW || (elsewhere > 0 && elsewhere < HIDDEN_BELOW);
  if (few) return { n, rate: null, rateWith: null };
  return { n, rate: alone.rate, rateWith: together.rate };
}

async function countedNow(
  db: Database,
  questionnaireId: string,
  { from, to }: Range,
  agency: Agency | null,
): Promise<number[]> {
  if (!agency) return await wholeTally(db, questionnaireId, { from, to });
  const scopes = subtrees(await listAgencies(db)).get(agency.id) ?? [];
  const tally = emptyTally(tallyLayout(await contentOf(db, questionnaireId)));
  for (const grain of ['agency', 'marked_agency'] as const)
    for (const counts of (await sumTallies(db, { grain, questionnaireId, from, to, scopes })).values())
      addTally(tally, counts);
  return tally;
}
