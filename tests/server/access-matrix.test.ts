// Who may call what, and on whose things: one table, compared with the routes that the server has.
import { desc } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { allows, ROLES, type Role } from '#domain/roles.ts';
import { newScreening } from '../../server/comments/screening.ts';
import type { Access } from '../../server/http/access.ts';
import { allCriteria, submission, type TestServer, testServer } from '../support/server.ts';
import { type Staff, staff } from '../support/staff.ts';
import { Tablet } from '../support/tablet.ts';

/** What one agency has that another must not reach. */
interface Things {
  agency: string;
  touchpoint: string;
  code: string;
  device: string;
  account: string;
  comment: string;
}
type Ask = (things: Things) => { url?: string; payload?: object };

interface Rule {
  access: Access;
  /** How to ask for an agency's thing by id, by filter or in what is sent; absent where a route knows no agency. */
  on?: Ask[];
}

const byId =
  (noun: keyof Things, payload?: object): Ask =>
  (things) => ({
    url: things[noun],
    ...(payload && { payload }),
  });
const query =
  (name: string, noun: keyof Things): Ask =>
  (things) => ({ url: `?${name}=${things[noun]}` });
const body =
  (make: (things: Things) => object): Ask =>
  (things) => ({ payload: make(things) });
const printed = query('touchpoints', 'code');
const MONTH = 'from=2026-11-01&to=2026-11-20&agency';
const AGENCY = { kind: 'department', name: 'Phòng thử' };
const POINT = { kind: 'counter', name: 'Quầy thử', questionnaire: 'one-stop@1' };
const PERSON = { username: 'nguoi.thu', name: 'Người thử', role: 'counter_officer' };

