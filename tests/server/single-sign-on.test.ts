// Against a real provider that runs beside: discovery, sign-in, the way back.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { describe, expect, it, onTestFinished } from 'vitest';
import { testServer } from '../support/server.ts';
import { staff } from '../support/staff.ts';

const BACK = 'http://localhost:8080/api/session/sso/return';

/** A provider where whoever comes is signed in at once as `person`. */
async function provider(person: { sub: string; preferred_username?: string }) {
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise((resolve) => void server.close(() => resolve())));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const oidc = new Provider(issuer, {
    clients: [{ client_id: 'lang-nghe', client_secret: 'a secret of the client', redirect_uris: [BACK] }],
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ ...person, sub }) }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId ?? '',
        accountId: ctx.oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  });
  const handle = async (...[request, response]: Parameters<ReturnType<typeof oidc.callback>>) => {
    if (request.url?.startsWith('/interaction/'))
      return oidc.interactionFinished(request, response, { login: { accountId: person.sub } });
    return oidc.callback()(request, response);
  };
  return issuer;
}

/** Walks through the provider's pages as a browser would, up to the address that leads back. */
async function walk(address: string): Promise<string> {
  const cookies = new Map<string, string>();
  for (let at = address; ; ) {
    if (at.startsWith(BACK)) return at;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const each of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = each.split(';')[0]?.split('=') ?? [];
      cookies.set(name, value);
    }
    const next = reply.headers.get('location');
    if (!next) throw new Error(`${at} leads nowhere: ${reply.status} ${await reply.text()}`);
    at = new URL(next, at).href;
  }
}

async function withProvider(
  person: { sub: string; preferred_username?: string },
  usernameClaim: string | null = null,
) {
  const server = await testServer();
  const issuer = new URL(await provider(person));
  server.context.config.singleSignOn = {
    issuer,
    clientId: 'lang-nghe',
    clientSecret: 'a secret of the client',
    usernameClaim,
  };
  const host = { host: 'localhost:8080' };
  const cookieOf = (reply: { headers: Record<string, unknown> }, name: string) =>
    [reply.headers['set-cookie']]
      .flat()
      .map(String)
      .find((each) => each.startsWith(`${name}=`))
      ?.split(';')[0] ?? '';
  const start = async (url = '/api/session/sso?next=/app/results', cookie = '') => {
    const reply = await server.app.inject({ url, headers: { ...host, cookie } });
    return { address: String(reply.headers.location), cookie: cookieOf(reply, 'sso'), reply };
  };
  const back = async (address: string, cookie: string) => {
    const { pathname, search } = new URL(address);
    const reply = await server.app.inject({ url: pathname + search, headers: { ...host, cookie } });
    return { location: reply.headers.location, session: cookieOf(reply, 'session') };
  };
  return { ...server, start, back };
}

const subject = { ssoSubject: 'person-1' };

describe('single sign-on', () => {
  it('signs in whoever the account is linked with, and leads on to where they wanted', async () => {
    const { app, context, start, back } = await withProvider({ sub: 'person-1' });
    const lan = await staff({ app, context }, 'inspector', null, subject);
    const { address, cookie } = await start();
    const { location, session } = await back(await walk(address), cookie);
    expect(location).toBe('/app/results');
    const me = await app.inject({ url: '/api/me', headers: { cookie: session } });
    expect(me.json().accountId).toBe(lan.account.id);
  });

  it('does not open an account of the same name unless the settings name the claim', async () => {
    for (const [claim, expected] of [
      [null, '/app/sign-in?refused=sso_unknown_account'],
      ['preferred_username', '/app/results'],
    ] as const) {
      const { app, context, start, back } = await withProvider(
        { sub: 'p2', preferred_username: 'Lan' },
        claim,
      );
      await staff({ app, context }, 'inspector', null, { username: 'lan', firstPasswordUntil: 1 });
      const { address, cookie } = await start();
      expect((await back(await walk(address), cookie)).location).toBe(expected);
    }
  });

  it('links the account of somebody who is signed in, and no second one', async () => {
    const { app, context, start, back } = await withProvider({ sub: 'person-1' });
    const [lan, minh] = [
      await staff({ app, context }, 'inspector'),
      await staff({ app, context }, 'inspector'),
    ];
    const first = await start('/api/me/sso?next=/app/me', lan.cookie);
    expect((await back(await walk(first.address), first.cookie)).location).toBe('/app/me');
    const second = await start('/api/me/sso', minh.cookie);
    expect((await back(await walk(second.address), second.cookie)).location).toBe(
      '/app/sign-in?refused=sso_subject_taken',
    );
  });

  it.each([
    ['without the browser that started', (address: string) => [address, ''] as const],
    [
      'with the state of another',
      (address: string, cookie: string) => [address.replace(/state=[^&]+/, 'state=x'), cookie] as const,
    ],
    [
      'with a made-up code',
      (address: string, cookie: string) => [address.replace(/code=[^&]+/, 'code=x'), cookie] as const,
    ],
    ['with a changed cookie', (address: string, cookie: string) => [address, `${cookie}x`] as const],
  ])('refuses whoever comes back %s', async (_how, change) => {
    const { app, context, start, back } = await withProvider({ sub: 'person-1' });
    await staff({ app, context }, 'inspector', null, subject);
    const { address, cookie } = await start();
    const reply = await back(...change(await walk(address), cookie));
    expect(reply).toEqual({ location: '/app/sign-in?refused=sso_failed', session: '' });
  });

  it('refuses a disabled account, and the same way back a second time', async () => {
    const { app, context, start, back } = await withProvider({ sub: 'person-1' });
    await staff({ app, context }, 'inspector', null, { ...subject, disabledAt: 1 });
    const { address, cookie } = await start();
    const returned = await walk(address);
    expect((await back(returned, cookie)).location).toBe('/app/sign-in?refused=sso_unknown_account');
    expect((await back(returned, cookie)).location).toBe('/app/sign-in?refused=sso_failed');
  });

  it('never leads on to another site', async () => {
    const { app, context, start, back } = await withProvider({ sub: 'person-1' });
    await staff({ app, context }, 'inspector', null, subject);
    const { address, cookie } = await start('/api/session/sso?next=//evil.example');
    expect((await back(await walk(address), cookie)).location).toBe('/app');
  });

  it('is not there without its settings', async () => {
    const { get } = await testServer();
    expect((await get('/api/session/sso')).json()).toEqual({ status: 404, code: 'no_single_sign_on' });
  });
});
