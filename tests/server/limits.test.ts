import { describe, expect, it } from 'vitest';
import { LARGEST_BATCH } from '#domain/device-signing.ts';
import { readConfig } from '../../server/config.ts';
import { LIMITS } from '../../server/http/limits.ts';
import { responsesAfter } from '../../server/responses/queries.ts';
import { DIALECTS } from '../support/databases.ts';
import { allCriteria, submission, type TestServer, testServer } from '../support/server.ts';
import { formIn, postForm, surveyServer } from '../support/survey.ts';
import { Tablet } from '../support/tablet.ts';

const OFFICE = '203.0.113.7';
const ELSEWHERE = '203.0.113.8';

const from = (server: TestServer, remoteAddress: string, url: string, payload?: object) =>
  server.app.inject({ method: payload ? 'POST' : 'GET', url, remoteAddress, ...(payload && { payload }) });

function batch(server: TestServer, size: number, touchpoint = 0) {
  const code = server.touchpoints[touchpoint]?.code ?? '';
  return { responses: Array.from({ length: size }, () => submission(code, { channel: 'kiosk' })) };
}

describe.each(DIALECTS)('limits on %s', (dialect) => {
  it('let an office send 2,000 stored answers from one address at once', async () => {
    const server = await testServer({ dialect });
    for (let sent = 0; sent < 2000; sent += 200) {
      const reply = await from(server, OFFICE, '/api/responses/batch', batch(server, 200, (sent / 200) % 3));
      expect(reply.statusCode).toBe(200);
      expect(reply.json().results.every(({ status }: { status: number }) => status === 201)).toBe(true);
    }
    expect(await responsesAfter(server.context.db, 0, 5000)).toHaveLength(2000);
  });

  it('make one browser tab wait that sends too many, and say for how long, while others go on', async () => {
    const server = await testServer({ dialect });
    const code = server.touchpoints[0]?.code ?? '';
    for (let sent = 0; sent < LIMITS.browser.most; sent++)
      expect((await server.submit(submission(code, { browser: 'one' }))).statusCode).toBe(201);
    server.clock.now += 60_000;
    const refused = await server.submit(submission(code, { browser: 'one' }));
    expect(refused.statusCode).toBe(429);
    expect(refused.headers['retry-after']).toBe('240');
    expect(refused.json()).toEqual({ status: 429, code: 'too_many_requests' });
    expect((await server.submit(submission(code, { browser: 'two' }))).statusCode).toBe(201);
    server.clock.now += 240_000;
    expect((await server.submit(submission(code, { browser: 'one' }))).statusCode).toBe(201);
  });
});

it('a script that hammers one touchpoint has to wait, and nobody at another', async () => {
  const server = await testServer();
  const body = submission(server.touchpoints[0]?.code ?? '');
  const size = 200;
  const same = { responses: Array.from({ length: size }, () => body) };
  for (let sent = 0; sent < LIMITS.touchpoint.most; sent += size)
    expect((await from(server, OFFICE, '/api/responses/batch', same)).statusCode).toBe(200);
  expect((await from(server, ELSEWHERE, '/api/responses/batch', same)).statusCode).toBe(429);
  expect((await from(server, OFFICE, '/api/responses', body)).json().code).toBe('too_many_requests');
  expect((await from(server, OFFICE, '/api/responses/batch', batch(server, 1, 1))).statusCode).toBe(200);
});

it.each([
  ['codes', '/api/touchpoints/', LIMITS.wrongCode.most],
  ['receipts', '/api/receipts/', LIMITS.wrongReceipt.most],
])('whoever tries %s has to wait, alone', async (_what, path, most) => {
  const server = await testServer();
  for (let tried = 0; tried < most; tried++)
    expect((await from(server, OFFICE, `${path}22222222`)).statusCode).toBe(404);
  const refused = await from(server, OFFICE, `${path}22222222`);
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '600']);
  expect((await from(server, ELSEWHERE, `${path}22222222`)).statusCode).toBe(404);
  // Behind a proxy on the same machine nobody can be told from anybody.
  expect((await from(server, '127.0.0.1', `${path}22222222`)).statusCode).toBe(404);
});

it('opening a touchpoint that is there counts for nothing', async () => {
  const server = await testServer();
  const path = `/api/touchpoints/${server.touchpoints[0]?.code}`;
  for (let opened = 0; opened <= LIMITS.wrongCode.most; opened++)
    expect((await from(server, OFFICE, path)).statusCode).toBe(200);
});