const RULES: Record<string, Rule> = {
  'GET /api/health': { access: 'public' },
  'GET /api/installation': { access: 'public' },
  'GET /api/provinces': { access: 'public' },
  'GET /api/provinces/{unitCode}': { access: 'public' },
  'POST /api/set-up': { access: 'public' },
  'GET /api/settings': { access: 'signed_in' },
  'PATCH /api/settings': { access: 'settings.write' },
  'POST /api/session': { access: 'public' },
  'DELETE /api/session': { access: 'public' },
  'GET /api/session/sso': { access: 'public' },
  'GET /api/session/sso/return': { access: 'public' },
  'GET /api/me/sso': { access: 'signed_in' },
  'GET /api/me': { access: 'signed_in' },
  'PUT /api/me/password': { access: 'signed_in' },
  'GET /api/me/sessions': { access: 'signed_in' },
  'DELETE /api/me/sessions/{id}': { access: 'signed_in' },
  'POST /api/me/authenticator': { access: 'signed_in' },
  'PUT /api/me/authenticator': { access: 'signed_in' },
  'POST /api/me/authenticator/removal': { access: 'signed_in' },
  'GET /api/accounts': { access: 'accounts.read', on: [query('agency', 'agency')] },
  'POST /api/accounts': {
    access: 'accounts.write',
    on: [body(({ agency }) => ({ ...PERSON, agencyId: agency }))],
  },
  'GET /api/accounts/{id}': { access: 'accounts.read', on: [byId('account')] },
  'PATCH /api/accounts/{id}': { access: 'accounts.write', on: [byId('account', { name: 'Tên khác' })] },
  'POST /api/accounts/imports': { access: 'accounts.write' },
  'PUT /api/accounts/{id}/state': {
    access: 'accounts.write',
    on: [byId('account', { state: 'disabled' })],
  },
  'POST /api/accounts/{id}/password': { access: 'accounts.write', on: [byId('account')] },
  'DELETE /api/accounts/{id}/sessions': { access: 'accounts.write', on: [byId('account')] },
  'GET /api/agencies': { access: 'agencies.read' },
  'POST /api/agencies': {
    access: 'agencies.write',
    on: [body(({ agency }) => ({ ...AGENCY, parentId: agency }))],
  },
  'GET /api/agencies/{id}': { access: 'agencies.read', on: [byId('agency')] },
  'GET /api/agencies/{id}/history': { access: 'audit.read', on: [byId('agency')] },
  'PATCH /api/agencies/{id}': { access: 'agencies.write', on: [byId('agency', { nameEn: 'Other' })] },
  'PUT /api/agencies/{id}/closure': {
    access: 'agencies.write',
    on: [byId('agency', { lastDay: '2026-12-31' })],
  },
  'DELETE /api/agencies/{id}/closure': { access: 'agencies.write', on: [byId('agency')] },
  'POST /api/agencies/mergers': {
    access: 'agencies.write',
    on: [body(({ agency }) => ({ from: [agency], into: { ...AGENCY, parentId: agency }, on: '2026-12-01' }))],
  },
  'POST /api/agencies/splits': {
    access: 'agencies.write',
    on: [
      body(({ agency }) => ({
        from: agency,
        into: ['A', 'B'].map((name) => ({ ...AGENCY, name: `Phòng ${name}`, parentId: agency })),
        on: '2026-12-01',
      })),
    ],
  },
  'POST /api/agencies/imports': { access: 'agencies.write' },
  'GET /api/touchpoints': { access: 'touchpoints.read', on: [query('agency', 'agency')] },
  'POST /api/touchpoints': {
    access: 'touchpoints.write',
    on: [body(({ agency }) => ({ ...POINT, agency }))],
  },
  'POST /api/touchpoints/batch': {
    access: 'touchpoints.write',
    on: [body(({ agency }) => ({ ...POINT, agencies: [agency] }))],
  },
  'PATCH /api/touchpoints/{id}': {
    access: 'touchpoints.write',
    on: [byId('touchpoint', { name: 'Tên khác' })],
  },
  'PUT /api/touchpoints/{id}/state': {
    access: 'touchpoints.write',
    on: [byId('touchpoint', { state: 'paused' })],
  },
  'POST /api/touchpoints/{id}/code': { access: 'touchpoints.write', on: [byId('touchpoint')] },
  'GET /api/touchpoints/{code}/challenge': { access: 'public' },
  'GET /api/audio/{name}': { access: 'public' },
  'GET /api/home': { access: 'signed_in' },
  'GET /api/touchpoints/{code}': { access: 'public' },
  'GET /api/questionnaires': { access: 'questionnaires.read' },
  'POST /api/questionnaires': { access: 'questionnaires.write' },
  'GET /api/questionnaires/{id}': { access: 'questionnaires.read' },
  'POST /api/responses': { access: 'public' },
  'POST /api/responses/batch': { access: 'public' },
  'POST /api/pairings': { access: 'public' },
  'GET /api/pairings/{id}': { access: 'public' },
  'POST /api/devices/{id}/batches': { access: 'public' },
  'POST /api/devices/{id}/heartbeats': { access: 'public' },
  'GET /api/devices': { access: 'devices.read' },
  'POST /api/devices': { access: 'devices.write' },
  'PATCH /api/devices/{id}': { access: 'devices.write', on: [byId('device', { name: 'Tên khác' })] },
  'POST /api/devices/{id}/revocation': { access: 'devices.write', on: [byId('device')] },
  'POST /api/device-imports': { access: 'devices.write' },
  'GET /api/results': { access: 'results.read', on: [query('agency', 'agency')] },
  'GET /api/results/agencies': { access: 'results.read' },
  'GET /api/results/slices': { access: 'results.read', on: [query('by=age&agency', 'agency')] },
  'GET /api/results/comparison': { access: 'results.read', on: [query('agency', 'agency')] },
  'GET /api/results/drop-offs': { access: 'results.read', on: [query('agency', 'agency')] },
  'GET /api/results/trend': { access: 'results.read', on: [query('agency', 'agency')] },
  'GET /api/comments': { access: 'comments.read', on: [query('agency', 'agency')] },
  'GET /api/comments/counts': { access: 'comments.read', on: [query('agency', 'agency')] },
  'GET /api/comments/labels': { access: 'comments.read' },
  'GET /api/comments/{id}': { access: 'comments.read', on: [byId('comment')] },
  'PATCH /api/comments/{id}': { access: 'comments.write', on: [byId('comment', { status: 'read' })] },
  'POST /api/comments/{id}/opening': { access: 'comments.open', on: [byId('comment')] },
  'GET /api/integrity/findings': { access: 'integrity.read', on: [query(MONTH, 'agency')] },
  // Needs a finding; tests/server/integrity.test.ts shows that there is none of another agency's.
  'GET /api/integrity/responses': { access: 'integrity.read' },
  'GET /api/periods': { access: 'periods.read' },
  'GET /api/periods/{key}': { access: 'periods.read' },
  'POST /api/periods/{key}/closure': { access: 'periods.write' },
  'POST /api/periods/{key}/publication': { access: 'periods.write' },
  'POST /api/periods/{key}/reopening': { access: 'periods.write' },
  'GET /api/public/results': { access: 'public' },
  'GET /api/public/results.csv': { access: 'public' },
  'GET /api/reports': { access: 'results.read' },
  'POST /api/reports': {
    access: 'results.read',
    on: [body(({ agency }) => ({ agency, format: 'xlsx' }))],
  },
  // Only its own account sees a report; tests/server/reports.test.ts shows that nobody else does.
  'GET /api/reports/{id}': { access: 'results.read' },
  'GET /api/reports/{id}/file': { access: 'results.read' },
  'GET /api/exports/codebook.csv': { access: 'responses.export' },
  'GET /api/exports/responses.csv': { access: 'responses.export', on: [query('agency', 'agency')] },
  'GET /api/print': { access: 'touchpoints.read' },
  'GET /api/print/poster.pdf': { access: 'touchpoints.read', on: [printed] },
  'GET /api/print/tent.pdf': { access: 'touchpoints.read', on: [printed] },
  'GET /api/print/stickers.pdf': { access: 'touchpoints.read', on: [printed] },
  'GET /api/ledger/key': { access: 'public' },
  'GET /api/ledger/checkpoint': { access: 'public' },
  'GET /api/ledger/checkpoints': { access: 'public' },
  'GET /api/receipts/{receipt}': { access: 'public' },
  'GET /api/audit': { access: 'audit.read', on: [query('agency', 'agency')] },
  'GET /api/exports/audit.csv': { access: 'audit.read', on: [query('agency', 'agency')] },
};

