// Makes accounts and first passwords, which somebody else has seen and which therefore must be changed.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Issue } from '#domain/issues.ts';
import { ROLES } from '#domain/roles.ts';
import { type Doer, recordAudit } from '../audit/recording.ts';
import type { Context } from '../context.ts';
import { isTaken } from '../db/faults.ts';
import { Failure } from '../errors.ts';
import { hashPassword, newFirstPassword } from './passwords.ts';
import { type Account, findUsername, insertAccounts, listAccounts, updateAccount } from './queries.ts';
import { deleteSessionsOf } from './sessions.ts';

const FIRST_PASSWORD_MS = 7 * 24 * 3_600_000;

export const usernameSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9._-]{1,62})[a-z0-9]$/)
  .describe('3 to 64 of a–z, 0–9, dot, hyphen and underscore.');
export const personSchema = z.string().trim().min(1).max(200);
export const newAccountSchema = z.strictObject({
  username: usernameSchema,
  name: personSchema,
  role: z.enum(ROLES),
  agencyId: z
    .string()
    .max(80)
    .nullable()
    .describe('Whose subtree is theirs; null is the whole installation.'),
});
export type NewAccount = z.output<typeof newAccountSchema>;

export interface WithFirstPassword {
  account: Account;
  /** Shown once, good for seven days, and only to sign in and choose another. */
  firstPassword: string;
}

/** An account before it is stored. */
export function toAccount(wanted: NewAccount, passwordHash: string, at: number): Account {
  return {
    id: randomUUID(),
    ...wanted,
    passwordHash,
    firstPasswordUntil: null,
    totpSecret: null,
    totpSince: null,
    totpStep: null,
    ssoSubject: null,
    disabledAt: null,
    signedInAt: null,
    createdAt: at,
  };
}

/**
 * Creates accounts, all or none.
 * @returns each with its first password, in the same order
 * @throws Failure conflict/username_taken with an issue for each that is taken, also twice among themselves
 */
export async function createAccounts(
  { db, now }: Context,
  doer: Doer,
  wanted: NewAccount[],
): Promise<WithFirstPassword[]> {
  const at = now();
  const made: WithFirstPassword[] = [];
  await refuseTaken(db, wanted);
  for (const each of wanted) {
    const firstPassword = newFirstPassword();
    const account = toAccount(each, await hashPassword(firstPassword, { random: true }), at);
    made.push({ account: { ...account, firstPasswordUntil: at + FIRST_PASSWORD_MS }, firstPassword });
  }
  try {
    await db.write((tx) => [
      insertAccounts(
        tx,
        db.tables,
        made.map(({ account }) => account),
      ),
      ...made.map(({ account }, index) =>
        recordAudit(tx, db.tables, creationOf(account, wanted[index], doer)),
      ),
    ]);
  } catch (error) {
    if (isTaken(error)) await refuseTaken(db, wanted);
    throw error;
  }
  return made;
}

/** What the audit log keeps of a new account. */
export function creationOf({ id, agencyId, createdAt }: Account, after: NewAccount | undefined, doer: Doer) {
  const subject = { kind: 'account', id };
  return { ...doer, at: createdAt, action: 'account.created', subject, agencyId, after: after ?? null };
}

async function refuseTaken(db: Context['db'], wanted: NewAccount[]): Promise<void> {
  const taken = new Set((await listAccounts(db)).map(({ username }) => username));
  const issues: Issue[] = [];
  for (const [index, { username }] of wanted.entries()) {
    const path = wanted.length === 1 ? ['username'] : ['accounts', index, 'username'];
    if (taken.has(username)) issues.push({ path, code: 'username_taken' });
    taken.add(username);
  }
  if (issues.length > 0) throw new Failure('conflict', 'username_taken', issues);
}

/** Gives an account a new first password and ends its sessions; a lost authenticator is forgotten with it. */
export async function resetPassword(
  { db, now }: Context,
  doer: Doer,
  account: Account,
): Promise<WithFirstPassword> {
  const firstPassword = newFirstPassword();
  const at = now();
  const changed = {
    passwordHash: await hashPassword(firstPassword, { random: true }),
    firstPasswordUntil: at + FIRST_PASSWORD_MS,
    totpSecret: null,
    totpSince: null,
    totpStep: null,
  };
  const subject = { kind: 'account', id: account.id };
  const entry = { ...doer, at, action: 'account.password_reset', subject, agencyId: account.agencyId };
  await db.write((tx) => [
    updateAccount(tx, db.tables, account.id, changed),
    deleteSessionsOf(tx, db.tables, account.id),
    recordAudit(tx, db.tables, entry),
  ]);
  return { account: { ...account, ...changed }, firstPassword };
}

/** @throws Failure not_found/unknown_account */
export async function accountNamed(db: Context['db'], username: string): Promise<Account> {
  const account = await findUsername(db, username);
  if (!account) throw new Failure('not_found', 'unknown_account');
  return account;
}
