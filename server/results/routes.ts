import { z } from 'zod';
import { OVERALL } from '#domain/questions.ts';
import { agencyResultsSchema, resultsSchema, slicesSchema, trendSchema } from '#domain/results.ts';
import { STEPS } from '#domain/steps.ts';
import { agenciesWithin, agencyWithin } from '../agencies/scope.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { actorOf } from '../http/access.ts';
import { newSlicing } from '../slices/counting.ts';
import { readSlices } from '../slices/reading.ts';
import type { Projector } from '../tallies/projector.ts';
import { agencyResultRoutes } from './agency-routes.ts';
import { readAgencyResults, readResults } from './queries.ts';
import { agencyRangeSchema, rangeQuerySchema, readRange } from './range.ts';
import { seen } from './seen.ts';
import { readTrend } from './trend.ts';

export function resultRoutes(app: App, { db, now }: Context, projector: Projector): void {
  app.get(
    '/api/results',
    {
      config: { access: 'results.read' },
      schema: {
        summary: 'The tree part › factor › criterion of an agency and everything below it',
        querystring: agencyRangeSchema,
        response: { 200: resultsSchema },
      },
    },
    async (request) => {
      const { query } = request;
      const actor = actorOf(request);
      const agency = query.agency ? (await agencyWithin(db, actor, query.agency)).id : actor.agencyId;
      await projector.catchUpIfPossible();
      return readResults(db, { ...query, ...readRange(query, now(), actor), agency });
    },
  );

  app.get(
    '/api/results/agencies',
    {
      config: { access: 'results.read' },
      schema: {
        summary: 'One row per agency, ranked among its like, beside the range before',
        querystring: rangeQuerySchema,
        response: { 200: agencyResultsSchema },
      },
    },
    async (request) => {
      const { query } = request;
      const actor = actorOf(request);
      await projector.catchUpIfPossible();
      const results = await readAgencyResults(db, { ...query, ...readRange(query, now(), actor) });
      // Ranked among all, and then cut: a place keeps its denominator.
      const within = new Set((await agenciesWithin(db, actor)).map(({ id }) => id));
      return { ...results, agencies: results.agencies.filter(({ id }) => within.has(id)) };
    },
  );

  slicedRoutes(app, { db, now }, projector);
  agencyResultRoutes(app, { db, now }, projector);
}

/** How often groups are counted when nobody asks for them. */
const SLICE_MS = 3_600_000;

function slicedRoutes(app: App, { db, now }: Pick<Context, 'db' | 'now'>, projector: Projector): void {
  const slicing = newSlicing(db);
  const timer = setInterval(
    () => slicing.catchUp().catch((error) => app.log.error({ err: error }, 'slices')),
    SLICE_MS,
  );
  app.addHook('onClose', async () => clearInterval(timer));

  app.get(
    '/api/results/slices',
    {
      config: { access: 'results.read' },
      schema: {
        summary: 'The rate by channel, touchpoint or what respondents said of themselves, one at a time',
        querystring: agencyRangeSchema.extend({
          by: z.enum([
            'channel',
            'touchpoint',
            'field',
            'age',
            'gender',
            'education',
            'occupation',
            'residence',
          ]),
          node: z
            .string()
            .max(80)
            .default(OVERALL)
            .describe('`overall`, or the code of a part, factor or criterion.'),
        }),
        response: { 200: slicesSchema },
      },
    },
    async (request) => {
      const { by } = request.query;
      await Promise.all([projector.catchUpIfPossible(), by === 'touchpoint' || slicing.catchUp()]);
      return readSlices(db, {
        ...request.query,
        ...(await seen(db, actorOf(request), request.query, now())),
      });
    },
  );

  app.get(
    '/api/results/trend',
    {
      config: { access: 'results.read' },
      schema: {
        summary: 'The overall rate over time, a point for each day, week or month',
        querystring: agencyRangeSchema.extend({ by: z.enum(STEPS).default('month') }),
        response: { 200: trendSchema },
      },
    },
    async (request) => {
      await projector.catchUpIfPossible();
      return readTrend(db, { ...request.query, ...(await seen(db, actorOf(request), request.query, now())) });
    },
  );
}
