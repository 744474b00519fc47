import { z } from 'zod';
import { AGENCY_KINDS } from '#domain/agencies.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { actorOf } from '../http/access.ts';
import { agenciesWithin } from './scope.ts';

const agencySchema = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  kind: z.enum(AGENCY_KINDS),
  name: z.string(),
  nameEn: z.string().nullable(),
  unitCode: z.string().nullable(),
  agencyCode: z.string().nullable(),
});

export function agencyRoutes(app: App, { db }: Context): void {
  app.get(
    '/api/agencies',
    {
      config: { access: 'agencies.read' },
      schema: {
        summary: 'The agencies within reach, as a flat list with parents',
        response: { 200: z.object({ agencies: z.array(agencySchema) }) },
      },
    },
    async (request) => ({ agencies: await agenciesWithin(db, actorOf(request)) }),
  );
}
