import { describe, expect, it } from 'vitest';
import { createAccounts } from '../../server/accounts/creation.ts';
import { hashPassword } from '../../server/accounts/passwords.ts';
import { updateAccount } from '../../server/accounts/queries.ts';
import { OPERATOR } from '../../server/domain/roles.ts';
import { DIALECTS } from '../support/databases.ts';
import { testServer } from '../support/server.ts';
import { staff } from '../support/staff.ts';

const OWN = 'ba con cháu vui khoẻ';
const doer = { actor: OPERATOR, origin: null };

async function withAccount(options: Parameters<typeof testServer>[0] = {}) {
  const server = await testServer(options);
  const { context, app } = server;
  const wanted = { username: 'lan.nguyen', name: 'Nguyễn Thị Lan', role: 'agency_manager' as const };
  const [made] = await createAccounts(context, doer, [
    { ...wanted, agencyId: server.agencies[0]?.id ?? null },
  ]);
  if (!made) throw new Error('no account');
  const signIn = (
    password: string,
    { username = 'lan.nguyen', code = undefined as string | undefined, ...more } = {},
  ) => app.inject({ method: 'POST', url: '/api/session', payload: { username, password, code }, ...more });
  const choose = async () => {
    const passwordHash = await hashPassword(OWN);
    await context.db.write((tx) => [
      updateAccount(tx, context.db.tables, made.account.id, { passwordHash, firstPasswordUntil: null }),
    ]);
  };
  return { ...server, ...made, signIn, choose };
}

const cookiesOf = (reply: { headers: Record<string, unknown> }) =>
  [reply.headers['set-cookie']].flat().map(String);
const sessionOf = (reply: { headers: Record<string, unknown> }) =>
  cookiesOf(reply)
    .find((each) => each.startsWith('session='))
    ?.split(';')[0] ?? '';

describe('signing in', () => {
  it.each(DIALECTS)(
    'opens a session with a first password, good for nothing but choosing another (%s)',
    async (dialect) => {
      const { app, signIn, firstPassword } = await withAccount({ dialect });
      const reply = await signIn(firstPassword);
      expect([reply.statusCode, reply.json().mustChangePassword]).toEqual([200, true]);
      const cookie = sessionOf(reply);
      const refused = await app.inject({ url: '/api/agencies', headers: { cookie } });
      expect([refused.statusCode, refused.json().code]).toEqual([403, 'password_change_required']);
      const payload = { current: firstPassword, password: OWN };
      const changed = await app.inject({
        method: 'PUT',
        url: '/api/me/password',
        headers: { cookie },
        payload,
      });
      expect(changed.statusCode).toBe(204);
      const fresh = sessionOf(changed);
      expect((await app.inject({ url: '/api/agencies', headers: { cookie: fresh } })).statusCode).toBe(200);
      expect((await app.inject({ url: '/api/agencies', headers: { cookie } })).statusCode).toBe(401);
      expect((await signIn(firstPassword)).statusCode).toBe(401);
      expect((await signIn(OWN)).statusCode).toBe(200);
    },
  );

  it('says the same of a wrong password, an unknown name, a disabled account and a first password that ran out', async () => {
    const { context, clock, account, signIn, firstPassword } = await withAccount();
    const refused = { status: 401, code: 'wrong_credentials' };
    expect((await signIn('something else')).json()).toEqual(refused);
    expect((await signIn(firstPassword, { username: 'nobody' })).json()).toEqual(refused);
    const set = (fields: object) =>
      context.db.write((tx) => [updateAccount(tx, context.db.tables, account.id, fields)]);
    await set({ disabledAt: 1 });
    expect((await signIn(firstPassword)).json()).toEqual(refused);
    await set({ disabledAt: null });
    clock.now += 8 * 86_400_000;
    expect((await signIn(firstPassword)).json()).toEqual(refused);
  });

  it('slows down whoever guesses, and nobody else: neither another address nor a browser that was here before', async () => {
    const { signIn, choose, clock } = await withAccount();
    await choose();
    const known = cookiesOf(await signIn(OWN)).find((each) => each.startsWith('known='));
    for (let tries = 0; tries < 5; tries++) expect((await signIn('wrong')).statusCode).toBe(401);
    const waits = await signIn(OWN);
    expect([waits.statusCode, waits.json().code, waits.headers['retry-after']]).toEqual([
      429,
      'too_many_sign_ins',
      '1',
    ]);
    expect((await signIn(OWN, { remoteAddress: '10.9.9.9' } as never)).statusCode).toBe(200);
    const headers = { cookie: known?.split(';')[0] ?? '' };
    expect((await signIn(OWN, { headers } as never)).statusCode).toBe(200);
    const forged = { cookie: 'known=aaaa.bbbb' };
    expect((await signIn(OWN, { headers: forged } as never)).statusCode).toBe(429);
    clock.now += 1100;
    expect((await signIn(OWN)).statusCode).toBe(200);
  });

  it('hands out a fresh token whatever the browser brought, and ends the session that it had', async () => {
    const { app, signIn, choose } = await withAccount();
    await choose();
    const planted = await signIn(OWN, { headers: { cookie: 'session=planted' } } as never);
    const first = sessionOf(planted);
    expect(first).toMatch(/^session=[\w-]{43}$/);
    const again = await signIn(OWN, { headers: { cookie: first } } as never);
    expect(sessionOf(again)).not.toBe(first);
    expect((await app.inject({ url: '/api/me', headers: { cookie: first } })).statusCode).toBe(401);
  });

  it('gives cookies that no script reads and no other site sends, and names them for their host over https', async () => {
    const { signIn, choose, context } = await withAccount();
    await choose();
    for (const cookie of cookiesOf(await signIn(OWN)))
      expect(cookie).toMatch(/^(session|known)=.+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict$/);
    context.config.publicUrl = 'https://lang.example';
    for (const cookie of cookiesOf(await signIn(OWN)))
      expect(cookie).toMatch(/^__Host-(session|known)=.+; HttpOnly; SameSite=Strict; Secure$/);
  });

  it('keeps no token and no password in the database', async () => {
    const { context, signIn, choose, firstPassword } = await withAccount();
    await choose();
    const token = sessionOf(await signIn(OWN)).slice('session='.length);
    const { read, tables } = context.db;
    const kept = JSON.stringify([
      await read.select().from(tables.accounts),
      await read.select().from(tables.sessions),
      await read.select().from(tables.auditEntries),
    ]);
    for (const secret of [token, OWN, firstPassword]) expect(kept).not.toContain(secret);
  });

  it('is written down, as are refusals, the end, and never the name that was typed', async () => {
    const { app, context, account, signIn, choose } = await withAccount();
    await choose();
    await signIn('wrong');
    await signIn('wrong', { username: 'maybe-a-password' });
    const cookie = sessionOf(await signIn(OWN));
    await app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } });
    const entries = await context.db.read.select().from(context.db.tables.auditEntries);
    expect(entries.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ['account.created', account.id],
      ['session.refused', account.id],
      ['session.refused', 'unknown'],
      ['session.opened', account.id],
      ['session.closed', account.id],
    ]);
    expect(JSON.stringify(entries)).not.toContain('maybe-a-password');
    expect((await app.inject({ url: '/api/me', headers: { cookie } })).statusCode).toBe(401);
  });

  it.each([
    ['no body', undefined],
    ['no password', { username: 'a' }],
    ['a list', []],
    ['more than is asked', { username: 'a', password: 'b', role: 'administrator' }],
    ['a very long password', { username: 'a', password: 'x'.repeat(1001) }],
  ])('refuses %s as malformed', async (_what, payload) => {
    const { app } = await testServer();
    const reply = await app.inject({ method: 'POST', url: '/api/session', payload: payload as never });
    expect([reply.statusCode, reply.json().code]).toEqual([400, 'malformed']);
  });
});

