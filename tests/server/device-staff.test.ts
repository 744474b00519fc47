// Pairing, and what staff see of tablets and do to them.
import { describe, expect, it } from 'vitest';
import type { DeviceView } from '#domain/devices.ts';
import type { Actor } from '#domain/roles.ts';
import { CODE_ALPHABET } from '#domain/touchpoints.ts';
import type { Device } from '../../server/devices/queries.ts';
import { deviceWithin, touchpointWithin, viewDevices } from '../../server/devices/reach.ts';
import { DIALECTS } from '../support/databases.ts';
import { submission, type TestServer, testServer } from '../support/server.ts';
import { base64url, Tablet } from '../support/tablet.ts';

const codeOf = (reply: { statusCode: number; json: () => { code?: string } }) => [
  reply.statusCode,
  reply.json().code,
];
const list = async (server: TestServer): Promise<DeviceView[]> =>
  (await server.get('/api/devices')).json().devices;
const audited = async ({ context: { db } }: TestServer) => {
  const rows = await db.read.select().from(db.tables.auditEntries);
  return rows.map(({ action, agencyId, before, after }) => [action, agencyId, before, after]);
};
const change = ({ app }: TestServer, id: string, payload: object) =>
  app.inject({ method: 'PATCH', url: `/api/devices/${id}`, payload });

