// Who somebody is to the pages: the account, and what its role may do.
import { z } from 'zod';
import { type Actor, PERMISSIONS, permits, ROLES } from '#domain/roles.ts';
import { findAgency } from '../agencies/queries.ts';
import type { Context } from '../context.ts';
import type { Account } from './queries.ts';

export const meSchema = z.object({
  accountId: z.string().nullable().describe('Null for the operator at the server and in a demonstration.'),
  username: z.string().nullable(),
  name: z.string(),
  role: z.enum(ROLES),
  agency: z
    .object({ id: z.string(), name: z.string() })
    .nullable()
    .describe('Whose subtree is theirs; null is everything.'),
  permissions: z.array(z.enum(PERMISSIONS)),
  mustChangePassword: z.boolean(),
  authenticator: z.boolean().describe('Whether signing in takes a code as well.'),
});
export type Me = z.output<typeof meSchema>;

export async function meOf({ db }: Context, actor: Actor, account: Account | null): Promise<Me> {
  const agency = actor.agencyId === null ? null : await findAgency(db, actor.agencyId);
  return {
    accountId: actor.accountId,
    username: account?.username ?? null,
    name: actor.name,
    role: actor.role,
    agency: agency && { id: agency.id, name: agency.name },
    permissions: PERMISSIONS.filter((permission) => permits(actor, permission)),
    mustChangePassword: account !== null && account.firstPasswordUntil !== null,
    authenticator: account !== null && account.totpSince !== null,
  };
}
