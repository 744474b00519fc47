import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { formatCode } from '#domain/touchpoints.ts';
import { DIALECTS } from '../support/databases.ts';
import { submission, type TestServer, testServer } from '../support/server.ts';

describe.each(DIALECTS)('GET /api/touchpoints/:code on %s', (dialect) => {
  it('gives the screen all it needs, however the code was typed', async () => {
    const server = await testServer({ dialect });
    const code = server.touchpoints[0]?.code ?? '';
    for (const typed of [code, formatCode(code), code.toLowerCase(), ` ${formatCode(code)} `]) {
      const reply = await server.get(`/api/touchpoints/${encodeURIComponent(typed)}`);
      expect(reply.statusCode).toBe(200);
      expect(reply.json()).toMatchObject({
        code,
        agency: { name: 'UBND phường Cái Răng', kind: 'ward' },
        questionnaire: { id: 'one-stop@1', code: 'one-stop', version: 1 },
        demo: false,
      });
    }
  });

  it('says 404 to an unknown code', async () => {
    const server = await testServer({ dialect });
    for (const code of ['22222222', 'x', '%2e%2e%2fetc']) {
      const reply = await server.get(`/api/touchpoints/${code}`);
      expect(reply.json()).toEqual({ status: 404, code: 'unknown_touchpoint' });
    }
  });

  it.each([
    ['revoked', 410],
    ['paused', 409],
  ] as const)('says that a touchpoint is %s, and takes no answers there', async (state, status) => {
    const server = await testServer({ dialect });
    const { db } = server.context;
    const { touchpoints } = db.tables;
    const code = server.touchpoints[0]?.code ?? '';
    await db.write((tx) => [tx.update(touchpoints).set({ state }).where(eq(touchpoints.code, code))]);
    const reply = await server.get(`/api/touchpoints/${code}`);
    expect(reply.json()).toEqual({ status, code: `touchpoint_${state}` });
    const refused = await server.submit(submission(code));
    expect(refused.json().issues).toEqual([{ path: ['touchpoint'], code: `touchpoint_${state}` }]);
  });
});

