import { z } from 'zod';
import { dayOf, yearAndMonth } from '#domain/days.ts';
import { PERIOD_KINDS, PERIOD_STATES } from '#domain/periods.ts';
import { agencyResultsSchema, resultsSchema } from '#domain/results.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { actorOf, doerOf } from '../http/access.ts';
import type { Projector } from '../tallies/projector.ts';
import { closePeriod, publishPeriod, reopenPeriod } from './changes.ts';
import { readPeriod, readPeriods } from './reading.ts';

const instant = z.iso.datetime();
const periodSchema = z.object({
  key: z.string().describe('`2026-month-11`'),
  kind: z.enum(PERIOD_KINDS),
  year: z.int(),
  index: z.int(),
  from: z.iso.date(),
  to: z.iso.date(),
  state: z.enum(PERIOD_STATES),
  over: z.boolean().describe('Whether it has ended and may be closed.'),
  closures: z.array(
    z.object({
      number: z.int(),
      closedAt: instant,
      ledgerSize: z.int(),
      publishedAt: instant.nullable(),
      reopenedAt: instant.nullable(),
      reason: z.string().nullable(),
    }),
  ),
});
const figuresSchema = periodSchema.extend({
  frozen: z
    .object({ results: resultsSchema, agencies: agencyResultsSchema, checkpoint: z.string() })
    .nullable()
    .describe('As they were when it was closed.'),
  late: z
    .object({ n: z.int(), rate: z.number().nullable(), rateWith: z.number().nullable() })
    .nullable()
    .describe('Answered within, received after closing; rates are null where few were late.'),
});
const params = z.object({ key: z.string().max(40) });

export function periodRoutes(app: App, context: Context, projector: Projector): void {
  readingRoutes(app, context, projector);
  changeRoutes(app, context, projector);
}

function readingRoutes(app: App, context: Context, projector: Projector): void {
  const read = { access: 'periods.read' as const };
  app.get(
    '/api/periods',
    {
      config: read,
      schema: {
        summary: 'The reporting periods of a year',
        querystring: z.object({ year: z.coerce.number().int().min(2000).max(2099).optional() }),
        response: { 200: z.object({ periods: z.array(periodSchema) }) },
      },
    },
    async ({ query }) => ({
      periods: await readPeriods(context, query.year ?? yearAndMonth(dayOf(context.now())).year),
    }),
  );

  app.get(
    '/api/periods/:key',
    {
      config: read,
      schema: { summary: 'A period with its frozen figures', params, response: { 200: figuresSchema } },
    },
    async (request) => {
      await projector.catchUpIfPossible();
      return readPeriod(context, actorOf(request), request.params.key);
    },
  );
}

function changeRoutes(app: App, context: Context, projector: Projector): void {
  const write = { access: 'periods.write' as const };
  const response = { 200: figuresSchema };

  app.post(
    '/api/periods/:key/closure',
    { config: write, schema: { summary: 'Freezes the figures of a period that is over', params, response } },
    async (request) => {
      await closePeriod(context, projector, doerOf(request), request.params.key);
      return readPeriod(context, actorOf(request), request.params.key);
    },
  );

  app.post(
    '/api/periods/:key/publication',
    { config: write, schema: { summary: 'Makes a closed period public', params, response } },
    async (request) => {
      await publishPeriod(context, doerOf(request), request.params.key);
      return readPeriod(context, actorOf(request), request.params.key);
    },
  );

  app.post(
    '/api/periods/:key/reopening',
    {
      config: write,
      schema: {
        summary: 'Makes a draft of a closed period again, for a reason that is written down',
        params,
        body: z.strictObject({ reason: z.string().trim().min(10).max(1000) }),
        response,
      },
    },
    async (request) => {
      await reopenPeriod(context, doerOf(request), request.params.key, request.body.reason);
      return readPeriod(context, actorOf(request), request.params.key);
    },
  );
}
