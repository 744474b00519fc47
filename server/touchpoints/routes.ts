import { z } from 'zod';
import { AGENCY_KINDS } from '#domain/agencies.ts';
import { touchpointViewSchema } from '#domain/touchpoint-view.ts';
import { TOUCHPOINT_KINDS, TOUCHPOINT_STATES } from '#domain/touchpoints.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { actorOf, doerOf } from '../http/access.ts';
import { addressOf, LIMITS, type Limits } from '../http/limits.ts';
import { newChallenge } from '../responses/proofs.ts';
import { changeState, changeTouchpoint, createTouchpoints, renewCode } from './changes.ts';
import { readTouchpoints, TOUCHPOINT_SORTS } from './listing.ts';
import type { Touchpoint } from './queries.ts';
import { openTouchpoint, viewTouchpoint } from './view.ts';

const touchpointSchema = z.object({
  id: z.string(),
  code: z.string(),
  kind: z.enum(TOUCHPOINT_KINDS),
  name: z.string(),
  state: z.enum(TOUCHPOINT_STATES),
  questionnaire: z.string(),
  proof: z.boolean().describe('Whether it asks for proof of work.'),
});
const listedSchema = touchpointSchema.extend({
  agency: z.object({ id: z.string(), name: z.string(), kind: z.enum(AGENCY_KINDS) }),
  answers: z.int().describe('Responses up to yesterday.'),
  lastAnswer: z.string().nullable().describe('The last day with an answer, up to yesterday.'),
});
const name = z.string().trim().min(1).max(200);
const kind = z.enum(TOUCHPOINT_KINDS);
const questionnaire = z.string().max(80);
const params = z.object({ id: z.string().max(80) });
const byCode = z.object({ code: z.string().max(40) });
const write = { access: 'touchpoints.write' as const };

export function touchpointRoutes(app: App, context: Context, limits: Limits): void {
  listRoute(app, context);
  creationRoutes(app, context);
  changeRoutes(app, context);
  challengeRoute(app, context, limits);
  app.get(
    '/api/touchpoints/:code',
    {
      config: { access: 'public' },
      schema: {
        summary: "What a respondent's screen needs: agency, touchpoint, questionnaire version",
        params: byCode,
        response: { 200: touchpointViewSchema },
      },
    },
    (request) =>
      limits.guard(LIMITS.wrongCode, addressOf(request), () => viewTouchpoint(context, request.params.code)),
  );
}

/** Nothing of it is kept, so that anybody may ask as often as they like. */
function challengeRoute(app: App, context: Context, limits: Limits): void {
  app.get(
    '/api/touchpoints/:code/challenge',
    {
      config: { access: 'public' },
      schema: {
        summary: 'A challenge for proof of work, to be asked for where the touchpoint says `proof`',
        params: byCode,
        response: { 200: z.object({ challenge: z.string().describe('`BITS.EXPIRES.SIGNATURE`') }) },
      },
    },
    async (request, reply) => {
      const touchpoint = await limits.guard(LIMITS.wrongCode, addressOf(request), () =>
        openTouchpoint(context, request.params.code),
      );
      reply.header('cache-control', 'no-store');
      return { challenge: newChallenge(context, touchpoint) };
    },
  );
}

function listRoute(app: App, context: Context): void {
  app.get(
    '/api/touchpoints',
    {
      config: { access: 'touchpoints.read' },
      schema: {
        summary: 'The touchpoints within reach; all of them where no size is given',
        querystring: z.object({
          q: z
            .string()
            .max(200)
            .optional()
            .describe('Words of the name, agency or code, without diacritics.'),
          agency: z.string().max(80).optional(),
          kind: kind.optional(),
          state: z.enum(TOUCHPOINT_STATES).optional(),
          questionnaire: questionnaire.optional(),
          sort: z.enum(TOUCHPOINT_SORTS).default('agency'),
          order: z.enum(['asc', 'desc']).default('asc'),
          page: z.coerce.number().int().min(1).default(1),
          size: z.coerce.number().int().min(1).max(1000).optional(),
        }),
        response: { 200: z.object({ touchpoints: z.array(listedSchema), total: z.int() }) },
      },
    },
    (request) => readTouchpoints(context, actorOf(request), request.query),
  );
}

function creationRoutes(app: App, context: Context): void {
  app.post(
    '/api/touchpoints',
    {
      config: write,
      schema: {
        summary: 'Creates a touchpoint of an agency',
        body: z.strictObject({ agency: z.string().max(80), kind, name, questionnaire }),
        response: { 201: touchpointSchema },
      },
    },
    async (request, reply) => {
      const { agency, ...rest } = request.body;
      const [created] = await createTouchpoints(context, doerOf(request), { ...rest, agencies: [agency] });
      if (!created) throw new Error('nothing was created');
      return reply.code(201).send(shown(created));
    },
  );

  app.post(
    '/api/touchpoints/batch',
    {
      config: write,
      schema: {
        summary: 'Creates a touchpoint for each of several agencies; `{agency}` in the name is its name',
        body: z.strictObject({
          agencies: z.array(z.string().max(80)).min(1).max(4000),
          kind,
          name,
          questionnaire,
        }),
        response: { 201: z.object({ touchpoints: z.array(touchpointSchema) }) },
      },
    },
    async (request, reply) => {
      const created = await createTouchpoints(context, doerOf(request), request.body);
      return reply.code(201).send({ touchpoints: created.map(shown) });
    },
  );
}

function changeRoutes(app: App, context: Context): void {
  app.patch(
    '/api/touchpoints/:id',
    {
      config: write,
      schema: {
        summary:
          'Renames a touchpoint, changes its kind, the questionnaire that it offers, whether it asks for proof',
        params,
        body: z.strictObject({
          name: name.optional(),
          kind: kind.optional(),
          questionnaire: questionnaire.optional(),
          proof: z.boolean().optional(),
        }),
        response: { 200: touchpointSchema },
      },
    },
    async (request) =>
      shown(await changeTouchpoint(context, doerOf(request), request.params.id, request.body)),
  );

  app.put(
    '/api/touchpoints/:id/state',
    {
      config: write,
      schema: {
        summary: 'Pauses, resumes or revokes a touchpoint; revoking is for ever',
        params,
        body: z.strictObject({ state: z.enum(TOUCHPOINT_STATES) }),
        response: { 200: touchpointSchema },
      },
    },
    async (request) =>
      shown(await changeState(context, doerOf(request), request.params.id, request.body.state)),
  );

  app.post(
    '/api/touchpoints/:id/code',
    {
      config: write,
      schema: {
        summary: 'Gives a touchpoint a new code; the old one says that it was replaced',
        params,
        response: { 201: touchpointSchema },
      },
    },
    async (request, reply) =>
      reply.code(201).send(shown(await renewCode(context, doerOf(request), request.params.id))),
  );
}

function shown({ id, code, kind, name, state, questionnaireId, asksForProof }: Touchpoint) {
  return { id, code, kind, name, state, questionnaire: questionnaireId, proof: asksForProof };
}
