import { z } from 'zod';
import { AGENCY_KINDS } from '#domain/agencies.ts';
import { touchpointViewSchema } from '#domain/touchpoint-view.ts';
import { TOUCHPOINT_KINDS, TOUCHPOINT_STATES } from '#domain/touchpoints.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { addressOf, LIMITS, type Limits } from '../http/limits.ts';
import { listTouchpoints } from './queries.ts';
import { viewTouchpoint } from './view.ts';

const touchpointSchema = z.object({
  id: z.string(),
  code: z.string(),
  kind: z.enum(TOUCHPOINT_KINDS),
  name: z.string(),
  state: z.enum(TOUCHPOINT_STATES),
  questionnaire: z.string(),
  agency: z.object({ id: z.string(), name: z.string(), kind: z.enum(AGENCY_KINDS) }),
});

export function touchpointRoutes(app: App, context: Context, limits: Limits): void {
  app.get(
    '/api/touchpoints',
    {
      config: { access: 'touchpoints.read' },
      schema: {
        summary: 'Every touchpoint with its code',
        response: { 200: z.object({ touchpoints: z.array(touchpointSchema) }) },
      },
    },
    async () => ({ touchpoints: await listTouchpoints(context.db) }),
  );

  app.get(
    '/api/touchpoints/:code',
    {
      config: { access: 'public' },
      schema: {
        summary: "What a respondent's screen needs: agency, touchpoint, questionnaire version",
        params: z.object({ code: z.string().max(40) }),
        response: { 200: touchpointViewSchema },
      },
    },
    (request) =>
      limits.guard(LIMITS.wrongCode, addressOf(request), () => viewTouchpoint(context, request.params.code)),
  );
}