describe('a session', () => {
  it('ends after eight hours without a request, and after seven days at the latest', async () => {
    const { app, context, clock } = await testServer();
    const HOUR = 3_600_000;
    const busy = await staff({ app, context }, 'inspector');
    const idle = await staff({ app, context }, 'inspector');
    for (let hours = 0; hours < 7 * 24; hours += 4) {
      expect((await busy.get('/api/me')).statusCode).toBe(200);
      clock.now += 4 * HOUR;
    }
    expect((await idle.get('/api/me')).statusCode).toBe(401);
    clock.now += 1;
    expect((await busy.get('/api/me')).json().code).toBe('not_signed_in');
  });

  it('can be ended from another one, and only by its owner', async () => {
    const server = await testServer();
    const lan = await staff(server, 'inspector');
    const other = await staff(server, 'inspector');
    const [session] = (await lan.get('/api/me/sessions')).json().sessions;
    expect(session).toMatchObject({ current: true });
    expect((await other.send('DELETE', `/api/me/sessions/${session.id}`)).json().code).toBe(
      'unknown_session',
    );
    expect((await lan.send('DELETE', '/api/me/sessions/others')).statusCode).toBe(204);
    expect((await lan.send('DELETE', `/api/me/sessions/${session.id}`)).statusCode).toBe(204);
    expect((await lan.get('/api/me')).statusCode).toBe(401);
    expect((await other.get('/api/me')).statusCode).toBe(200);
  });

  it('has what its account has now: a changed role counts at once, a disabled account has none', async () => {
    const server = await testServer();
    const boss = await staff(server, 'administrator');
    const lan = await staff(server, 'inspector');
    const id = lan.account.id;
    expect((await lan.get('/api/audit')).statusCode).toBe(200);
    expect((await boss.send('PATCH', `/api/accounts/${id}`, { role: 'counter_officer' })).statusCode).toBe(
      200,
    );
    expect((await lan.get('/api/audit')).json().code).toBe('not_allowed');
    expect((await boss.send('PUT', `/api/accounts/${id}/state`, { state: 'disabled' })).json().state).toBe(
      'disabled',
    );
    expect((await lan.get('/api/me')).statusCode).toBe(401);
  });
});

describe('a page of another site', () => {
  const url = '/api/touchpoints/nothing/code';
  it.each([
    ['that says it is one', { 'sec-fetch-site': 'cross-site' }],
    ['of the same domain', { 'sec-fetch-site': 'same-site' }],
    ['known by its origin', { origin: 'https://evil.example' }],
    ['without an origin of its own', { origin: 'null' }],
    ['whose name begins like ours', { origin: 'http://localhost:80.evil.example' }],
  ])('%s cannot act with a session, nor sign somebody in', async (_who, headers) => {
    const server = await testServer();
    const lan = await staff(server, 'administrator');
    for (const asked of [url, '/api/session', '/api/set-up']) {
      const reply = await lan.ask({ method: 'POST', url: asked, headers, payload: {} });
      expect([reply.statusCode, reply.json().code]).toEqual([403, 'foreign_origin']);
    }
  });

  it('is told from our own', async () => {
    const server = await testServer();
    const lan = await staff(server, 'administrator');
    const headers = {
      origin: 'http://localhost:8080',
      'sec-fetch-site': 'same-origin',
      host: 'localhost:8080',
    };
    expect((await lan.ask({ method: 'POST', url, headers })).json().code).toBe('unknown_touchpoint');
  });
});
