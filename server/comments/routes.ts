import { z } from 'zod';
import { PERSONAL_DATA } from '#domain/comment-screening.ts';
import { COMMENT_LABEL_CODES, COMMENT_LABELS, COMMENT_STATUSES } from '#domain/comments.ts';
import { STEPS } from '#domain/steps.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { actorOf, doerOf } from '../http/access.ts';
import type { Follower } from '../responses/follower.ts';
import { agencyRangeSchema, readRange } from '../results/range.ts';
import { changeComment, openComment } from './changes.ts';
import { readCommentCounts } from './counts.ts';
import { MOST_COUNTED, MOST_FOUND, readComment, readComments, show } from './inbox.ts';
import { scheduleErasing } from './retention.ts';
import { newScreening } from './screening.ts';

const id = z.string().max(80);
const params = z.object({ id });
const label = z
  .string()
  .max(40)
  .refine((code) => COMMENT_LABEL_CODES.has(code), 'no such label');
const status = z.enum(COMMENT_STATUSES);
const named = z.object({ id: z.string(), name: z.string() });

const commentSchema = z.object({
  id: z.string(),
  agency: named,
  touchpoint: named,
  question: z.string().describe('Code of the question that it answers.'),
  day: z.iso.date().describe('The local day of answering; the hour would point at a person.'),
  parts: z
    .array(z.union([z.strictObject({ text: z.string() }), z.strictObject({ masked: z.enum(PERSONAL_DATA) })]))
    .nullable()
    .describe('Its words, personal data masked; null when they are erased.'),
  personal: z.boolean().describe('Whether personal data were found.'),
  allegation: z.boolean().describe('Hidden from the agency that it names.'),
  status,
  labels: z.array(z.string()),
});

const filterSchema = agencyRangeSchema.omit({ questionnaire: true }).extend({
  q: z.string().max(200).optional().describe('Words to be found, in any order, without diacritics.'),
  label: label.optional(),
  status: status.optional(),
  flagged: z.enum(['allegation', 'personal']).optional(),
});
const listSchema = filterSchema.extend({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(50),
});
const counts = z.record(z.string(), z.int());

/** How often new comments are screened when nobody looks into the inbox. */
const SCREEN_MS = 60_000;

export function commentRoutes(app: App, context: Context): void {
  const screening = newScreening(context.db);
  const report = (error: unknown) => app.log.error({ err: error }, 'comments');
  const timer = setInterval(() => screening.catchUp().catch(report), SCREEN_MS);
  const stopErasing = scheduleErasing(context, screening, report);
  app.addHook('onClose', async () => {
    clearInterval(timer);
    stopErasing();
  });
  inboxRoutes(app, context, screening);
  changeRoutes(app, context);
}

function inboxRoutes(app: App, context: Context, screening: Follower): void {
  const { now } = context;
  const read = { access: 'comments.read' as const };

  app.get(
    '/api/comments',
    {
      config: read,
      schema: {
        summary: 'What people wrote, newest day first, personal data masked',
        querystring: listSchema,
        response: {
          200: z.object({
            comments: z.array(commentSchema),
            total: z.int().describe(`Counted up to ${MOST_COUNTED}, by words up to ${MOST_FOUND}.`),
            more: z.boolean().describe('Whether there are more than were counted.'),
          }),
        },
      },
    },
    async (request) => {
      await screening.catchUp();
      return readComments(context, actorOf(request), {
        ...request.query,
        ...readRange(request.query, now()),
      });
    },
  );

  app.get(
    '/api/comments/counts',
    {
      config: read,
      schema: {
        summary: 'How many comments there are by status and label, over time',
        querystring: filterSchema.extend({ by: z.enum(STEPS).default('month') }),
        response: {
          200: z.object({
            statuses: counts,
            labels: counts,
            over: z.array(z.object({ from: z.iso.date(), to: z.iso.date(), n: z.int(), labels: counts })),
          }),
        },
      },
    },
    async (request) => {
      await screening.catchUp();
      return readCommentCounts(context, actorOf(request), {
        ...request.query,
        ...readRange(request.query, now()),
      });
    },
  );

  app.get(
    '/api/comments/labels',
    {
      config: read,
      schema: {
        summary: 'The labels there are',
        response: {
          200: z.object({
            labels: z.array(z.object({ code: z.string(), text: z.record(z.string(), z.string()) })),
          }),
        },
      },
    },
    async () => ({ labels: [...COMMENT_LABELS] }),
  );

  app.get(
    '/api/comments/:id',
    { config: read, schema: { summary: 'One comment, masked', params, response: { 200: commentSchema } } },
    async (request) => {
      const comment = await readComment(context, actorOf(request), request.params.id);
      const [shown] = await show(context.db, [comment]);
      return shown ?? Promise.reject(new RangeError('one comment is shown as one'));
    },
  );
}

function changeRoutes(app: App, context: Context): void {
  app.patch(
    '/api/comments/:id',
    {
      config: { access: 'comments.write' },
      schema: {
        summary:
          'Sets the status and the labels of a comment; the label `allegation` hides it from the agency',
        params,
        body: z.strictObject({ status: status.optional(), labels: z.array(label).max(20).optional() }),
        response: { 200: commentSchema },
      },
    },
    (request) => changeComment(context, doerOf(request), request.params.id, request.body),
  );

  app.post(
    '/api/comments/:id/opening',
    {
      config: { access: 'comments.open' },
      schema: {
        summary: 'The words of a comment with nothing masked; that somebody looked is written down',
        params,
        response: { 200: z.object({ id: z.string(), text: z.string() }) },
      },
    },
    (request) => openComment(context, doerOf(request), request.params.id),
  );
}
