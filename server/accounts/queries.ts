import { and, asc, eq, inArray, type SQL } from 'drizzle-orm';
import type { Actor } from '#domain/roles.ts';
import type { Database, Statement, Tables, Writer } from '../db/database.ts';

export type Account = Tables['accounts']['$inferSelect'];

/** An account as somebody who does something. */
export function actorFor({ id, name, role, agencyId }: Account): Actor {
  return { accountId: id, name, role, agencyId };
}

/** The accounts of some agencies, or all there are, in order of name. */
export async function listAccounts(
  { read, tables: { accounts } }: Database,
  agencies?: string[],
): Promise<Account[]> {
  const among = agencies && inArray(accounts.agencyId, agencies);
  return await read.select().from(accounts).where(among).orderBy(asc(accounts.name));
}

async function findWhere({ read, tables: { accounts } }: Database, which: SQL): Promise<Account | null> {
  const [found] = await read.select().from(accounts).where(which).limit(1);
  return found ?? null;
}

export const findAccount = (db: Database, id: string) => findWhere(db, eq(db.tables.accounts.id, id));
export const findUsername = (db: Database, username: string) =>
  findWhere(db, eq(db.tables.accounts.username, username));
export const findSsoSubject = (db: Database, subject: string) =>
  findWhere(db, eq(db.tables.accounts.ssoSubject, subject));

const populated = new WeakSet<Database>();

/** Whether anybody can sign in at all. Accounts are never deleted, so that once is for ever. */
export async function hasAccounts(db: Database): Promise<boolean> {
  if (populated.has(db)) return true;
  const { accounts } = db.tables;
  const found = await db.read.select({ id: accounts.id }).from(accounts).limit(1);
  if (found.length > 0) populated.add(db);
  return found.length > 0;
}

export function insertAccounts(tx: Writer, { accounts }: Tables, rows: Account[]): Statement {
  return tx.insertMany(accounts, rows);
}

export type AccountFields = Partial<Omit<Account, 'id' | 'username' | 'createdAt'>>;

export function updateAccount(
  tx: Writer,
  { accounts }: Tables,
  id: string,
  fields: AccountFields,
): Statement {
  return tx.update(accounts).set(fields).where(eq(accounts.id, id));
}

/**
 * Spends the half minute of an authenticator's code, unless that one or a later one was spent.
 * @returns as the statement's result, a row where it was spent now
 */
export function spendTotpStep(tx: Writer, { accounts }: Tables, account: Account, step: number): Statement {
  const unspent = account.totpStep === null ? undefined : eq(accounts.totpStep, account.totpStep);
  return tx
    .update(accounts)
    .set({ totpStep: step })
    .where(and(eq(accounts.id, account.id), unspent))
    .returning({ id: accounts.id });
}
