import { agencyResultsSchema, resultsSchema } from '#domain/results.ts';
import { agenciesWithin, agencyWithin } from '../agencies/scope.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { actorOf } from '../http/access.ts';
import type { Projector } from '../tallies/projector.ts';
import { readAgencyResults, readResults } from './queries.ts';
import { agencyRangeSchema, rangeQuerySchema, readRange } from './range.ts';

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
}
