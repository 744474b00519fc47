// The list of accounts as staff look through it: searched, filtered, sorted, a page at a time.
import type { Actor, Role } from '#domain/roles.ts';
import { matches } from '#domain/search.ts';
import { listAgencies } from '../agencies/queries.ts';
import { agencyWithin } from '../agencies/scope.ts';
import type { Context } from '../context.ts';
import type { Database } from '../db/database.ts';
import type { Account } from './queries.ts';
import { accountsWithin } from './reach.ts';

export const ACCOUNT_SORTS = ['name', 'username', 'role', 'agency', 'signedIn', 'created'] as const;
export const ACCOUNT_STATES = ['active', 'invited', 'disabled'] as const;

export interface AccountQuery {
  q?: string | undefined;
  role?: Role | undefined;
  state?: (typeof ACCOUNT_STATES)[number] | undefined;
  agency?: string | undefined;
  sort: (typeof ACCOUNT_SORTS)[number];
  order: 'asc' | 'desc';
  page: number;
  size?: number | undefined;
}

/** An account without anything that opens it. */
export interface ShownAccount extends Pick<Account, 'id' | 'username' | 'name' | 'role'> {
  agency: { id: string; name: string } | null;
  state: (typeof ACCOUNT_STATES)[number];
  authenticator: boolean;
  signedInAt: string | null;
  createdAt: string;
}

/** The page that was asked for, and how many accounts match altogether. */
export async function readAccounts(
  context: Pick<Context, 'db'>,
  actor: Actor,
  query: AccountQuery,
): Promise<{ accounts: ShownAccount[]; total: number }> {
  if (query.agency) await agencyWithin(context.db, actor, query.agency);
  const names = await agencyNames(context.db);
  const found = (await accountsWithin(context, actor))
    .map((account) => show(account, names))
    .filter((account) => fits(account, query))
    .sort(comparing(query));
  const { page, size = found.length } = query;
  return { accounts: found.slice((page - 1) * size, page * size), total: found.length };
}

export async function showAccounts(db: Database, accounts: Account[]): Promise<ShownAccount[]> {
  const names = await agencyNames(db);
  return accounts.map((account) => show(account, names));
}

export async function showAccount(db: Database, account: Account): Promise<ShownAccount> {
  return show(account, await agencyNames(db));
}

async function agencyNames(db: Database): Promise<Map<string, string>> {
  return new Map((await listAgencies(db)).map(({ id, name }) => [id, name]));
}

function show(account: Account, names: Map<string, string>): ShownAccount {
  const { id, username, name, role, agencyId, signedInAt, createdAt } = account;
  return {
    id,
    username,
    name,
    role,
    agency: agencyId === null ? null : { id: agencyId, name: names.get(agencyId) ?? '' },
    state: stateOf(account),
    authenticator: account.totpSince !== null,
    signedInAt: signedInAt === null ? null : new Date(signedInAt).toISOString(),
    createdAt: new Date(createdAt).toISOString(),
  };
}

function stateOf({ disabledAt, firstPasswordUntil }: Account): ShownAccount['state'] {
  if (disabledAt !== null) return 'disabled';
  return firstPasswordUntil === null ? 'active' : 'invited';
}

function fits(account: ShownAccount, { q = '', role, state, agency }: AccountQuery): boolean {
  if (role && account.role !== role) return false;
  if (state && account.state !== state) return false;
  if (agency && account.agency?.id !== agency) return false;
  return matches(`${account.name} ${account.username} ${account.agency?.name ?? ''}`, q);
}

const vietnamese = new Intl.Collator('vi', { numeric: true });

function comparing({ sort, order }: AccountQuery) {
  const by: Record<AccountQuery['sort'], (account: ShownAccount) => string> = {
    name: ({ name }) => name,
    username: ({ username }) => username,
    role: ({ role }) => role,
    agency: ({ agency }) => agency?.name ?? '',
    signedIn: ({ signedInAt }) => signedInAt ?? '',
    created: ({ createdAt }) => createdAt,
  };
  const sign = order === 'asc' ? 1 : -1;
  return (a: ShownAccount, b: ShownAccount) =>
    sign * vietnamese.compare(by[sort](a), by[sort](b)) || vietnamese.compare(a.username, b.username);
}
