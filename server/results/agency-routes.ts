// What the page of one agency asks besides its figures: what they are compared with, and where people leave the form.
import { comparisonSchema } from '#domain/comparison-view.ts';
import { parseDay } from '#domain/days.ts';
import { dropOffsSchema } from '#domain/drop-offs.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { actorOf } from '../http/access.ts';
import type { Projector } from '../tallies/projector.ts';
import { readComparison } from './comparison.ts';
import { readDropOffs } from './drop-offs.ts';
import { agencyRangeSchema } from './range.ts';
import { seen } from './seen.ts';

export function agencyResultRoutes(
  app: App,
  { db, now }: Pick<Context, 'db' | 'now'>,
  projector: Projector,
): void {
  app.get(
    '/api/results/comparison',
    {
      config: { access: 'results.read' },
      schema: {
        summary: 'An agency beside its like, the period before and the same period last year',
        querystring: agencyRangeSchema,
        response: { 200: comparisonSchema },
      },
    },
    async (request) => {
      const { query } = request;
      const shown = await seen(db, actorOf(request), query, now());
      const asked = {
        from: query.from === undefined ? shown.from : parseDay(query.from),
        to: query.to === undefined ? shown.to : parseDay(query.to),
      };
      await projector.catchUpIfPossible();
      return readComparison(db, { ...query, ...shown, asked });
    },
  );

  app.get(
    '/api/results/drop-offs',
    {
      config: { access: 'results.read' },
      schema: {
        summary: 'At which step people left the form on the tablets of an agency',
        querystring: agencyRangeSchema,
        response: { 200: dropOffsSchema },
      },
    },
    async (request) => {
      const shown = await seen(db, actorOf(request), request.query, now());
      await projector.catchUpIfPossible();
      return readDropOffs(db, { ...request.query, ...shown });
    },
  );
}