describe.each(DIALECTS)('pairing on %s', (dialect) => {
  it('shows a code that staff confirm once; the tablet learns who it is', async () => {
    const server = await testServer({ dialect });
    const tablet = await Tablet.make(server);
    const asked = await tablet.askForPairing();
    expect(asked.statusCode).toBe(201);
    const { id, code, expiresAt, now } = asked.json();
    expect(code).toMatch(new RegExp(`^[${CODE_ALPHABET}]{8}$`));
    expect(Date.parse(expiresAt) - Date.parse(now)).toBe(15 * 60_000);
    const poll = async () => (await server.get(`/api/pairings/${id}`)).json();
    expect(await poll()).toEqual({ state: 'waiting', device: null, now });
    const typed = `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase();
    const confirmed = await tablet.confirm(typed, server.touchpoints[0], '  Quầy 1 ');
    expect(confirmed.statusCode).toBe(201);
    const device = confirmed.json();
    expect(device).toMatchObject({ name: 'Quầy 1', state: 'active', lastSequence: 0, refusals: {} });
    expect(device.touchpoint.agency.name).toBe(server.agencies[0]?.name);
    expect(device.cornerCode).toMatch(/^\d{6}$/);
    const { name, cornerCode } = device;
    const touchpoint = server.touchpoints[0]?.code;
    expect(await poll()).toEqual({
      state: 'confirmed',
      device: { id: device.id, name, touchpoint, cornerCode },
      now,
    });
    expect(codeOf(await tablet.confirm(code, server.touchpoints[0]))).toEqual([409, 'pairing_used']);
    expect(await list(server)).toEqual([device]);
    expect(await audited(server)).toEqual([
      ['device.paired', server.agencies[0]?.id, null, JSON.stringify({ name: 'Quầy 1', touchpoint })],
    ]);
  });

  it('gives the same key the same code while it is valid, and a new one afterwards', async () => {
    const server = await testServer({ dialect });
    const tablet = await Tablet.make(server);
    const [first, second] = await Promise.all([tablet.askForPairing(), tablet.askForPairing()]);
    expect([first.statusCode, second.statusCode].sort()).toEqual([200, 201]);
    expect(first.json()).toEqual(second.json());
    server.clock.now += 15 * 60_000 + 1;
    const { id, code } = first.json();
    expect((await server.get(`/api/pairings/${id}`)).json().state).toBe('expired');
    expect(codeOf(await tablet.confirm(code, server.touchpoints[0]))).toEqual([410, 'pairing_expired']);
    const fresh = await tablet.askForPairing();
    expect(fresh.statusCode).toBe(201);
    expect(fresh.json().code).not.toBe(code);
    expect((await tablet.confirm(fresh.json().code, server.touchpoints[0])).statusCode).toBe(201);
  });

  it('is confirmed by one of two at once', async () => {
    const server = await testServer({ dialect });
    const tablet = await Tablet.make(server);
    const { code } = (await tablet.askForPairing()).json();
    const replies = await Promise.all(server.touchpoints.map((each) => tablet.confirm(code, each)));
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409]);
    expect(await list(server)).toHaveLength(1);
    expect(await audited(server)).toHaveLength(1);
  });

  it('is refused without the key, without a code, and at a touchpoint that is closed or not there', async () => {
    const server = await testServer({ dialect });
    const [tablet, other] = [await Tablet.make(server), await Tablet.make(server)];
    const { code } = (await tablet.askForPairing()).json();
    const p384 = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-384' }, true, [
      'sign',
      'verify',
    ]);
    const wrongCurve = base64url(await crypto.subtle.exportKey('spki', p384.publicKey));
    // One key in 256 ends like this by itself.
    const end = tablet.publicKey.endsWith('AA') ? 'AQ' : 'AA';
    const spoilt = tablet.publicKey.slice(0, -2) + end;
    for (const publicKey of [other.publicKey, wrongCurve, 'AAAA', spoilt])
      expect(codeOf(await tablet.askForPairing({ publicKey }))).toEqual([403, 'bad_signature']);
    expect(codeOf(await tablet.askForPairing({ publicKey: 'có dấu' }))).toEqual([400, 'malformed']);
    expect(codeOf(await tablet.askForPairing({ sentAt: 'now' }))).toEqual([400, 'malformed']);
    expect(codeOf(await tablet.confirm('22222222', server.touchpoints[0]))).toEqual([404, 'unknown_pairing']);
    expect(codeOf(await tablet.confirm('?', server.touchpoints[0]))).toEqual([404, 'unknown_pairing']);
    expect(codeOf(await tablet.confirm(code, server.touchpoints[0], ' '))).toEqual([400, 'malformed']);
    const nowhere = await tablet.post('/api/devices', { pairing: code, touchpoint: 'x', name: 'Quầy' });
    expect(codeOf(nowhere)).toEqual([404, 'unknown_touchpoint']);
    expect(codeOf(await server.get(`/api/pairings/${crypto.randomUUID()}`))).toEqual([
      404,
      'unknown_pairing',
    ]);
    const { db } = server.context;
    for (const [state, answer] of [
      ['paused', [409, 'touchpoint_paused']],
      ['revoked', [410, 'touchpoint_revoked']],
    ] as const) {
      await db.write((tx) => [tx.update(db.tables.touchpoints).set({ state })]);
      expect(codeOf(await tablet.confirm(code, server.touchpoints[0]))).toEqual(answer);
    }
    expect(await list(server)).toEqual([]);
  });
});

describe.each(DIALECTS)('a heartbeat on %s', (dialect) => {
  it('is shown to staff, by the clock of the server', async () => {
    const server = await testServer({ dialect });
    const tablet = await Tablet.paired(server);
    const late = (ms: number) => new Date(server.clock.now - 3_600_000 - ms).toISOString();
    const reply = await tablet.heartbeat({ oldestUnsent: late(60_000) }, late(0));
    const { name, touchpoint, cornerCode } = (await list(server))[0] ?? {};
    const device = { id: tablet.id, name, touchpoint: touchpoint?.code, cornerCode };
    expect(reply.json()).toEqual({ state: 'active', now: tablet.now(), device });
    expect((await list(server))[0]).toMatchObject({
      unsent: 3,
      oldestUnsent: new Date(server.clock.now - 60_000).toISOString(),
      lastSeenAt: tablet.now(),
      version: '0.1.0',
      battery: 0.5,
      charging: true,
      storagePersisted: true,
    });
  });

  it('with impossible times does not spoil the list', async () => {
    const server = await testServer({ dialect });
    const tablet = await Tablet.paired(server);
    for (const [oldestUnsent, sentAt] of [
      ['9999-12-31T00:00:00Z', '0001-01-01T00:00:00Z'],
      ['0001-01-01T00:00:00Z', '9999-12-31T00:00:00Z'],
    ] as const) {
      expect((await tablet.heartbeat({ oldestUnsent }, sentAt)).statusCode).toBe(200);
      expect((await list(server))[0]?.oldestUnsent).toMatch(/^(1970|2026)-/);
      await tablet.deliver([submission(server.touchpoints[0]?.code ?? '')]);
    }
  });

  it('is refused when another signed it, when it makes no sense, and when nobody knows the device', async () => {
    const server = await testServer({ dialect });
    const [tablet, other] = [await Tablet.paired(server), await Tablet.make(server)];
    other.id = tablet.id;
    expect(codeOf(await other.heartbeat())).toEqual([403, 'bad_signature']);
    expect(codeOf(await tablet.heartbeat({ unsent: -1 }))).toEqual([400, 'malformed']);
    expect(codeOf(await tablet.heartbeat({ battery: 'full' }))).toEqual([400, 'malformed']);
    expect(codeOf(await tablet.heartbeat({ version: '\0' }))).toEqual([400, 'malformed']);
    const storage = { persisted: true, usage: 1e300, quota: null };
    expect(codeOf(await tablet.heartbeat({ storage }))).toEqual([400, 'malformed']);
    expect((await list(server))[0]).toMatchObject({
      lastSeenAt: null,
      refusals: { bad_signature: 1, malformed: 4 },
    });
    other.id = crypto.randomUUID();
    expect(codeOf(await other.heartbeat())).toEqual([404, 'unknown_device']);
    other.id = 'x';
    expect(codeOf(await other.heartbeat())).toEqual([400, 'malformed']);
  });
});

describe.each(DIALECTS)('staff on %s', (dialect) => {
  it('rename, move and revoke a tablet, and the audit log says so', async () => {
    const server = await testServer({ dialect });
    const { id } = await Tablet.paired(server);
    const [from, to] = server.touchpoints;
    expect((await change(server, id, { name: 'Quầy 2' })).json().name).toBe('Quầy 2');
    const moved = await change(server, id, { touchpoint: to?.id, name: 'Quầy 2' });
    expect(moved.json().touchpoint).toMatchObject({ code: to?.code, agency: { id: to?.agencyId } });
    expect((await change(server, id, {})).statusCode).toBe(200);
    const revoke = () => server.app.inject({ method: 'POST', url: `/api/devices/${id}/revocation` });
    for (let time = 0; time < 2; time++) expect((await revoke()).json().state).toBe('revoked');
    expect(codeOf(await change(server, id, { name: 'x' }))).toEqual([410, 'device_revoked']);
    expect((await audited(server)).slice(1)).toEqual([
      ['device.renamed', from?.agencyId, '{"name":"Máy tính bảng quầy 1"}', '{"name":"Quầy 2"}'],
      [
        'device.moved',
        to?.agencyId,
        JSON.stringify({ touchpoint: from?.code }),
        JSON.stringify({ touchpoint: to?.code }),
      ],
      ['device.revoked', to?.agencyId, JSON.stringify({ name: 'Quầy 2', touchpoint: to?.code }), null],
    ]);
  });

  it('hear that there is no such tablet or touchpoint, and that a change makes no sense', async () => {
    const server = await testServer({ dialect });
    const { id } = await Tablet.paired(server);
    expect(codeOf(await change(server, 'x', { name: 'x' }))).toEqual([404, 'unknown_device']);
    expect(codeOf(await change(server, '%00', { name: 'x' }))).toEqual([400, 'malformed']);
    expect(codeOf(await change(server, id, { name: 'a\0b' }))).toEqual([400, 'malformed']);
    expect(codeOf(await change(server, id, { touchpoint: 'x' }))).toEqual([404, 'unknown_touchpoint']);
    expect(codeOf(await change(server, id, { name: 'x'.repeat(101) }))).toEqual([400, 'malformed']);
    const revoked = await server.app.inject({ method: 'POST', url: '/api/devices/x/revocation' });
    expect(codeOf(revoked)).toEqual([404, 'unknown_device']);
  });

  it('of one agency see their own tablets, and nothing of another', async () => {
    const server = await testServer({ dialect });
    const { context, agencies, touchpoints } = server;
    const [own, other] = [await Tablet.paired(server), await Tablet.paired(server, touchpoints[1])];
    const actor: Actor = {
      accountId: 'a',
      name: 'Cán bộ',
      role: 'agency_manager',
      agencyId: agencies[0]?.id ?? '',
    };
    expect((await viewDevices(context, actor)).map(({ id }) => id)).toEqual([own.id]);
    expect((await deviceWithin(context, actor, own.id)).device.id).toBe(own.id);
    for (const id of [other.id, 'nobody'])
      await expect(deviceWithin(context, actor, id)).rejects.toMatchObject({ code: 'unknown_device' });
    await expect(touchpointWithin(context, actor, touchpoints[1]?.id ?? '')).rejects.toMatchObject({
      code: 'unknown_touchpoint',
    });
    const province = { ...actor, agencyId: server.province.id };
    expect(await viewDevices(context, province)).toHaveLength(2);
  });
});

it('are answered only at the server itself', async () => {
  const { app } = await testServer();
  for (const [method, url] of [
    ['GET', '/api/devices'],
    ['POST', '/api/devices'],
    ['PATCH', '/api/devices/x'],
    ['POST', '/api/devices/x/revocation'],
    ['POST', '/api/device-imports'],
  ] as const) {
    const payload = method === 'GET' ? undefined : {};
    const reply = await app.inject({ method, url, remoteAddress: '10.0.0.9', payload });
    expect([url, reply.statusCode, reply.json().code]).toEqual([url, 401, 'not_signed_in']);
  }
});

it('the list of 10,000 tablets is whole and does not ask the database for each', async () => {
  const server = await testServer();
  const { id } = await Tablet.paired(server);
  const { db } = server.context;
  const [known] = await db.read.select().from(db.tables.devices);
  const copies = Array.from({ length: 9_999 }, (_, index): Device => {
    if (!known) throw new Error(`no ${id}`);
    return { ...known, id: crypto.randomUUID(), publicKey: `key ${index}` };
  });
  await db.write((tx) => [tx.insertMany(db.tables.devices, copies)]);
  const select = db.read.select.bind(db.read);
  let asked = 0;
  db.read.select = ((...fields: Parameters<typeof select>) => {
    asked++;
    return select(...fields);
  }) as typeof select;
  expect(await list(server)).toHaveLength(10_000);
  expect(asked).toBeLessThanOrEqual(3);
});
