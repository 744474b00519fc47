import { z } from 'zod';
import {
  openPairingSchema,
  ownDeviceSchema,
  pairingRequestSchema,
  pairingSchema,
  signedBatchSchema,
  signedHeartbeatSchema,
} from '#domain/devices.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { addressOf, LIMITS } from '../http/limits.ts';
import type { Intake } from '../responses/intake.ts';
import { itemResultSchema } from '../responses/items.ts';
import { takeBatch } from './batches.ts';
import { takeHeartbeat } from './heartbeats.ts';
import { openPairing, ownView, viewPairing } from './pairing.ts';

const byId = z.object({ id: z.uuid().toLowerCase() });
const iso = (at: number) => new Date(at).toISOString();

/** What a tablet calls. Its signature is the proof; no session ever runs on it. */
export function tabletRoutes(app: App, context: Context, intake: Intake): void {
  app.post(
    '/api/pairings',
    {
      config: { access: 'public' },
      bodyLimit: 4096,
      schema: {
        summary: 'A tablet asks to be paired: 201 a new code, 200 the code that is still valid for this key',
        body: pairingRequestSchema,
        response: { 200: openPairingSchema, 201: openPairingSchema },
      },
    },
    async (request, reply) => {
      intake.limits.take(LIMITS.pairing, addressOf(request));
      const { pairing, created } = await openPairing(context, request.body);
      const { id, code, expiresAt } = pairing;
      const answer = { id, code, expiresAt: iso(expiresAt), now: iso(context.now()) };
      return reply.code(created ? 201 : 200).send(answer);
    },
  );

  app.get(
    '/api/pairings/:id',
    {
      config: { access: 'public' },
      schema: {
        summary: 'Whether a tablet has been paired, and as what',
        params: byId,
        response: { 200: pairingSchema },
      },
    },
    async (request) => ({
      ...(await viewPairing(context, request.params.id)),
      now: iso(context.now()),
    }),
  );

  app.post(
    '/api/devices/:id/batches',
    {
      config: { access: 'public' },
      bodyLimit: 2 * 1024 * 1024,
      schema: {
        summary:
          'Stores a signed batch at the end of the chain of its tablet; the newest one again is harmless',
        params: byId,
        body: signedBatchSchema,
        response: { 200: z.object({ sequence: z.int(), results: z.array(itemResultSchema) }) },
      },
    },
    async (request) => {
      const { body, params } = request;
      const results = await intake.limits.guard(
        LIMITS.badSignature,
        addressOf(request),
        () => takeBatch(context, intake, params.id, body),
        ({ code }) => code === 'bad_signature' || code === 'unknown_device',
      );
      return { sequence: body.sequence, results };
    },
  );

  app.post(
    '/api/devices/:id/heartbeats',
    {
      config: { access: 'public' },
      bodyLimit: 16 * 1024,
      schema: {
        summary: 'A signed sign of life; answers with the time and with what the tablet is now',
        params: byId,
        body: signedHeartbeatSchema,
        response: {
          200: z.object({ state: z.literal('active'), now: z.iso.datetime(), device: ownDeviceSchema }),
        },
      },
    },
    async (request) => {
      const { device, touchpoint } = await takeHeartbeat(context, request.params.id, request.body);
      return { state: 'active' as const, now: iso(context.now()), device: ownView(device, touchpoint) };
    },
  );
}
