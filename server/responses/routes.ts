import { z } from 'zod';
import type { Issue } from '#domain/issues.ts';
import { receiptOf } from '#domain/receipts.ts';
import { type Submission, storedSchema, submissionSchema } from '#domain/submissions.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { addressOf, LIMITS } from '../http/limits.ts';
import type { Intake } from './intake.ts';
import { storeSubmission } from './storing.ts';

const LARGEST_BATCH = 200;
const issueSchema = z.object({ path: z.array(z.union([z.string(), z.int()])), code: z.string() });
const batchResultSchema = z.object({
  status: z.int().describe('As the single route would have answered: 201, 200, 400, 409 or 422.'),
  id: z.string().nullable(),
  receipt: z.string().optional(),
  code: z.string().optional(),
  issues: z.array(issueSchema).optional(),
});
type BatchResult = z.infer<typeof batchResultSchema>;

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
        response: { 200: z.object({ results: z.array(batchResultSchema) }) },
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
): Promise<BatchResult> {
  const parsed = submissionSchema.safeParse(item);
  if (!parsed.success) {
    const given = (item as { id?: unknown } | null)?.id;
    const issues = parsed.error.issues.map(({ path, code }): Issue => ({ path: path.map(toStep), code }));
    return { status: 400, id: typeof given === 'string' ? given : null, code: 'malformed', issues };
  }
  const { id } = parsed.data;
  try {
    return { status: await store(parsed.data), id, receipt: receiptOf(id) };
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === 'overloaded' || error.kind === 'too_many') throw error;
    return { status: error.status, id, code: error.code, issues: error.issues };
  }
}

const toStep = (step: PropertyKey) => (typeof step === 'symbol' ? String(step) : step);
