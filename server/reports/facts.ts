// Gathers what a report is made of: whose it is, of which period, and the figures, withheld as the console withholds them.
import { dayOf, parseDay, type Range } from '#domain/days.ts';
import { periodOfRange, precedingRange, readPeriodKey } from '#domain/periods.ts';
import { makeReport, type Report, type ReportFacts } from '#domain/report.ts';
import type { ReportLanguage } from '#domain/report-figures.ts';
import type { AgencyResults } from '#domain/results.ts';
import { CHANNELS } from '#domain/submissions.ts';
import { type Agency, listAgencies, subtrees } from '../agencies/queries.ts';
import type { Context } from '../context.ts';
import type { Database } from '../db/database.ts';
import { Failure } from '../errors.ts';
import { readSettings } from '../installation/settings.ts';
import { beforeOf } from '../periods/changes.ts';
import { snapshotOf } from '../periods/frozen.ts';
import { type Closure, closureOfDays } from '../periods/queries.ts';
import { shownSnapshot } from '../periods/shown.ts';
import { findQuestionnaire } from '../questionnaires/queries.ts';
import { viewerFrom } from '../results/viewer.ts';
import { gatherFigures } from './figures.ts';
import { sayIn } from './words.ts';

/** What a report is about. Days are counted from 1970-01-01. */
export interface ReportOrder extends Range {
  agencyId: string;
  /** The agency whose people issue it; null is the province's department of home affairs. */
  issuerId: string | null;
  questionnaireId: string | null;
  language: ReportLanguage;
}

/**
 * The content of a report, from what has been counted.
 * @throws Failure not_found: unknown_agency, unknown_questionnaire, no_responses
 */
export async function readReport(context: Context, order: ReportOrder): Promise<Report> {
  return makeReport(await readFacts(context, order), sayIn(order.language));
}

async function readFacts({ db, config, now }: Context, order: ReportOrder): Promise<ReportFacts> {
  const { from, to, language } = order;
  const all = await listAgencies(db);
  const agency = all.find(({ id }) => id === order.agencyId);
  const province = all.find(({ parentId }) => parentId === null);
  if (!agency || !province) throw new Failure('not_found', 'unknown_agency');
  const { period, closure, before } = await periodOf(db, order);
  // An agency's people get in a report what they get on the screen.
  const viewer = order.issuerId === null ? null : await viewerFrom({ db, now }, order.issuerId);
  const gathered = await gatherFigures(db, order, agency, { closure, before, viewer });
  const { results, ranking, channels } = gathered;
  // Days that an agency's people may not tell apart are left out, and the report says which it counts.
  const days = { from: parseDay(results.from), to: parseDay(results.to) };
  const counted = { ...days, period: days.from === from && days.to === to ? period : null };
  const questionnaire = await findQuestionnaire(db, results.questionnaire.id);
  if (!questionnaire) throw new Failure('not_found', 'unknown_questionnaire');
  return {
    language,
    demo: config.demo,
    today: dayOf(now()),
    province: province.name,
    issuer: all.find(({ id }) => id === order.issuerId) ?? null,
    ...counted,
    previous: { from: parseDay(ranking.previous.from), to: parseDay(ranking.previous.to) },
    standing: gathered.standing,
    channels: channels && CHANNELS.map((channel, index) => ({ channel, n: channels[index] ?? 0 })),
    questionnaire: questionnaire.content,
    results,
    before: gathered.before,
    ...ownAndBelow(ranking, agency, all),
  };
}

/** The reporting period that is asked for, how it was closed, and what it is compared with. */
async function periodOf(db: Database, { from, to, issuerId }: ReportOrder) {
  const { closingDay } = await readSettings(db);
  const closure = await closureOfDays(db, { from, to });
  const named = closure && readPeriodKey(closure.period, closingDay);
  const period = named ? { ...named, from, to } : periodOfRange({ from, to }, closingDay);
  // An agency sees what was closed once it is published, and of that what it sees on the page of the period.
  const seen = (closed: Closure) => (closed.publishedAt === null ? null : shownSnapshot(db, closed));
  const before = period
    ? await beforeOf({ db }, period, issuerId === null ? snapshotOf : seen)
    : { ...precedingRange(from, to), snapshot: null };
  return { period, closure, before };
}

/** Ranked among all, and then cut: a place keeps its denominator. */
function ownAndBelow(
  { agencies }: AgencyResults,
  { id }: Agency,
  all: Agency[],
): Pick<ReportFacts, 'place' | 'agencies'> {
  const below = new Set(subtrees(all).get(id));
  return {
    place: agencies.find((row) => row.id === id) ?? null,
    agencies: agencies.filter((row) => row.id !== id && below.has(row.id)),
  };
}
