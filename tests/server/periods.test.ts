import { describe, expect, it } from 'vitest';
import { OPERATOR, type Role } from '#domain/roles.ts';
import { changeSettings } from '../../server/installation/settings.ts';
import { verifyLedger } from '../../server/ledger/verification.ts';
import type { PeriodWithFigures } from '../../server/periods/reading.ts';
import { DIALECTS, type Dialect } from '../support/databases.ts';
import { allCriteria, SIGNER, submission, type TestServer, testServer } from '../support/server.ts';
import { staff } from '../support/staff.ts';

/** 15 October – 14 November 2026. */
const KEY = '2026-month-11';

async function office(dialect?: Dialect) {
  const server = await testServer({ ...(dialect && { dialect }) });
  const { context } = server;
  await changeSettings(context, { actor: OPERATOR, origin: null }, { publicResults: true });
  const as = (role: Role, agency: string | null = null) => staff(server, role, agency);
  return {
    server,
    context,
    as,
    analyst: await as('provincial_analyst'),
    nobody: await as('counter_officer'),
  };
}

async function answer(
  server: TestServer,
  count: number,
  level: string,
  { agency = 0, at = '2026-11-10T03:00:00Z' } = {},
) {
  for (let index = 0; index < count; index++) {
    const body = submission(server.touchpoints[agency]?.code ?? '', {
      answers: allCriteria(level),
      startedAt: at,
      answeredAt: at,
    });
    expect((await server.submit(body)).statusCode).toBe(201);
  }
}

const read = async (who: { get: (url: string) => Promise<{ json: () => unknown }> }) =>
  (await who.get(`/api/periods/${KEY}`)).json() as PeriodWithFigures;

describe.each(DIALECTS)('a reporting period on %s', (dialect) => {
  it('is frozen when it is closed, with its checkpoint; late answers go to a supplement', async () => {
    const { server, analyst } = await office(dialect);
    await answer(server, 20, '4');
    const closed = (await analyst.send('POST', `/api/periods/${KEY}/closure`)).json() as PeriodWithFigures;
    expect(closed).toMatchObject({
      state: 'closed',
      from: '2026-10-15',
      to: '2026-11-14',
      closures: [{ number: 1, ledgerSize: 20 }],
    });
    expect(closed.frozen?.results).toMatchObject({ n: 20, overall: { rate: 100 } });
    expect(closed.frozen?.checkpoint).toContain('\n20\n');
    expect(await verifyLedger(server.context.db, SIGNER, closed.frozen?.checkpoint)).toMatchObject({
      ok: true,
    });
    await answer(server, 9, '1');
    expect(await read(analyst)).toMatchObject({
      frozen: closed.frozen,
      late: { n: 9, rate: null, rateWith: null },
    });
    await answer(server, 3, '1');
    await answer(server, 5, '1', { at: '2026-11-16T03:00:00Z' });
    expect(await read(analyst)).toMatchObject({
      frozen: closed.frozen,
      late: { n: 12, rate: 0, rateWith: (100 * 20) / 32 },
    });
  });

  it('is closed once of two at the same time, published, and reopened for a reason that is kept', async () => {
    const { server, analyst } = await office(dialect);
    await answer(server, 12, '4');
    const post = async (what: string, body = {}) =>
      (await analyst.send('POST', `/api/periods/${KEY}/${what}`, body)).json();
    expect((await post('publication')).code).toBe('period_not_closed');
    expect((await post('reopening', { reason: 'chưa chốt số liệu' })).code).toBe('period_not_closed');
    const both = await Promise.all([post('closure'), post('closure')]);
    expect(both.map(({ state, code }) => state ?? code).sort()).toEqual(['closed', 'period_closed']);
    expect((await post('publication')).state).toBe('published');
    expect((await post('publication')).code).toBe('period_published');
    expect((await post('reopening', { reason: 'ngắn' })).status).toBe(400);
    const reason = 'Một máy tính bảng gửi muộn 40 phiếu';
    expect(await post('reopening', { reason })).toMatchObject({ state: 'draft', frozen: null });
    await answer(server, 4, '1');
    expect(await post('closure')).toMatchObject({
      state: 'closed',
      frozen: { results: { n: 16 } },
      closures: [
        { number: 1, reason, ledgerSize: 12 },
        { number: 2, reason: null, ledgerSize: 16 },
      ],
    });
    const { db } = server.context;
    const entries = await db.read.select().from(db.tables.auditEntries);
    expect(entries.map(({ action }) => action)).toEqual([
      'settings.changed',
      'period.closed',
      'period.published',
      'period.reopened',
      'period.closed',
    ]);
    expect(entries[3]?.after).toContain(reason);
  });
});

