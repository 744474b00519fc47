// The figures that a report is made of: the closed ones of a closed period, else those of now.
import { comparedWith } from '#domain/closed-comparison.ts';
import { parseDay } from '#domain/days.ts';
import type { ClosedStanding, Standing } from '#domain/report-standing.ts';
import type { AgencyResults, Results } from '#domain/results.ts';
import { CHANNELS } from '#domain/submissions.ts';
import { addTally } from '#domain/tally.ts';
import { type Agency, listAgencies, subtrees } from '../agencies/queries.ts';
import type { Database } from '../db/database.ts';
import { frozenFigures, readSupplement, snapshotOf } from '../periods/frozen.ts';
import type { Closure } from '../periods/queries.ts';
import { shownSnapshot } from '../periods/shown.ts';
import { type Before, comparable, contentOf } from '../periods/snapshot.ts';
import { readResults } from '../results/queries.ts';
import { readAgencyResults } from '../results/ranking.ts';
import type { Viewer } from '../results/viewer.ts';
import { agreeing, countChannels } from '../slices/channels.ts';
import { slicingOf } from '../slices/counting.ts';
import type { ReportOrder } from './facts.ts';

export interface GatheredFigures {
  results: Results;
  before: Results;
  ranking: AgencyResults;
  /** Responses in the order of `CHANNELS`; null where they are not known to the last one. */
  channels: number[] | null;
  standing: Standing;
}

/** @throws Failure not_found: unknown_questionnaire, no_responses */
export async function gatherFigures(
  db: Database,
  order: ReportOrder,
  agency: Agency,
  { closure, before, viewer }: { closure: Closure | null; before: Before; viewer: Viewer | null },
): Promise<GatheredFigures> {
  const open = { ...order, viewer };
  if (!closure) return await figuresNow(db, open, agency, before, 'open');
  // An agency sees what was closed once it is published.
  if (order.issuerId !== null && closure.publishedAt === null)
    return await figuresNow(db, open, agency, before, 'unpublished');
  return (
    (await closedFigures(db, order, agency, closure)) ?? figuresNow(db, open, agency, before, 'not_covered')
  );
}

async function closedFigures(
  db: Database,
  { questionnaireId, issuerId }: ReportOrder,
  agency: Agency,
  closure: Closure,
): Promise<GatheredFigures | null> {
  const snapshot = issuerId === null ? snapshotOf(closure) : await shownSnapshot(db, closure);
  const frozen = comparable(snapshot, questionnaireId ?? snapshot.results.questionnaire.id)
    ? await frozenFigures(db, snapshot, agency)
    : null;
  if (!frozen) return null;
  const { number, closedAt, ledgerSize, checkpoint } = closure;
  const late = await readSupplement(db, snapshot, closure, agency.parentId === null ? null : agency);
  const standing: ClosedStanding = { kind: 'closed', number, closedAt, ledgerSize, checkpoint, late };
  return { ...frozen, standing };
}

async function figuresNow(
  db: Database,
  { from, to, questionnaireId, viewer }: ReportOrder & { viewer: Viewer | null },
  agency: Agency,
  before: Before,
  why: Extract<Standing, { kind: 'provisional' }>['why'],
): Promise<GatheredFigures> {
  const results = await readResults(db, {
    agency: agency.id,
    questionnaire: questionnaireId ?? undefined,
    from,
    to,
    viewer,
  });
  // What came before is comparable only on the same questionnaire, and as it was closed.
  const questionnaire = results.questionnaire.id;
  const closed = comparable(before.snapshot, questionnaire);
  const days = { from: before.from, to: before.to };
  const frozen = closed && (await frozenFigures(db, closed, agency));
  const ranking = await readAgencyResults(db, { from, to, questionnaire, before: days, viewer });
  return {
    results,
    before: frozen?.results ?? (await readResults(db, { ...days, agency: agency.id, questionnaire, viewer })),
    ranking: closed ? comparedWith(ranking, closed.agencies) : ranking,
    channels: await channelsNow(db, results, agency),
    standing: { kind: 'provisional', why },
  };
}

async function channelsNow(
  db: Database,
  { n, questionnaire, from, to }: Results,
  agency: Agency,
): Promise<number[] | null> {
  await slicingOf(db).catchUp();
  const scopes = agency.parentId === null ? [''] : (subtrees(await listAgencies(db)).get(agency.id) ?? []);
  const version = { id: questionnaire.id, content: await contentOf(db, questionnaire.id) };
  const range = { from: parseDay(from), to: parseDay(to) };
  const sum = CHANNELS.map(() => 0);
  for (const counts of (await countChannels(db, version, range, scopes)).values()) addTally(sum, counts);
  return agreeing(sum, n);
}
