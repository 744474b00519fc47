import { Secret, TOTP } from 'otpauth';
import { expect, it } from 'vitest';
import { hashPassword } from '../../server/accounts/passwords.ts';
import { DIALECTS } from '../support/databases.ts';
import { testServer } from '../support/server.ts';
import { staff } from '../support/staff.ts';

const PASSWORD = 'ba con cháu vui khoẻ';

async function withAuthenticator(dialect: (typeof DIALECTS)[number] = 'SQLite') {
  const server = await testServer({ dialect });
  const lan = await staff(server, 'administrator', null, {
    passwordHash: await hashPassword(PASSWORD, { random: true }),
  });
  const proposed = await lan.send('POST', '/api/me/authenticator', { password: PASSWORD });
  const { secret, address } = proposed.json();
  const codeAt = (offset = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: server.clock.now + offset });
  const confirmed = await lan.send('PUT', '/api/me/authenticator', { code: codeAt() });
  const signIn = (code?: string) =>
    server.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { username: lan.account.username, password: PASSWORD, code },
    });
  return { ...server, lan, secret, address, codeAt, confirmed, signIn };
}

it.each(DIALECTS)('signing in takes a code of the authenticator, each once (%s)', async (dialect) => {
  const { address, codeAt, confirmed, signIn, clock, lan } = await withAuthenticator(dialect);
  expect(address).toMatch(/^otpauth:\/\/totp\//);
  expect(confirmed.json().recoveryCodes).toHaveLength(8);
  expect((await lan.get('/api/me')).json().authenticator).toBe(true);
  expect((await signIn()).json().code).toBe('code_required');
  expect((await signIn(codeAt())).json().code).toBe('wrong_code');
  clock.now += 60_000;
  expect((await signIn('000000')).json().code).toBe('wrong_code');
  expect((await signIn(codeAt())).statusCode).toBe(200);
  expect((await signIn(codeAt())).json().code).toBe('wrong_code');
});

it('a code that two send at once opens one session', async () => {
  const { codeAt, signIn, clock } = await withAuthenticator();
  clock.now += 60_000;
  const replies = await Promise.all([signIn(codeAt()), signIn(codeAt())]);
  expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401]);
});

it('each recovery code opens the account once', async () => {
  const { confirmed, signIn } = await withAuthenticator();
  const [first, second] = confirmed.json().recoveryCodes;
  expect((await signIn(first)).statusCode).toBe(200);
  expect((await signIn(first)).statusCode).toBe(401);
  expect((await signIn(String(second).toUpperCase().replaceAll('-', ' '))).statusCode).toBe(200);
});

it('the secret is sealed in the database', async () => {
  const { context, secret } = await withAuthenticator();
  const kept = JSON.stringify(await context.db.read.select().from(context.db.tables.accounts));
  expect(kept).not.toContain(secret);
});

it('is added and removed with the password only', async () => {
  const { lan, signIn } = await withAuthenticator();
  const wrong = await lan.send('POST', '/api/me/authenticator/removal', { password: 'wrong' });
  expect([wrong.statusCode, wrong.json().code]).toEqual([422, 'wrong_password']);
  const again = await lan.send('POST', '/api/me/authenticator', { password: PASSWORD });
  expect(again.json().code).toBe('authenticator_in_use');
  expect((await lan.send('POST', '/api/me/authenticator/removal', { password: PASSWORD })).statusCode).toBe(
    204,
  );
  expect((await signIn()).statusCode).toBe(200);
});

it('counts only once a code of it was given', async () => {
  const server = await testServer();
  const lan = await staff(server, 'administrator', null, {
    passwordHash: await hashPassword(PASSWORD, { random: true }),
  });
  await lan.send('POST', '/api/me/authenticator', { password: PASSWORD });
  expect((await lan.send('PUT', '/api/me/authenticator', { code: '000000' })).json().code).toBe('wrong_code');
  expect((await lan.get('/api/me')).json().authenticator).toBe(false);
});

it('the operator and a demonstration have none', async () => {
  const { app } = await testServer();
  const reply = await app.inject({
    method: 'POST',
    url: '/api/me/authenticator',
    payload: { password: 'x' },
  });
  expect([reply.statusCode, reply.json().code]).toEqual([409, 'no_account']);
});
