import { z } from 'zod';
import { dayOf, formatDay, parseDay } from '#domain/days.ts';
import { findingsSchema, flaggedResponsesSchema } from '#domain/findings-view.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { actorOf } from '../http/access.ts';
import { agencyRangeSchema, readRange } from '../results/range.ts';
import { slicingOf } from '../slices/counting.ts';
import type { Projector } from '../tallies/projector.ts';
import { readFindings, readFlaggedResponses } from './findings.ts';

const querySchema = agencyRangeSchema
  .omit({ questionnaire: true })
  .describe('At most 92 days; by default the last 28.');

const DEFAULT_DAYS = 28;

export function integrityRoutes(app: App, context: Context, projector: Projector): void {
  const { db, now } = context;
  const slicing = slicingOf(db);
  const rangeOf = ({ from, to }: { from?: string | undefined; to?: string | undefined }) => {
    const last = to === undefined ? dayOf(now()) : parseDay(to);
    return readRange({ to, from: from ?? formatDay(last - DEFAULT_DAYS + 1) }, now());
  };

  app.get(
    '/api/integrity/findings',
    {
      config: { access: 'integrity.read' },
      schema: {
        summary: 'What looks odd about many responses together, and the rate with and without them',
        querystring: querySchema,
        response: {
          200: findingsSchema,
        },
      },
    },
    async (request) => {
      await Promise.all([slicing.catchUp(), projector.catchUpIfPossible()]);
      const { agency } = request.query;
      return readFindings(context, actorOf(request), { agency, ...rangeOf(request.query) });
    },
  );

  app.get(
    '/api/integrity/responses',
    {
      config: { access: 'integrity.read' },
      schema: {
        summary: 'The responses that a finding is about: when and how they came, not what they say',
        querystring: querySchema.extend({
          finding: z.string().max(40),
          page: z.coerce.number().int().min(1).default(1),
          size: z.coerce.number().int().min(1).max(200).default(50),
        }),
        response: {
          200: flaggedResponsesSchema,
        },
      },
    },
    async (request) => {
      await slicing.catchUp();
      return readFlaggedResponses(context, actorOf(request), { ...request.query, ...rangeOf(request.query) });
    },
  );
}
