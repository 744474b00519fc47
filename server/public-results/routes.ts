// What everybody may have of a published period, as data.
import { z } from 'zod';
import { publicResultsSchema } from '#domain/public-results.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { readPublicResults } from '../periods/reading.ts';
import { toCsv } from './csv.ts';

const querystring = z.object({ period: z.string().max(40).optional() });

export function publicResultRoutes(app: App, context: Context): void {
  app.get(
    '/api/public/results',
    {
      config: { access: 'public' },
      schema: {
        summary: 'A published period, where the installation shows them to everybody',
        querystring,
        response: { 200: publicResultsSchema },
      },
    },
    ({ query }) => readPublicResults(context, query.period),
  );

  app.get(
    '/api/public/results.csv',
    {
      config: { access: 'public' },
      schema: {
        summary: 'The same as CSV: a row for the whole, for each factor and for each agency',
        querystring,
        produces: ['text/csv'],
      },
    },
    async ({ query }, reply) => {
      const results = await readPublicResults(context, query.period);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="results_${results.period}.csv"`)
        .send(toCsv(results));
    },
  );
}