describe('a paired tablet', () => {
  const few = (server: TestServer) => [submission(server.touchpoints[0]?.code ?? '')];

  it.each(['active', 'revoked'])('that floods while it is %s has to wait, and no other', async (state) => {
    const server = await testServer();
    const [rogue, honest] = [await Tablet.paired(server), await Tablet.paired(server)];
    const { batch } = await rogue.deliver(few(server));
    if (state === 'revoked') await rogue.post(`/api/devices/${rogue.id}/revocation`, undefined);
    for (let sent = 1; sent < LIMITS.device.most; sent++)
      expect((await rogue.send(batch)).statusCode).toBe(state === 'active' ? 200 : 410);
    const refused = await rogue.send(batch);
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '60']);
    await honest.deliver(few(server));
    expect((await server.submit(few(server)[0])).statusCode).toBe(201);
    server.clock.now += 60_000;
    expect((await rogue.send(batch)).statusCode).toBe(state === 'active' ? 200 : 410);
  });

  it('is not held up by whoever sends in its name, who has to wait', async () => {
    const server = await testServer();
    const [tablet, stranger] = [await Tablet.paired(server), await Tablet.make(server)];
    stranger.id = tablet.id;
    const forged = await stranger.batch({ responses: few(server) });
    const url = `/api/devices/${tablet.id}/batches`;
    for (let sent = 0; sent < LIMITS.badSignature.most; sent++)
      expect((await from(server, OFFICE, url, forged)).statusCode).toBe(403);
    expect((await from(server, OFFICE, url, forged)).statusCode).toBe(429);
    await tablet.deliver(few(server));
    const device = (await server.get('/api/devices')).json().devices[0];
    expect(device.refusals).toEqual({ bad_signature: LIMITS.badSignature.most });
  });

  it('sends what a month without network left within one minute', async () => {
    const server = await testServer();
    const tablet = await Tablet.paired(server);
    // Empty ones count like full ones, and take less of the test's time.
    for (let sent = 0; sent < 10_000 / LARGEST_BATCH; sent++) await tablet.deliver([]);
  });
});

describe('behind a proxy', () => {
  const PROXY = '10.0.0.5';
  const tryCode = (server: TestServer, remoteAddress: string, caller: string) =>
    server.app.inject({
      url: '/api/touchpoints/22222222',
      remoteAddress,
      headers: { 'x-forwarded-for': caller },
    });
  const exhaust = async (server: TestServer, remoteAddress: string, caller: string) => {
    for (let tried = 0; tried < LIMITS.wrongCode.most; tried++) await tryCode(server, remoteAddress, caller);
  };

  it('that is not trusted, what it says about the caller is not believed', async () => {
    const server = await testServer();
    await exhaust(server, PROXY, OFFICE);
    expect((await tryCode(server, PROXY, ELSEWHERE)).statusCode).toBe(429);
    expect((await tryCode(server, '10.0.0.6', OFFICE)).statusCode).toBe(404);
  });

  it('that is trusted, limits count the caller', async () => {
    const server = await testServer({ settings: { TRUST_PROXY: 'loopback, 10.0.0.0/24' } });
    await exhaust(server, PROXY, OFFICE);
    expect((await tryCode(server, PROXY, OFFICE)).statusCode).toBe(429);
    expect((await tryCode(server, '127.0.0.1', OFFICE)).statusCode).toBe(429);
    expect((await tryCode(server, PROXY, ELSEWHERE)).statusCode).toBe(404);
    // Whoever reaches the server without the proxy chooses no address.
    expect((await tryCode(server, '198.51.100.1', OFFICE)).statusCode).toBe(404);
    // What the caller itself put before the proxy's word does not count.
    expect((await tryCode(server, PROXY, `${ELSEWHERE}, ${OFFICE}`)).statusCode).toBe(429);
  });

  it('that is trusted, nobody becomes staff by saying to be local', async () => {
    const server = await testServer({ settings: { TRUST_PROXY: 'loopback' } });
    const headers = { host: 'localhost', 'x-forwarded-for': '127.0.0.1' };
    const reply = await server.app.inject({ url: '/api/touchpoints', remoteAddress: '127.0.0.1', headers });
    expect(reply.statusCode).toBe(401);
  });

  it.each(['proxy.example', '1', 'true', '10.0.0.0/99', 'loopback,,10.0.0.1'])(
    'the setting %s is refused',
    (setting) => {
      expect(() => readConfig({ TRUST_PROXY: setting })).toThrow('TRUST_PROXY');
    },
  );
});

describe('the plain form', () => {
  it('with its hidden field filled is thanked like any other, and marked', async () => {
    const server = await surveyServer();
    const url = `/s/${server.touchpoints[0]?.code}`;
    for (const words of ['', 'buy now']) {
      const fields = formIn((await server.get(url)).body, allCriteria('4'));
      fields.append('subject_line', words);
      server.clock.now += 60_000;
      const reply = await postForm(server, url, fields);
      expect([reply.statusCode, reply.headers.location]).toEqual([303, expect.stringContaining('/thanks/')]);
    }
    const rows = await responsesAfter(server.context.db, 0, 10);
    expect(rows.map(({ marks }) => marks)).toEqual([null, '["trap"]']);
  });

  it('has a hidden field that nobody sees, reaches, hears or has filled in by the browser', async () => {
    const server = await surveyServer();
    const { body } = await server.get(`/s/${server.touchpoints[0]?.code}`);
    const [place = ''] = body.match(/<p hidden[^>]*>.*?<\/p>/) ?? [];
    expect(place).toContain('name="subject_line"');
    for (const attribute of ['tabindex="-1"', 'autocomplete="off"', 'aria-hidden="true"'])
      expect(place.toLowerCase()).toContain(attribute);
  });
});
