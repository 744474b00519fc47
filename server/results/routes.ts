import { agencyResultsSchema, resultsSchema } from '#domain/results.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
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
    async ({ query }) => {
      await projector.catchUpIfPossible();
      return readResults(db, { ...query, ...readRange(query, now()) });
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
    async ({ query }) => {
      await projector.catchUpIfPossible();
      return readAgencyResults(db, { ...query, ...readRange(query, now()) });
    },
  );
}
