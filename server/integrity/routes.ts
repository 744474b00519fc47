import { z } from 'zod';
import { dayOf, formatDay, parseDay } from '#domain/days.ts';
import { FINDING_KINDS } from '#domain/integrity-findings.ts';
import { MARKS } from '#domain/marks.ts';
import { CHANNELS } from '#domain/submissions.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { actorOf } from '../http/access.ts';
import { agencyRangeSchema, readRange } from '../results/range.ts';
import { slicingOf } from '../slices/counting.ts';
import type { Projector } from '../tallies/projector.ts';
import { readFindings, readFlaggedResponses } from './findings.ts';

const named = z.object({ id: z.string(), name: z.string() });
const findingSchema = z.object({
  id: z.string(),
  kind: z.enum(FINDING_KINDS),
  agency: named,
  touchpoint: named,
  from: z.iso.date(),
  to: z.iso.date(),
  hours: z
    .object({ from: z.string(), to: z.string() })
    .nullable()
    .describe('Local time, to the quarter of an hour.'),
  strength: z.int().min(1).max(3).describe('1 odd, 2 very odd, 3 hardly to be explained.'),
  why: z.record(z.string(), z.number()).describe('The numbers that the words are made of.'),
  responses: z.int(),
});
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
          200: z.object({
            findings: z.array(findingSchema),
            figure: z.object({
              questionnaire: z.string().nullable(),
              n: z.int(),
              rate: z.number().nullable(),
              flagged: z.int().describe('Responses that some finding is about.'),
              rateWithout: z.number().nullable().describe('Null where it would show what few people said.'),
            }),
          }),
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
          200: z.object({
            total: z.int(),
            responses: z.array(
              z.object({
                day: z.iso.date(),
                hour: z.int(),
                channel: z.enum(CHANNELS),
                seconds: z.int().describe('Rounded to ten.'),
                marks: z.array(z.enum(MARKS)),
              }),
            ),
          }),
        },
      },
    },
    async (request) => {
      await slicing.catchUp();
      return readFlaggedResponses(context, actorOf(request), { ...request.query, ...rangeOf(request.query) });
    },
  );
}
