import { z } from 'zod';
import { comparedRanges, FEWEST_OTHERS } from '#domain/comparison.ts';
import { OVERALL } from '#domain/questions.ts';
import {
  type AgencyResults,
  agencyResultsSchema,
  resultsSchema,
  slicesSchema,
  trendSchema,
} from '#domain/results.ts';
import { STEPS } from '#domain/steps.ts';
import { agenciesWithin, agencyWithin } from '../agencies/scope.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { actorOf } from '../http/access.ts';
import { readSettings } from '../installation/settings.ts';
import { slicingOf } from '../slices/counting.ts';
import { readSlices } from '../slices/reading.ts';
import type { Projector } from '../tallies/projector.ts';
import { agencyResultRoutes } from './agency-routes.ts';
import { readResults } from './queries.ts';
import { agencyRangeSchema, askedRange, rangeQuerySchema, readRange } from './range.ts';
import { readAgencyResults } from './ranking.ts';
import { seen } from './seen.ts';
import { readTrend } from './trend.ts';
import { viewerOf } from './viewer.ts';

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
      const viewer = await viewerOf({ db, now }, actor);
      return readResults(db, { ...query, ...readRange(query, now(), actor), agency, viewer });
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
      const range = readRange(query, now(), actor);
      const { closingDay } = await readSettings(db);
      const { previous } = comparedRanges(askedRange(query, range), closingDay);
      await projector.catchUpIfPossible();
      const viewer = await viewerOf({ db, now }, actor);
      const results = await readAgencyResults(db, { ...query, ...range, before: previous, viewer });
      const within = await agenciesWithin(db, actor);
      return actor.agencyId === null ? results : cutTo(results, new Set(within.map(({ id }) => id)));
    },
  );

  slicedRoutes(app, { db, now }, projector);
  agencyResultRoutes(app, { db, now }, projector);
}

/**
 * Ranked among all, and then cut: a place keeps its denominator. Of a group only what leaves several others beside the
 * own agencies: whoever knows one of two and their sum knows the other.
 */
function cutTo({ agencies, groups, ...results }: AgencyResults, within: ReadonlySet<string>): AgencyResults {
  const own = agencies.filter(({ id }) => within.has(id));
  const others = (group: string) => agencies.filter((row) => row.group === group && !within.has(row.id));
  const several = (group: string) =>
    others(group).filter(({ rank }) => rank !== null).length >= FEWEST_OTHERS;
  const isOwn = (group: string) => own.some((row) => row.group === group);
  return {
    ...results,
    agencies: own,
    groups: groups.filter(({ group }) => isOwn(group) && several(group)),
  };
}

/** How often groups are counted when nobody asks for them. */
const SLICE_MS = 3_600_000;

function slicedRoutes(app: App, { db, now }: Pick<Context, 'db' | 'now'>, projector: Projector): void {
  const slicing = slicingOf(db);
  const count = () => void slicing.catchUp().catch((error) => app.log.error({ err: error }, 'slices'));
  const timer = setInterval(count, SLICE_MS);
  // After an update there may be minutes of it, for which nobody who asks shall wait.
  app.addHook('onListen', async () => count());
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await slicing.stop();
  });

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
      return readTrend(db, {
        ...request.query,
        ...(await seen(db, actorOf(request), request.query, now())),
      });
    },
  );
}