describe.each(DIALECTS)('what staff do to touchpoints on %s', (dialect) => {
  const send = async (
    server: TestServer,
    method: 'POST' | 'PATCH' | 'PUT',
    url: string,
    payload?: object,
  ) => {
    const reply = await server.app.inject({ method, url, ...(payload && { payload }) });
    return { status: reply.statusCode, body: reply.json() };
  };
  const actions = async ({ context: { db } }: TestServer) =>
    (await db.read.select().from(db.tables.auditEntries)).map((entry) => entry.action);
  const wanted = { kind: 'qr_poster', name: 'Quầy 2', questionnaire: 'one-stop@1' };

  it('creates one that can be answered at once', async () => {
    const server = await testServer({ dialect });
    const agency = server.agencies[0]?.id ?? '';
    const created = await send(server, 'POST', '/api/touchpoints', { ...wanted, agency });
    expect(created).toMatchObject({ status: 201, body: { name: 'Quầy 2', state: 'open' } });
    expect((await server.submit(submission(created.body.code))).statusCode).toBe(201);
    const unknown = await send(server, 'POST', '/api/touchpoints', { ...wanted, agency: 'nobody' });
    expect(unknown.body.code).toBe('unknown_agency');
    const other = await send(server, 'POST', '/api/touchpoints', { ...wanted, agency, questionnaire: 'x@1' });
    expect(other.body.code).toBe('unknown_questionnaire');
    expect((await send(server, 'POST', '/api/touchpoints', { ...wanted, agency, name: ' ' })).status).toBe(
      400,
    );
    expect(await actions(server)).toEqual(['touchpoint.created']);
  });

  it('creates one for each of several agencies, or none', async () => {
    const server = await testServer({ dialect });
    const agencies = server.agencies.map(({ id }) => id);
    const batch = { ...wanted, name: 'Áp phích – {agency}', agencies };
    const created = await send(server, 'POST', '/api/touchpoints/batch', batch);
    expect(created.body.touchpoints.map(({ name }: { name: string }) => name)).toContain(
      'Áp phích – Sở Tư pháp',
    );
    const failed = await send(server, 'POST', '/api/touchpoints/batch', {
      ...batch,
      agencies: [...agencies, 'x'],
    });
    expect(failed.status).toBe(404);
    expect((await server.get('/api/touchpoints')).json().total).toBe(6);
  });

  it('renames, pauses, resumes and revokes; what is revoked stays so', async () => {
    const server = await testServer({ dialect });
    const { id, code } = server.touchpoints[0] as { id: string; code: string };
    const state = (to: string) => send(server, 'PUT', `/api/touchpoints/${id}/state`, { state: to });
    const renamed = await send(server, 'PATCH', `/api/touchpoints/${id}`, { name: 'Quầy 9', kind: 'kiosk' });
    expect(renamed.body).toMatchObject({ name: 'Quầy 9', kind: 'kiosk', code });
    expect((await state('paused')).body.state).toBe('paused');
    expect((await server.get(`/api/touchpoints/${code}`)).statusCode).toBe(409);
    await state('open');
    await state('open');
    expect((await server.get(`/api/touchpoints/${code}`)).statusCode).toBe(200);
    await state('revoked');
    expect((await state('open')).body).toEqual({ status: 410, code: 'touchpoint_revoked' });
    expect((await send(server, 'PATCH', `/api/touchpoints/${id}`, { name: 'x' })).status).toBe(410);
    expect((await send(server, 'POST', `/api/touchpoints/${id}/code`)).status).toBe(410);
    expect((await state('gone')).status).toBe(400);
    expect(await actions(server)).toEqual([
      'touchpoint.changed',
      'touchpoint.paused',
      'touchpoint.resumed',
      'touchpoint.revoked',
    ]);
  });

  it('renews a code once when two do at once; the old one says whose it was, not what replaced it', async () => {
    const server = await testServer({ dialect });
    const { id, code } = server.touchpoints[0] as { id: string; code: string };
    const both = await Promise.all([1, 2].map(() => send(server, 'POST', `/api/touchpoints/${id}/code`)));
    // Where the second comes only after the first is done, it renews the new code: then that one is retired, too.
    const made = both.filter(({ status }) => status === 201).map(({ body }) => body.code);
    expect(both.filter(({ status }) => status === 409)).toHaveLength(2 - made.length);
    const { read, tables } = server.context.db;
    const retired = (await read.select().from(tables.retiredCodes)).map((row) => row.code);
    expect(retired).toHaveLength(made.length);
    expect(retired).toContain(code);
    const [renewed] = made.filter((each) => !retired.includes(each));
    expect((await server.get(`/api/touchpoints/${renewed}`)).statusCode).toBe(200);
    const old = await server.get(`/api/touchpoints/${code}`);
    expect(old.json()).toEqual({
      status: 410,
      code: 'code_replaced',
      about: { agency: 'UBND phường Cái Răng' },
    });
    expect(old.body).not.toContain(renewed);
    expect((await server.submit(submission(code))).json().issues).toEqual([
      { path: ['touchpoint'], code: 'unknown_touchpoint' },
    ]);
  });

  it('says 404 to an unknown touchpoint whatever is wanted of it', async () => {
    const server = await testServer({ dialect });
    const replies = [
      await send(server, 'PATCH', '/api/touchpoints/nobody', { name: 'x' }),
      await send(server, 'PUT', '/api/touchpoints/nobody/state', { state: 'paused' }),
      await send(server, 'POST', '/api/touchpoints/nobody/code'),
    ];
    expect(replies.map(({ body }) => body.code)).toEqual(Array(3).fill('unknown_touchpoint'));
  });

  it('lists them by page, searched without diacritics, filtered and sorted', async () => {
    const server = await testServer({ dialect });
    const list = async (search: string) => {
      const { touchpoints, total } = (await server.get(`/api/touchpoints?${search}`)).json();
      return [total, ...touchpoints.map(({ agency }: { agency: { name: string } }) => agency.name)];
    };
    expect(await list('q=so%20tu%20PHAP')).toEqual([1, 'Sở Tư pháp']);
    expect(await list(`q=${formatCode(server.touchpoints[1]?.code ?? '')}`)).toEqual([
      1,
      'UBND xã Phong Điền',
    ]);
    expect(await list('size=1&page=2&order=desc')).toEqual([3, 'UBND phường Cái Răng']);
    expect(await list('kind=paper')).toEqual([0]);
    expect(await list(`agency=${server.agencies[2]?.id}&state=open`)).toEqual([1, 'Sở Tư pháp']);
    expect((await server.get('/api/touchpoints?size=0')).statusCode).toBe(400);
  });

  it('sorts by answers and by the last of them, those without one as the least', async () => {
    const server = await testServer({ dialect });
    const [few, many, none] = server.touchpoints;
    const answer = (code = '') => server.submit(submission(code));
    await answer(few?.code);
    await answer(many?.code);
    server.clock.now += 86_400_000;
    const yesterday = { startedAt: '2026-11-21T02:58:00Z', answeredAt: '2026-11-21T02:59:00Z' };
    await server.submit(submission(few?.code ?? '', yesterday));
    await answer(many?.code);
    await answer(many?.code);
    await server.get('/api/results');
    const ids = async (search: string) =>
      (await server.get(`/api/touchpoints?${search}`)).json().touchpoints.map(({ id }: { id: string }) => id);
    expect(await ids('sort=answers')).toEqual([none?.id, few?.id, many?.id]);
    server.clock.now += 86_400_000;
    expect(await ids('sort=answers&order=desc&size=1')).toEqual([many?.id]);
    expect(await ids('sort=lastAnswer&order=desc')).toEqual([few?.id, many?.id, none?.id]);
  });

  it('counts answers up to yesterday, never those of today', async () => {
    const server = await testServer({ dialect });
    const code = server.touchpoints[0]?.code ?? '';
    const first = async () => {
      await server.get('/api/results');
      return (await server.get(`/api/touchpoints?q=${code}&size=10`)).json().touchpoints[0];
    };
    await server.submit(submission(code));
    expect(await first()).toMatchObject({ answers: 0, lastAnswer: null });
    server.clock.now += 86_400_000;
    expect(await first()).toMatchObject({ answers: 1, lastAnswer: '2026-11-20' });
    server.clock.now += 300 * 86_400_000;
    expect(await first()).toMatchObject({ answers: 1, lastAnswer: '2026-11-20' });
  });
});