const EVERY = Object.entries(RULES).map(([route, rule]) => ({ route, ...rule }));
const STAFF = EVERY.filter(({ access }) => access !== 'public');
const AGENCIES_OWN = EVERY.filter(({ on }) => on);
const may = (role: Role, access: Access) =>
  access === 'signed_in' || (access !== 'public' && allows(role, access));

/** `GET /api/accounts/{id}` and what is asked, as a request. */
function requestOf(route: string, { url = '', payload }: ReturnType<Ask>) {
  const [method = '', path = ''] = route.split(' ');
  const filled = path.replace(/\{\w+\}/, url.startsWith('?') ? 'x' : url || 'x');
  return {
    method: method as 'GET',
    url: url.startsWith('?') ? filled + url : filled,
    ...(payload && { payload }),
  };
}

/** A comment from the day before, which an agency's own people may see. */
async function commentAt({ clock, context, submit }: TestServer, code: string): Promise<string> {
  const at = new Date(clock.now - 86_400_000).toISOString();
  const answers = allCriteria('4', { comment: 'Ghế ngồi chờ còn thiếu' });
  expect((await submit(submission(code, { answers, startedAt: at, answeredAt: at }))).statusCode).toBe(201);
  await newScreening(context.db).catchUp();
  const { read, tables } = context.db;
  const [newest] = await read
    .select()
    .from(tables.comments)
    .orderBy(desc(tables.comments.responseSeq))
    .limit(1);
  return newest?.id ?? '';
}

/** What each agency has; the tablets are paired by the operator, while there are no accounts yet. */
async function thingsIn(server: TestServer): Promise<[Things, Things]> {
  const devices: string[] = [];
  for (const touchpoint of server.touchpoints.slice(0, 2))
    devices.push((await Tablet.paired(server, touchpoint)).id);
  const of = async (index: number): Promise<Things> => {
    const agency = server.agencies[index]?.id ?? '';
    const { id = '', code = '' } = server.touchpoints[index] ?? {};
    const { account } = await staff(server, 'counter_officer', agency);
    return {
      agency,
      touchpoint: id,
      code,
      device: devices[index] ?? '',
      account: account.id,
      comment: await commentAt(server, code),
    };
  };
  return [await of(0), await of(1)];
}

