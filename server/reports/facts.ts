// Gathers what a report is made of from the same figures that the console shows, withheld as they are there.
import { dayOf } from '#domain/days.ts';
import { periodOfRange, precedingRange, previousPeriod } from '#domain/periods.ts';
import { makeReport, type Report, type ReportFacts } from '#domain/report.ts';
import type { ReportLanguage } from '#domain/report-figures.ts';
import type { AgencyResults } from '#domain/results.ts';
import { type Agency, listAgencies, subtrees } from '../agencies/queries.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { readSettings } from '../installation/settings.ts';
import { findQuestionnaire } from '../questionnaires/queries.ts';
import { type Range, readAgencyResults, readResults } from '../results/queries.ts';
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
  const { closingDay } = await readSettings(db);
  const period = periodOfRange(order, closingDay);
  const previous = period ? previousPeriod(period, closingDay) : precedingRange(from, to);
  const asked = { agency: agency.id, questionnaire: order.questionnaireId ?? undefined };
  const results = await readResults(db, { ...asked, from, to });
  // What came before is comparable only on the same questionnaire.
  const same = { agency: agency.id, questionnaire: results.questionnaire.id };
  const before = await readResults(db, { ...same, from: previous.from, to: previous.to });
  const ranking = await readAgencyResults(db, { ...same, from, to, before: previous });
  const questionnaire = await findQuestionnaire(db, results.questionnaire.id);
  if (!questionnaire) throw new Failure('not_found', 'unknown_questionnaire');
  return {
    language,
    demo: config.demo,
    today: dayOf(now()),
    province: province.name,
    issuer: all.find(({ id }) => id === order.issuerId) ?? null,
    period,
    from,
    to,
    previous: { from: previous.from, to: previous.to },
    questionnaire: questionnaire.content,
    results,
    before,
    ...ownAndBelow(ranking, agency, all),
  };
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
