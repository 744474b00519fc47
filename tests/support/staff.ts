// Staff for tests: an account of a role and an agency, signed in, and requests in its name.
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Role } from '#domain/roles.ts';
import { toAccount } from '../../server/accounts/creation.ts';
import { type Account, insertAccounts } from '../../server/accounts/queries.ts';
import { insertSession, newSession } from '../../server/accounts/sessions.ts';
import type { TestServer } from './server.ts';

export interface Staff {
  account: Account;
  cookie: string;
  ask: (request: InjectOptions) => Promise<LightMyRequestResponse>;
  get: (url: string) => Promise<LightMyRequestResponse>;
  send: (
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    payload?: object,
  ) => Promise<LightMyRequestResponse>;
}

let count = 0;

/**
 * Somebody of a role, signed in without a password.
 * @param agencyId whose subtree is theirs; null is the whole installation
 */
export async function staff(
  { app, context }: Pick<TestServer, 'app' | 'context'>,
  role: Role,
  agencyId: string | null = null,
  fields: Partial<Account> = {},
): Promise<Staff> {
  count += 1;
  const { db, now } = context;
  const wanted = {
    username: `${role.replaceAll('_', '-')}-${count}`,
    name: `${role} ${count}`,
    role,
    agencyId,
  };
  const account = { ...toAccount(wanted, 'scrypt$10$$', now()), ...fields };
  const { token, session } = newSession(account.id, { headers: {} } as never, now());
  await db.write((tx) => [insertAccounts(tx, db.tables, [account]), insertSession(tx, db.tables, session)]);
  const cookie = `session=${token}`;
  const ask = (request: InjectOptions) =>
    app.inject({ ...request, headers: { cookie, ...request.headers }, remoteAddress: '10.1.2.3' });
  return {
    account,
    cookie,
    ask,
    get: (url) => ask({ url }),
    send: (method, url, payload) => ask({ method, url, ...(payload && { payload }) }),
  };
}
