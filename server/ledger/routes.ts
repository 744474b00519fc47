import { z } from 'zod';
import { normaliseReceipt } from '#domain/receipts.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { addressOf, LIMITS, type Limits } from '../http/limits.ts';
import type { Projector } from '../tallies/projector.ts';
import { formatVerifier } from './note.ts';
import { proveReceipt } from './proof.ts';
import { checkpointsAfter, checkpointUpTo } from './queries.ts';

const PAGE = 1000;

export function ledgerRoutes(app: App, context: Context, projector: Projector, limits: Limits): void {
  const { db, signer } = context;

  app.get(
    '/api/ledger/key',
    {
      config: { access: 'public' },
      schema: {
        summary: 'The key that checkpoints are verified with (C2SP verifier key)',
        produces: ['text/plain'],
      },
    },
    async (_request, reply) => reply.type('text/plain; charset=utf-8').send(`${formatVerifier(signer)}\n`),
  );

  app.get(
    '/api/ledger/checkpoint',
    {
      config: { access: 'public' },
      schema: {
        summary: 'The newest signed checkpoint (C2SP tlog-checkpoint), to be kept',
        produces: ['text/plain'],
      },
    },
    async (_request, reply) => {
      const newest = await checkpointUpTo(db, Number.MAX_SAFE_INTEGER);
      if (!newest) throw new Failure('not_found', 'no_checkpoint');
      return reply.type('text/plain; charset=utf-8').send(newest.note);
    },
  );

  app.get(
    '/api/ledger/checkpoints',
    {
      config: { access: 'public' },
      schema: {
        summary: 'Kept checkpoints of more than `after` responses, smallest first, at most 1,000',
        querystring: z.object({ after: z.coerce.number().int().min(0).default(0) }),
        response: {
          200: z.object({
            checkpoints: z.array(z.object({ size: z.int(), createdAt: z.iso.datetime(), note: z.string() })),
          }),
        },
      },
    },
    async ({ query }) => {
      const checkpoints = await checkpointsAfter(db, query.after, PAGE);
      return {
        checkpoints: checkpoints.map(({ size, note, createdAt }) => ({
          size,
          note,
          createdAt: new Date(createdAt).toISOString(),
        })),
      };
    },
  );

  app.get(
    '/api/receipts/:receipt',
    {
      config: { access: 'public' },
      schema: {
        summary: 'Whether the response with a receipt is counted, with the proof; never an answer',
        params: z.object({ receipt: z.string().max(40) }),
        response: {
          200: z.object({
            receipt: z.string(),
            position: z.int(),
            leafHash: z.string(),
            path: z.array(z.string()).nullable(),
            checkpoint: z.string().nullable(),
          }),
        },
      },
    },
    (request) =>
      limits.guard(LIMITS.wrongReceipt, addressOf(request), async () => {
        const receipt = normaliseReceipt(request.params.receipt);
        await projector.catchUp();
        const proof = receipt ? await proveReceipt(db, receipt) : null;
        if (!receipt || !proof) throw new Failure('not_found', 'unknown_receipt');
        return { receipt, ...proof };
      }),
  );
}
