import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { formatDay } from '#domain/days.ts';
import { REPORT_LANGUAGES } from '#domain/report-figures.ts';
import { REPORT_FORMATS, type ReportFormat } from '#domain/report-formats.ts';
import { agenciesWithin } from '../agencies/scope.ts';
import type { App } from '../app.ts';
import { recordAudit } from '../audit/recording.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { actorOf, doerOf } from '../http/access.ts';
import type { Projector } from '../tallies/projector.ts';
import { orderReport, reportOrderSchema } from './ordering.ts';
import { findReport, listReports, type ReportJob, readReportFile } from './queries.ts';
import { ReportWorker } from './worker.ts';

const access = 'results.read' as const;
/** So many of the newest are listed. */
const MOST_LISTED = 50;

const reportSchema = z.object({
  id: z.string(),
  agency: z.object({ id: z.string(), name: z.string() }),
  from: z.iso.date(),
  to: z.iso.date(),
  questionnaire: z.string().nullable().describe('Null: the most answered one.'),
  format: z.enum(REPORT_FORMATS),
  language: z.enum(REPORT_LANGUAGES),
  state: z.enum(['waiting', 'working', 'done', 'failed']),
  progress: z.int().describe('Percent.'),
  failure: z.string().nullable().describe('Why there is none, as a code with words.'),
  createdAt: z.int().describe('Ms since the epoch; the file is kept for 30 days.'),
  finishedAt: z.int().nullable(),
});

const byId = z.object({ id: z.string().max(80) });

export function reportRoutes(app: App, context: Context, projector: Projector): void {
  const { db } = context;
  const worker = new ReportWorker(context, projector, (error) => app.log.error({ err: error }, 'reports'));
  app.addHook('onReady', async () => worker.notice());
  app.addHook('onClose', () => worker.stop());

  app.post(
    '/api/reports',
    {
      config: { access },
      schema: {
        summary: 'Orders a report; it is made in the background',
        body: reportOrderSchema,
        response: { 202: reportSchema },
      },
    },
    async (request, reply) => {
      const job = await orderReport(context, doerOf(request), request.body);
      worker.notice();
      const { about } = await ownReport(context, request, job.id);
      return reply.code(202).header('location', `/api/reports/${job.id}`).send(about);
    },
  );

  app.get(
    '/api/reports',
    {
      config: { access },
      schema: {
        summary: 'The own reports, newest first',
        response: { 200: z.object({ reports: z.array(reportSchema) }) },
      },
    },
    async (request) => {
      const jobs = await listReports(db, actorOf(request).accountId, MOST_LISTED);
      return { reports: await described(context, request, jobs) };
    },
  );

  app.get(
    '/api/reports/:id',
    {
      config: { access },
      schema: {
        summary: 'How far an own report has come',
        params: byId,
        response: { 200: reportSchema },
      },
    },
    async (request) => (await ownReport(context, request, request.params.id)).about,
  );

  app.get(
    '/api/reports/:id/file',
    {
      config: { access },
      schema: {
        summary: 'The file of an own report',
        params: byId,
        produces: Object.values(TYPES),
      },
    },
    async (request, reply) => {
      const { job } = await ownReport(context, request, request.params.id);
      const file = job.state === 'done' ? await readReportFile(db, job.id) : null;
      if (!file) throw new Failure('conflict', 'report_unfinished');
      await recordDownload(context, request, job);
      return reply
        .type(TYPES[job.format])
        .header('content-disposition', `attachment; filename="${fileName(job)}"`)
        .send(file);
    },
  );
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const TYPES: Record<ReportFormat, string> = {
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pdf: 'application/pdf',
};

export function fileName({
  fromDay,
  toDay,
  format,
}: Pick<ReportJob, 'fromDay' | 'toDay' | 'format'>): string {
  return `bao-cao_${formatDay(fromDay)}_${formatDay(toDay)}.${format}`;
}

/** As they leave the server; those about an agency that is no longer within reach are left out. */
async function described({ db }: Context, request: FastifyRequest, jobs: ReportJob[]) {
  const within = new Map((await agenciesWithin(db, actorOf(request))).map((agency) => [agency.id, agency]));
  return jobs.flatMap((job) => {
    const agency = within.get(job.agencyId);
    if (!agency) return [];
    const { id, questionnaireId, format, language, state, progress, failure, createdAt, finishedAt } = job;
    const about = { id, format, language, state, progress, failure, createdAt, finishedAt };
    const days = { from: formatDay(job.fromDay), to: formatDay(job.toDay) };
    const { name } = agency;
    return [{ ...about, ...days, agency: { id: agency.id, name }, questionnaire: questionnaireId }];
  });
}

/** @throws Failure not_found/unknown_report, also for somebody else's and for an agency out of reach */
async function ownReport(context: Context, request: FastifyRequest, id: string) {
  const job = await findReport(context.db, actorOf(request).accountId, id);
  const [about] = job ? await described(context, request, [job]) : [];
  if (!job || !about) throw new Failure('not_found', 'unknown_report');
  return { job, about };
}

async function recordDownload({ db, now }: Context, request: FastifyRequest, job: ReportJob): Promise<void> {
  const { id, agencyId, format } = job;
  const entry = {
    ...doerOf(request),
    at: now(),
    action: 'report.downloaded',
    subject: { kind: 'report', id },
    agencyId: actorOf(request).agencyId,
    after: { agency: agencyId, format },
  };
  await db.write((tx) => [recordAudit(tx, db.tables, entry)]);
}
