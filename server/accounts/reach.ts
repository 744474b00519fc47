// Which accounts somebody may manage, and where they may put one: in their own agency and below it.
import type { Actor } from '#domain/roles.ts';
import { agenciesWithin, agencyWithin } from '../agencies/scope.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { type Account, findAccount, listAccounts } from './queries.ts';

/** The accounts within reach, in order of name. */
export async function accountsWithin({ db }: Pick<Context, 'db'>, actor: Actor): Promise<Account[]> {
  if (actor.agencyId === null) return listAccounts(db);
  return listAccounts(
    db,
    (await agenciesWithin(db, actor)).map(({ id }) => id),
  );
}

/**
 * The account with an id, if it is within the actor's reach.
 * @throws Failure not_found/unknown_account, the same whether it is another's or nobody's
 */
export async function accountWithin({ db }: Pick<Context, 'db'>, actor: Actor, id: string): Promise<Account> {
  const found = await findAccount(db, id);
  const within =
    actor.agencyId === null ||
    (await agenciesWithin(db, actor)).some((agency) => agency.id === found?.agencyId);
  if (!found || !within) throw new Failure('not_found', 'unknown_account');
  return found;
}

/**
 * Refuses an agency that is not the actor's to give.
 * @throws Failure not_found/unknown_agency; the whole installation, too, is given by those who have it
 */
export async function refuseAgency(
  { db }: Pick<Context, 'db'>,
  actor: Actor,
  agencyId: string | null,
): Promise<void> {
  if (agencyId !== null) await agencyWithin(db, actor, agencyId);
  else if (actor.agencyId !== null) throw new Failure('not_found', 'unknown_agency');
}
