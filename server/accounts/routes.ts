// Who somebody is to the server, and what they may do.
import { z } from 'zod';
import { allows, PERMISSIONS, ROLES } from '#domain/roles.ts';
import { findAgency } from '../agencies/queries.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { actorOf } from '../http/access.ts';

const meSchema = z.object({
  accountId: z.string().nullable().describe('Null for the operator at the server and in a demonstration.'),
  username: z.string().nullable(),
  name: z.string(),
  role: z.enum(ROLES),
  agency: z.object({ id: z.string(), name: z.string() }).nullable().describe('Null is everything.'),
  permissions: z.array(z.enum(PERMISSIONS)),
  mustChangePassword: z.boolean(),
});

export function accountRoutes(app: App, { db }: Context): void {
  app.get(
    '/api/me',
    {
      config: { access: 'signed_in' },
      schema: { summary: 'Who is signed in, and what they may do', response: { 200: meSchema } },
    },
    async (request) => {
      const { accountId, name, role, agencyId } = actorOf(request);
      return {
        accountId,
        username: null,
        name,
        role,
        agency: agencyId === null ? null : await findAgency(db, agencyId),
        permissions: PERMISSIONS.filter((permission) => allows(role, permission)),
        mustChangePassword: false,
      };
    },
  );
}