describe('reporting periods', () => {
  it('are all listed, as drafts at first', async () => {
    const { analyst } = await office();
    const { periods } = (await analyst.get('/api/periods?year=2026')).json();
    expect(periods).toHaveLength(12 + 4 + 2 + 1);
    expect(periods[10]).toMatchObject({
      key: KEY,
      from: '2026-10-15',
      to: '2026-11-14',
      state: 'draft',
      over: true,
      closures: [],
    });
    expect(periods[11]).toMatchObject({ key: '2026-month-12', over: false });
  });

  it('cannot be closed before they end, without answers, nor where there is none', async () => {
    const { server, analyst } = await office();
    const close = async (key: string) =>
      (await analyst.send('POST', `/api/periods/${key}/closure`)).json().code;
    expect(await close('2026-month-12')).toBe('period_not_over');
    expect(await close(KEY)).toBe('no_responses');
    await answer(server, 1, '4');
    for (const key of [
      '2026-month-13',
      '2026-week-1',
      'x',
      '2026-quarter-5',
      '1026-month-1',
      '2026-month-01',
    ])
      expect(await close(key)).toBe('unknown_period');
  });

  it('are changed by Sở Nội vụ alone, and seen by agencies once published', async () => {
    const { server, as, analyst, nobody } = await office();
    await answer(server, 12, '4');
    const own = server.agencies[0]?.id ?? '';
    for (const role of ['inspector', 'administrator', 'agency_manager', 'counter_officer'] as const)
      expect((await (await as(role)).send('POST', `/api/periods/${KEY}/closure`)).statusCode).toBe(403);
    expect(
      (await (await as('provincial_analyst', own)).send('POST', `/api/periods/${KEY}/closure`)).statusCode,
    ).toBe(403);
    expect((await nobody.get('/api/periods')).statusCode).toBe(403);
    await analyst.send('POST', `/api/periods/${KEY}/closure`);
    const manager = await as('agency_manager', own);
    expect(await read(manager)).toMatchObject({ state: 'closed', frozen: null, late: null });
    await analyst.send('POST', `/api/periods/${KEY}/publication`);
    const published = (await read(manager)).frozen;
    expect(published?.results.n).toBe(12);
    expect(published?.agencies.agencies.map(({ id }) => id)).toEqual([own]);
  });
});