describe('the table of routes', () => {
  it('has every route that the server has, each with who may call it', async () => {
    const { get } = await testServer();
    const { paths } = (await get('/api/openapi.json')).json() as {
      paths: Record<string, Record<string, { 'x-access': Access }>>;
    };
    const served = Object.entries(paths).flatMap(([url, methods]) =>
      Object.entries(methods).map(([method, about]) => [`${method.toUpperCase()} ${url}`, about['x-access']]),
    );
    expect(Object.fromEntries(served)).toEqual(
      Object.fromEntries(EVERY.map(({ route, access }) => [route, access])),
    );
  });
});

describe('a role', () => {
  it('is needed: without a session no staff route answers', async () => {
    const server = await testServer();
    await staff(server, 'administrator');
    for (const { route } of STAFF) {
      const reply = await server.app.inject(requestOf(route, {}));
      expect([route, reply.statusCode, reply.json().code]).toEqual([route, 401, 'not_signed_in']);
    }
  });

  it.each(ROLES)('%s may call what the table says, and nothing else', async (role) => {
    const server = await testServer();
    for (const { route, access } of STAFF) {
      const lan = await staff(server, role);
      const reply = await lan.ask(requestOf(route, {}));
      const refused = reply.statusCode === 403 && reply.json().code === 'not_allowed';
      expect([route, !refused]).toEqual([route, may(role, access)]);
    }
  });
});

describe('an agency', () => {
  it.each(AGENCIES_OWN)('reaches its own and nobody else’s by $route', async ({ route, access, on = [] }) => {
    for (const ask of on)
      for (const role of ROLES.filter((each) => may(each, access))) {
        const server = await testServer();
        const [own, other] = await thingsIn(server);
        const lan = await staff(server, role, own.agency);
        const boss = await staff(server, 'inspector');
        const foreign = await lan.ask(requestOf(route, ask(other)));
        expect([role, foreign.statusCode]).toEqual([role, 404]);
        expect(foreign.json().code).toMatch(/^unknown_/);
        const { entries } = (await boss.get('/api/audit?action=request.refused')).json();
        expect(entries[0]?.actor.accountId).toBe(lan.account.id);
        const allowed = await lan.ask(requestOf(route, ask(own)));
        // A conflict tells of the thing's own state, which only its own people learn.
        const answered = allowed.statusCode < 300 || allowed.statusCode === 409;
        expect([role, answered || allowed.json()]).toEqual([role, true]);
      }
  });

  it('has no say in what concerns everybody, even with an administrator of its own', async () => {
    const server = await testServer();
    const lan = await staff(server, 'administrator', server.agencies[0]?.id ?? null);
    for (const [method, url] of [
      ['PATCH', '/api/settings'],
      ['POST', '/api/questionnaires'],
    ] as const)
      expect((await lan.send(method, url, {})).json().code).toBe('not_allowed');
    expect((await lan.get('/api/me')).json().permissions).not.toContain('settings.write');
  });

  it('sees its results, and the list of agencies, up to yesterday and cut to itself', async () => {
    const server = await testServer();
    const lan = await staff(server, 'agency_manager', server.agencies[0]?.id ?? null);
    const boss = await staff(server, 'provincial_analyst');
    expect((await lan.get('/api/results')).json()).toMatchObject({
      agency: { id: server.agencies[0]?.id },
      to: '2026-11-19',
    });
    expect((await boss.get('/api/results')).json()).toMatchObject({
      agency: { id: server.province.id },
      to: '2026-11-20',
    });
    const rows = async (who: Staff) => (await who.get('/api/results/agencies')).json().agencies.length;
    expect([await rows(lan), await rows(boss)]).toEqual([1, 3]);
    const today = await lan.get('/api/results?from=2026-11-20&to=2026-11-20');
    expect([today.statusCode, today.json().code]).toEqual([422, 'until_yesterday']);
  });
});
