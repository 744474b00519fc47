// What those who manage accounts change about them.
import type { Role } from '#domain/roles.ts';
import { type Doer, recordAudit } from '../audit/recording.ts';
import type { Context } from '../context.ts';
import { isTaken } from '../db/faults.ts';
import { Failure } from '../errors.ts';
import { type Account, type AccountFields, updateAccount } from './queries.ts';
import { refuseAgency } from './reach.ts';
import { deleteSessionsOf } from './sessions.ts';

export interface AccountChanges {
  name?: string;
  role?: Role;
  agencyId?: string | null;
  ssoSubject?: string | null;
}

/**
 * Changes what is given. Who has less than before keeps the session, and has less in it at once.
 * @throws Failure conflict: own_account for the own role or agency, sso_subject_taken; not_found/unknown_agency
 */
export async function changeAccount(
  context: Context,
  doer: Doer,
  account: Account,
  changes: AccountChanges,
): Promise<Account> {
  const own = account.id === doer.actor?.accountId;
  if (own && (changes.role !== undefined || changes.agencyId !== undefined))
    throw new Failure('conflict', 'own_account');
  if (changes.agencyId !== undefined && doer.actor) await refuseAgency(context, doer.actor, changes.agencyId);
  try {
    return await change(context, doer, account, changes, 'account.changed');
  } catch (error) {
    if (isTaken(error)) throw new Failure('conflict', 'sso_subject_taken');
    throw error;
  }
}

/**
 * Disables an account, or enables it again.
 * @throws Failure conflict/own_account: nobody shuts himself out
 */
export async function changeAccountState(
  context: Context,
  doer: Doer,
  account: Account,
  state: 'active' | 'disabled',
): Promise<Account> {
  if (account.id === doer.actor?.accountId) throw new Failure('conflict', 'own_account');
  if ((account.disabledAt !== null) === (state === 'disabled')) return account;
  const disabledAt = state === 'disabled' ? context.now() : null;
  return change(
    context,
    doer,
    account,
    { disabledAt },
    `account.${state === 'disabled' ? 'disabled' : 'enabled'}`,
  );
}

async function change(
  { db, now }: Context,
  doer: Doer,
  account: Account,
  fields: AccountFields,
  action: string,
): Promise<Account> {
  if (Object.keys(fields).length === 0) return account;
  const before = Object.fromEntries(Object.keys(fields).map((key) => [key, account[key as keyof Account]]));
  const subject = { kind: 'account', id: account.id };
  const entry = { ...doer, at: now(), action, subject, agencyId: account.agencyId, before, after: fields };
  await db.write((tx) => [
    updateAccount(tx, db.tables, account.id, fields),
    ...(fields.disabledAt ? [deleteSessionsOf(tx, db.tables, account.id)] : []),
    recordAudit(tx, db.tables, entry),
  ]);
  return { ...account, ...fields };
}

/** Ends every session of an account. */
export async function endSessions({ db, now }: Context, doer: Doer, account: Account): Promise<void> {
  const subject = { kind: 'account', id: account.id };
  const entry = { ...doer, at: now(), action: 'session.revoked', subject, agencyId: account.agencyId };
  await db.write((tx) => [deleteSessionsOf(tx, db.tables, account.id), recordAudit(tx, db.tables, entry)]);
}