describe('public results', () => {
  it('show published periods only, with method and checkpoint, and nothing that few people said', async () => {
    const { server, analyst, nobody } = await office();
    await answer(server, 5, '1');
    await answer(server, 30, '4', { agency: 1 });
    await answer(server, 40, '4', { agency: 2 });
    const seen = async (query = '') => (await nobody.get(`/api/public/results${query}`)).json();
    expect((await seen()).code).toBe('unknown_period');
    await analyst.send('POST', `/api/periods/${KEY}/closure`);
    expect((await seen(`?period=${KEY}`)).code).toBe('unknown_period');
    await analyst.send('POST', `/api/periods/${KEY}/publication`);
    const results = await seen();
    expect(results).toMatchObject({
      period: KEY,
      n: 75,
      aggregation: 'pooled_answers',
      ledger: { size: 75 },
    });
    expect(
      results.agencies
        .map(({ n, rate, hidden }: Record<string, unknown>) => [n, rate, hidden])
        .sort((a: unknown[], b: unknown[]) => Number(a[0]) - Number(b[0])),
    ).toEqual([
      [null, null, true],
      [null, null, true],
      [40, 100, false],
    ]);
    expect(JSON.stringify(results)).not.toMatch(/marked|reason/);
    const csv = await nobody.get('/api/public/results.csv');
    expect(csv.headers['content-disposition']).toContain(`results_${KEY}.csv`);
    // A heading, the whole, five factors, three agencies.
    expect(csv.body.split('\r\n').filter(Boolean)).toHaveLength(10);
    await analyst.send('POST', `/api/periods/${KEY}/reopening`, { reason: 'Số liệu còn thiếu một xã' });
    expect((await seen()).code).toBe('unknown_period');
  });

  it('hide an agency in a quarter of which two published months would leave a few people', async () => {
    const { server, analyst, as } = await office();
    const days = [
      ['2026-07-01T03:00:00Z', 5],
      ['2026-08-01T03:00:00Z', 12],
      ['2026-09-01T03:00:00Z', 12],
    ] as const;
    const today = server.clock.now;
    for (const [at, n] of days) {
      server.clock.now = Date.parse(at);
      await answer(server, n, '4', { at });
      await answer(server, 12, '4', { agency: 1, at });
    }
    server.clock.now = today;
    const publish = async (key: string) => {
      for (const step of ['closure', 'publication'])
        expect((await analyst.send('POST', `/api/periods/${key}/${step}`)).statusCode).toBe(200);
    };
    const own = server.agencies[0]?.id ?? '';
    const manager = await as('agency_manager', own);
    const hidden = (rows: { id: string; hidden: boolean }[]) =>
      server.agencies.slice(0, 2).map(({ id }) => rows.find((row) => row.id === id)?.hidden);
    const inQuarter = async () => {
      const { agencies } = (await server.get('/api/public/results?period=2026-quarter-3')).json();
      const theirs = (await manager.get('/api/periods/2026-quarter-3')).json() as PeriodWithFigures;
      const ours = (await analyst.get('/api/periods/2026-quarter-3')).json() as PeriodWithFigures;
      return [
        hidden(agencies),
        hidden(theirs.frozen?.agencies.agencies ?? [])[0],
        hidden(ours.frozen?.agencies.agencies ?? []),
      ];
    };
    await publish('2026-quarter-3');
    await publish('2026-month-8');
    expect(await inQuarter()).toEqual([[false, false], false, [false, false]]);
    await publish('2026-month-9');
    expect(await inQuarter()).toEqual([[true, false], true, [false, false]]);

    // Nor as the quarter before the next one.
    server.clock.now = Date.parse('2026-12-20T03:00:00Z');
    for (const agency of [0, 1]) await answer(server, 12, '2', { agency, at: '2026-12-01T03:00:00Z' });
    const [later, theirs] = [await as('provincial_analyst'), await as('agency_manager', own)];
    for (const step of ['closure', 'publication'])
      expect((await later.send('POST', `/api/periods/2026-quarter-4/${step}`)).statusCode).toBe(200);
    const rowOf = async ({ get }: Pick<typeof later, 'get'>) =>
      ((await get('/api/periods/2026-quarter-4')).json() as PeriodWithFigures).frozen?.agencies.agencies.find(
        ({ id }) => id === own,
      );
    expect(await rowOf(later)).toMatchObject({ rate: 0, previous: { n: 29, rate: 100 }, valueChange: -100 });
    expect(await rowOf(theirs)).toMatchObject({
      rate: 0,
      previous: { n: 29, rate: null, rank: null, hidden: true },
      valueChange: null,
      rankChange: null,
    });
  });

  it('are not there where the installation does not show them', async () => {
    const { get } = await testServer();
    for (const url of ['/api/public/results', '/api/public/results.csv'])
      expect([(await get(url)).statusCode, (await get(url)).json().code]).toEqual([404, 'not_found']);
  });
});
