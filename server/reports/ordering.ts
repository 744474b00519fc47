// What somebody asks a report for, checked before anything is made.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { formatDay } from '#domain/days.ts';
import { PERIOD_KINDS, periodKey, periodOf, periodsPerYear } from '#domain/periods.ts';
import { REPORT_LANGUAGES } from '#domain/report-figures.ts';
import { REPORT_FORMATS } from '#domain/report-formats.ts';
import type { Actor } from '#domain/roles.ts';
import { findProvince } from '../agencies/queries.ts';
import { agencyWithin } from '../agencies/scope.ts';
import { type Doer, recordAudit } from '../audit/recording.ts';
import type { Context } from '../context.ts';
import type { Database } from '../db/database.ts';
import { Failure } from '../errors.ts';
import { readSettings } from '../installation/settings.ts';
import { currentClosure } from '../periods/changes.ts';
import { findQuestionnaire, listQuestionnaireIds } from '../questionnaires/queries.ts';
import { agencyRangeSchema, readRange } from '../results/range.ts';
import { countUnfinished, insertReport, type ReportJob } from './queries.ts';

const period = z
  .strictObject({
    kind: z.enum(PERIOD_KINDS),
    year: z.int().min(2000).max(2200),
    index: z.int().min(1).max(12).describe('Which of its kind in the year, from 1.'),
  })
  .refine(({ kind, index }) => index <= periodsPerYear(kind), { path: ['index'], error: 'invalid_range' });

export const reportOrderSchema = z
  .strictObject({
    ...agencyRangeSchema.shape,
    period: period.optional().describe('A reporting period by the closing day that is set; instead of days.'),
    format: z.enum(REPORT_FORMATS),
    language: z.enum(REPORT_LANGUAGES).default('vi'),
  })
  .refine((order) => !order.period || (order.from === undefined && order.to === undefined), {
    path: ['period'],
    error: 'invalid_range',
  });
type OrderInput = z.output<typeof reportOrderSchema>;

/** So many at a time that are not made yet; more is somebody's mistake. */
const MOST_UNFINISHED = 5;
const RETRY_SECONDS = 10;

/**
 * Writes down what is to be made, within what somebody may see: their own agencies, up to yesterday.
 * @throws Failure not_found: unknown_agency, unknown_questionnaire, no_responses; invalid: invalid_range,
 * until_yesterday; too_many: too_many_reports
 */
export async function orderReport(
  context: Context,
  doer: Doer & { actor: Actor },
  input: OrderInput,
): Promise<ReportJob> {
  const { db, now } = context;
  const { actor } = doer;
  const agencyId = await agencyAsked(db, actor, input.agency);
  const days = readRange(await daysAsked(db, input), now(), actor);
  await checkQuestionnaire(db, input.questionnaire);
  if ((await countUnfinished(db, actor.accountId)) >= MOST_UNFINISHED)
    throw new Failure('too_many', 'too_many_reports', [], {}, RETRY_SECONDS);
  const job: ReportJob = {
    id: randomUUID(),
    accountId: actor.accountId,
    agencyId,
    issuerId: actor.agencyId,
    fromDay: days.from,
    toDay: days.to,
    questionnaireId: input.questionnaire ?? null,
    format: input.format,
    language: input.language,
    state: 'waiting',
    progress: 0,
    worker: null,
    leasedUntil: null,
    attempts: 0,
    failure: null,
    createdAt: now(),
    finishedAt: null,
  };
  const { from, to } = { from: formatDay(days.from), to: formatDay(days.to) };
  await db.write((tx) => [
    insertReport(tx, db.tables, job),
    recordAudit(tx, db.tables, {
      ...doer,
      at: now(),
      action: 'report.ordered',
      subject: { kind: 'report', id: job.id },
      agencyId: actor.agencyId,
      after: { agency: agencyId, from, to, format: input.format },
    }),
  ]);
  return job;
}

async function agencyAsked(db: Database, actor: Actor, asked: string | undefined): Promise<string> {
  const id = asked ?? actor.agencyId ?? (await findProvince(db))?.id;
  if (!id) throw new Failure('not_found', 'no_responses');
  return (await agencyWithin(db, actor, id)).id;
}

/** The days of the period, where one was asked for. */
async function daysAsked(db: Database, { from, to, period: asked }: OrderInput) {
  if (!asked) return { from, to };
  const { closingDay } = await readSettings(db);
  // A closed period keeps its days, whatever the closing day is now.
  const found =
    (await currentClosure({ db }, periodKey(asked))) ??
    periodOf(asked.kind, asked.year, asked.index, closingDay);
  return { from: formatDay(found.from), to: formatDay(found.to) };
}

async function checkQuestionnaire(db: Database, asked: string | undefined): Promise<void> {
  if (asked && !(await findQuestionnaire(db, asked))) throw new Failure('not_found', 'unknown_questionnaire');
  if ((await listQuestionnaireIds(db)).length === 0) throw new Failure('not_found', 'no_responses');
}
