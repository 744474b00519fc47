import { z } from 'zod';
import { receiptOf } from '#domain/receipts.ts';
import { type Submission, storedSchema, submissionSchema } from '#domain/submissions.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { addressOf, LIMITS } from '../http/limits.ts';
import type { Intake } from './intake.ts';
import { type ItemResult, itemResultSchema, parseItem, refusedItem } from './items.ts';
import { storeSubmission } from './storing.ts';

const LARGEST_BATCH = 200;

export function responseRoutes(app: App, context: Context, intake: Intake): void {
  const store = (submission: Submission) => storeSubmission(context, intake, submission);

  app.post(
    '/api/responses',
    {
      config: { access: 'public' },
      bodyLimit: 64 * 1024,
      schema: {
        summary: 'Stores one response: 201 stored, 200 already stored, 409 same id with other content',
        body: submissionSchema,
        response: { 200: storedSchema, 201: storedSchema },
      },
    },
    async (request, reply) => {
      intake.limits.take(LIMITS.address, addressOf(request));
      const status = await store(request.body);
      return reply.code(status).send({ id: request.body.id, receipt: receiptOf(request.body.id) });
    },
  );

  app.post(
    '/api/responses/batch',
    {
      config: { access: 'public' },
      bodyLimit: 2 * 1024 * 1024,
      schema: {
        summary: 'Stores several responses; one result per item, in order; a bad item spoils no other',
        body: z.object({ responses: z.array(z.unknown()).min(1).max(LARGEST_BATCH) }),
        response: { 200: z.object({ results: z.array(itemResultSchema) }) },
      },
    },
    async (request) => {
      const { responses } = request.body;
      intake.limits.take(LIMITS.address, addressOf(request), responses.length);
      return { results: await Promise.all(responses.map((item) => storeItem(item, store))) };
    },
  );
}

async function storeItem(
  item: unknown,
  store: (submission: Submission) => Promise<200 | 201>,
): Promise<ItemResult> {
  const parsed = parseItem(item);
  if ('refused' in parsed) return parsed.refused;
  const { id } = parsed.submission;
  try {
    return { status: await store(parsed.submission), id, receipt: receiptOf(id) };
  } catch (error) {
    return refusedItem(id, error);
  }
}
