import { describe, expect, it } from 'vitest';
import { dayOf, formatDay, startOfDay } from '#domain/days.ts';
import { DIALECTS } from '../support/databases.ts';
import { NOW, submission, type TestServer, testServer } from '../support/server.ts';

type Method = 'POST' | 'PATCH' | 'PUT' | 'DELETE';
const send = async (server: TestServer, method: Method, url: string, payload?: object) => {
  const reply = await server.app.inject({ method, url, ...(payload && { payload }) });
  return { status: reply.statusCode, body: reply.json() };
};
const idOf = (server: TestServer, index: number) => server.agencies[index]?.id ?? '';
const actions = async ({ context: { db } }: TestServer) =>
  (await db.read.select().from(db.tables.auditEntries)).map((entry) => entry.action);
const TODAY = formatDay(dayOf(NOW));
const TOMORROW = formatDay(dayOf(NOW) + 1);

describe.each(DIALECTS)('agencies on %s', (dialect) => {
  it('are added below another, with an audit entry, and listed with their touchpoints', async () => {
    const server = await testServer({ dialect });
    const added = await send(server, 'POST', '/api/agencies', {
      parentId: server.province.id,
      kind: 'ward',
      name: 'UBND phường Ninh Kiều',
      unitCode: '31135',
      validFrom: '2025-07-01',
    });
    expect(added).toMatchObject({
      status: 201,
      body: { unitCode: '31135', validFrom: '2025-07-01', validTo: null },
    });
    const { agencies } = (await server.get('/api/agencies')).json();
    const counts = new Map(
      agencies.map((each: { name: string; touchpoints: number }) => [each.name, each.touchpoints]),
    );
    expect([counts.get('UBND phường Ninh Kiều'), counts.get('Sở Tư pháp')]).toEqual([0, 1]);
    expect(await actions(server)).toEqual(['agency.created']);
  });

  it('tell their history, the newest first, with the fields that changed', async () => {
    const server = await testServer({ dialect });
    const url = `/api/agencies/${idOf(server, 0)}`;
    await send(server, 'PATCH', url, { name: 'UBND phường Hưng Phú' });
    await send(server, 'PUT', `${url}/closure`, { lastDay: TOMORROW });
    const { changes } = (await server.get(`${url}/history`)).json();
    expect(changes).toEqual([
      {
        seq: 2,
        at: NOW,
        actor: 'operator',
        action: 'agency.closed',
        fields: [{ field: 'validTo', before: null, after: TOMORROW }],
      },
      {
        seq: 1,
        at: NOW,
        actor: 'operator',
        action: 'agency.changed',
        fields: [{ field: 'name', before: 'UBND phường Cái Răng', after: 'UBND phường Hưng Phú' }],
      },
    ]);
    const unknown = await server.get('/api/agencies/nobody/history');
    expect([unknown.statusCode, unknown.json().code]).toEqual([404, 'unknown_agency']);
  });

  it('are refused with every fault named, and nothing is written', async () => {
    const server = await testServer({ dialect });
    const wrong = {
      parentId: server.province.id,
      kind: 'department',
      name: 'Sở Tư pháp',
      unitCode: '3113',
      agencyCode: 'h1',
    };
    const refused = await send(server, 'POST', '/api/agencies', wrong);
    expect(refused.body).toEqual({
      status: 422,
      code: 'invalid_agency',
      issues: [
        { path: ['unitCode'], code: 'malformed' },
        { path: ['agencyCode'], code: 'malformed' },
        { path: ['unitCode'], code: 'not_for_kind' },
        { path: ['name'], code: 'taken' },
      ],
    });
    expect((await send(server, 'POST', '/api/agencies', { name: 'x' })).status).toBe(400);
    const bad = { ...wrong, parentId: 'nobody', name: 'Sở Mới', unitCode: null, agencyCode: null };
    expect((await send(server, 'POST', '/api/agencies', bad)).body.code).toBe('unknown_agency');
    expect(await actions(server)).toEqual([]);
  });

  it('are renamed and moved, but never below themselves; the province stays', async () => {
    const server = await testServer({ dialect });
    const [a, b] = [idOf(server, 0), idOf(server, 1)];
    const renamed = await send(server, 'PATCH', `/api/agencies/${a}`, {
      name: 'UBND phường Mới',
      agencyCode: 'H13.25',
    });
    expect(renamed.body).toMatchObject({ name: 'UBND phường Mới', agencyCode: 'H13.25' });
    expect((await send(server, 'PATCH', `/api/agencies/${a}`, { parentId: b })).status).toBe(200);
    const cycle = await send(server, 'PATCH', `/api/agencies/${b}`, { parentId: a });
    expect(cycle.body).toEqual({ status: 409, code: 'agency_cycle' });
    const province = await send(server, 'PATCH', `/api/agencies/${server.province.id}`, { parentId: a });
    expect(province.body.code).toBe('province_stays');
    const nameless = await send(server, 'PATCH', `/api/agencies/${server.province.id}`, { name: '' });
    expect(nameless.body.issues).toEqual([{ path: ['name'], code: 'missing' }]);
    expect(await actions(server)).toEqual(['agency.changed', 'agency.moved']);
  });

  it('never become a circle when two are moved below each other at once', async () => {
    const server = await testServer({ dialect });
    const [a, b] = [idOf(server, 0), idOf(server, 1)];
    const both = await Promise.all([
      send(server, 'PATCH', `/api/agencies/${a}`, { parentId: b }),
      send(server, 'PATCH', `/api/agencies/${b}`, { parentId: a }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('close on a day: answers are taken until it ends, and those given before it also later', async () => {
    const server = await testServer({ dialect });
    const code = server.touchpoints[0]?.code ?? '';
    const closed = await send(server, 'PUT', `/api/agencies/${idOf(server, 0)}/closure`, { lastDay: TODAY });
    expect(closed.body.validTo).toBe(TODAY);
    expect((await server.submit(submission(code))).statusCode).toBe(201);
    server.clock.now = startOfDay(dayOf(NOW) + 2);
    expect((await server.submit(submission(code))).statusCode).toBe(201);
    const late = { startedAt: '2026-11-21T03:00:00Z', answeredAt: '2026-11-21T03:01:00Z' };
    expect((await server.submit(submission(code, late))).json().issues).toEqual([
      { path: ['touchpoint'], code: 'agency_closed' },
    ]);
    expect((await server.get(`/api/touchpoints/${code}`)).json()).toEqual({
      status: 410,
      code: 'agency_closed',
      about: { agency: 'UBND phường Cái Răng', successors: [] },
    });
    expect(
      (await send(server, 'DELETE', `/api/agencies/${idOf(server, 0)}/closure`)).body.validTo,
    ).toBeNull();
    expect((await server.get(`/api/touchpoints/${code}`)).statusCode).toBe(200);
    expect(await actions(server)).toEqual(['agency.closed', 'agency.reopened']);
  });

  it('are not closed twice, nor above open ones, nor on a day that does not exist', async () => {
    const server = await testServer({ dialect });
    const [a, b] = [idOf(server, 0), idOf(server, 1)];
    await send(server, 'PATCH', `/api/agencies/${a}`, { parentId: b });
    const close = (id: string, lastDay = TODAY) =>
      send(server, 'PUT', `/api/agencies/${id}/closure`, { lastDay });
    expect((await close(b)).body.code).toBe('agency_has_children');
    expect((await close(a, '2026-02-30')).status).toBe(400);
    expect((await close(a)).status).toBe(200);
    expect((await close(a)).body.code).toBe('agency_closed');
    expect((await close(server.province.id)).body.code).toBe('province_stays');
    expect((await send(server, 'DELETE', `/api/agencies/${b}/closure`)).body.code).toBe('agency_open');
  });

  it('merge into a new one that names them; results before the day stay with the old ones', async () => {
    const server = await testServer({ dialect });
    const from = [idOf(server, 0), idOf(server, 1)];
    const code = server.touchpoints[0]?.code ?? '';
    await server.submit(submission(code));
    const into = { parentId: server.province.id, kind: 'ward', name: 'UBND phường Cái Răng' };
    const merged = await send(server, 'POST', '/api/agencies/mergers', { from, into, on: TOMORROW });
    expect(merged).toMatchObject({ status: 201, body: { agencies: [{ validFrom: TOMORROW }] } });
    const heir = merged.body.agencies[0].id;
    const detail = (await server.get(`/api/agencies/${heir}`)).json();
    expect(detail.predecessors.map(({ id }: { id: string }) => id).sort()).toEqual([...from].sort());
    const old = (await server.get(`/api/agencies/${from[0]}`)).json();
    expect(old).toMatchObject({ validTo: TODAY, successors: [{ id: heir, name: 'UBND phường Cái Răng' }] });
    const n = async (agency: string) =>
      (await server.get(`/api/results?agency=${agency}&from=2026-11-01&to=2026-11-30`)).json().n;
    expect([await n(from[0] ?? ''), await n(heir)]).toEqual([1, 0]);
    server.clock.now = startOfDay(dayOf(NOW) + 1);
    expect((await server.get(`/api/touchpoints/${code}`)).json().about).toEqual({
      agency: 'UBND phường Cái Răng',
      successors: ['UBND phường Cái Răng'],
    });
    expect(await actions(server)).toEqual(['agency.created', 'agency.merged', 'agency.merged']);
  });

  it('merge once when two merge the same at once', async () => {
    const server = await testServer({ dialect });
    const from = [idOf(server, 0), idOf(server, 1)];
    const merge = (name: string) =>
      send(server, 'POST', '/api/agencies/mergers', {
        from,
        into: { parentId: server.province.id, kind: 'ward', name },
        on: TOMORROW,
      });
    const both = await Promise.all([merge('UBND phường Một'), merge('UBND phường Hai')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await server.get('/api/agencies')).json().agencies).toHaveLength(5);
  });

  it('merge into an existing one, but not into one of themselves', async () => {
    const server = await testServer({ dialect });
    const [a, b] = [idOf(server, 0), idOf(server, 1)];
    const merge = (id: string) =>
      send(server, 'POST', '/api/agencies/mergers', { from: [a], into: { id }, on: TOMORROW });
    expect((await merge(a)).body.code).toBe('merged_into_itself');
    expect((await merge(b)).body.agencies[0].id).toBe(b);
    await send(server, 'DELETE', `/api/agencies/${a}/closure`);
    expect((await merge(b)).status).toBe(201);
  });

  it('split into several, all or none', async () => {
    const server = await testServer({ dialect });
    const from = idOf(server, 0);
    const into = (names: string[]) =>
      names.map((name) => ({ parentId: server.province.id, kind: 'ward', name }));
    const twice = await send(server, 'POST', '/api/agencies/splits', {
      from,
      into: into(['P1', 'P1']),
      on: TOMORROW,
    });
    expect(twice.body.issues).toEqual([{ path: ['into', 1, 'name'], code: 'taken' }]);
    const split = await send(server, 'POST', '/api/agencies/splits', {
      from,
      into: into(['P1', 'P2']),
      on: TOMORROW,
    });
    expect(split.body.agencies).toHaveLength(2);
    const successors = (await server.get(`/api/agencies/${from}`)).json().successors;
    expect(successors.map(({ name }: { name: string }) => name)).toEqual(['P1', 'P2']);
  });

  it('are unknown where there are none', async () => {
    const server = await testServer({ dialect });
    expect((await server.get('/api/agencies/nobody')).json()).toEqual({
      status: 404,
      code: 'unknown_agency',
    });
  });
});
