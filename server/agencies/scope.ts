// Which agencies somebody may see: their own and everything below it. What lies outside does not exist for them.
import type { Actor } from '#domain/roles.ts';
import type { Database } from '../db/database.ts';
import { Failure } from '../errors.ts';
import { type Agency, listAgencies, subtrees } from './queries.ts';

/** The agencies within an actor's reach, in order of name. */
export async function agenciesWithin(db: Database, actor: Actor): Promise<Agency[]> {
  const all = await listAgencies(db);
  if (actor.agencyId === null) return all;
  const own = new Set(subtrees(all).get(actor.agencyId));
  return all.filter(({ id }) => own.has(id));
}

/**
 * The agency with an id, if it is within the actor's reach.
 * @throws Failure not_found/unknown_agency, the same whether it is another's or nobody's
 */
export async function agencyWithin(db: Database, actor: Actor, id: string): Promise<Agency> {
  const found = (await agenciesWithin(db, actor)).find((agency) => agency.id === id);
  if (!found) throw new Failure('not_found', 'unknown_agency');
  return found;
}
