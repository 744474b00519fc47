// What the page of one agency asks besides its tree: what it is compared with, and where people leave the form.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Comparison } from '#domain/comparison-view.ts';
import type { DropOffs } from '#domain/drop-offs.ts';
import type { AgencyResults } from '#domain/results.ts';
import { newTouchpoint } from '../../server/agencies/creation.ts';
import { type Agency, insertAgencies } from '../../server/agencies/queries.ts';
import { insertTouchpoints } from '../../server/touchpoints/queries.ts';
import { leftAt } from '../support/batches.ts';
import { DIALECTS } from '../support/databases.ts';
import { allCriteria, NOW, submission, type TestServer, testServer } from '../support/server.ts';
import { staff } from '../support/staff.ts';
import { Tablet } from '../support/tablet.ts';

/** Reporting months end on the 14th, so these are one. */
const MONTH = 'from=2026-10-15&to=2026-11-14';

/** Two more communes, so that the group has four. */
async function withFourLocals(options: Parameters<typeof testServer>[0] = {}): Promise<TestServer> {
  const server = await testServer(options);
  const { context, agencies, touchpoints, province } = server;
  const more = ['UBND xã Nhơn Ái', 'UBND xã Trường Long'].map(
    (name): Agency => ({
      ...(agencies[1] as Agency),
      id: randomUUID(),
      parentId: province.id,
      name,
    }),
  );
  const points = more.map((agency) => newTouchpoint(agency, 'counter', 'one-stop@1', NOW));
  await context.db.write((tx) => [
    insertAgencies(tx, context.db.tables, more),
    insertTouchpoints(tx, context.db.tables, points),
  ]);
  agencies.push(...more);
  touchpoints.push(...points);
  return server;
}

async function answer(server: TestServer, agency: number, day: string, levels: Record<string, number>) {
  for (const [level, count] of Object.entries(levels))
    for (let index = 0; index < count; index++) {
      const at = `${day}T03:00:00Z`;
      const body = submission(server.touchpoints[agency]?.code ?? '', {
        answers: allCriteria(level),
        startedAt: at,
        answeredAt: at,
      });
      expect((await server.submit(body)).statusCode).toBe(201);
    }
}

const compare = async ({ get, agencies }: TestServer, agency = 0, query = MONTH) =>
  (await get(`/api/results/comparison?agency=${agencies[agency]?.id}&${query}`)).json<Comparison>();

describe.each(DIALECTS)('GET /api/results/comparison on %s', (dialect) => {
  it('stands beside its like, the month before and the same month a year ago', async () => {
    const server = await withFourLocals({ dialect });
    await answer(server, 0, '2026-11-01', { 5: 30, 2: 10 });
    await answer(server, 0, '2026-10-01', { 5: 6, 2: 24 });
    // Nothing that is a year old is taken, so it came then.
    server.clock.now = Date.parse('2025-11-02T03:00:00Z');
    await answer(server, 0, '2025-11-01', { 5: 15, 2: 5 });
    server.clock.now = NOW;
    // The others of its kind, all of them worse; a department that does not count.
    for (const agency of [1, 3, 4]) await answer(server, agency, '2026-11-01', { 4: agency, 1: 15 - agency });
    await answer(server, 2, '2026-11-01', { 5: 12 });

    const found = await compare(server);
    expect(found).toMatchObject({
      agency: { name: 'UBND phường Cái Răng' },
      from: '2026-10-15',
      to: '2026-11-14',
      group: 'local',
      current: { n: 40, rate: 75, rank: 1, rankOf: 4, tied: false },
      previous: { from: '2026-09-15', to: '2026-10-14', n: 30, rate: 20, difference: 55, real: true },
      lastYear: { from: '2025-10-15', to: '2025-11-14', n: 20, rate: 75, difference: 0, real: false },
    });
    // (1 + 3 + 4) of 45 people.
    expect(found.others).toMatchObject({ agencies: 3, n: 45, real: true });
    expect(found.others?.rate).toBeCloseTo((100 * 8) / 45, 10);
    expect(found.others?.difference).toBeCloseTo(75 - (100 * 8) / 45, 10);
  });
});

describe('GET /api/results/comparison', () => {
  it('says the same of rate, rank and change as the ranking', async () => {
    const server = await withFourLocals();
    for (const agency of [0, 1, 3, 4]) {
      await answer(server, agency, '2026-11-01', { 5: 10 + agency, 2: 4 });
      await answer(server, agency, '2026-10-01', { 5: 10, 2: agency });
    }
    const days = 'from=2026-10-15&to=2026-11-13';
    const { agencies } = (await server.get(`/api/results/agencies?${days}`)).json<AgencyResults>();
    for (const agency of [0, 1, 2, 3, 4]) {
      const { current, previous } = await compare(server, agency, days);
      const row = agencies.find(({ id }) => id === server.agencies[agency]?.id);
      expect(row).toMatchObject(current);
      expect({ difference: row?.valueChange, rankChange: row?.rankChange }).toEqual({
        difference: previous.difference,
        rankChange: previous.rankChange,
      });
    }
  });

  it('gives no mean where it would show a neighbour, and hides few people as everywhere', async () => {
    const server = await testServer();
    await answer(server, 0, '2026-11-01', { 5: 12 });
    await answer(server, 1, '2026-11-01', { 5: 12 });
    await answer(server, 0, '2026-10-01', { 5: 3 });
    expect(await compare(server)).toMatchObject({
      others: null,
      previous: { rate: null, interval: null, hidden: true, difference: null, real: null },
    });
  });

  it('has the province beside nobody but its own past', async () => {
    const server = await testServer();
    await answer(server, 0, '2026-11-01', { 5: 12 });
    const found = (await server.get(`/api/results/comparison?${MONTH}`)).json<Comparison>();
    expect(found).toMatchObject({
      group: 'province',
      others: null,
      current: { n: 12, rate: 100, rankOf: 1 },
    });
  });

  it('is cut to an agency’s own people, up to yesterday; the month compared with stays whole', async () => {
    const server = await withFourLocals();
    await answer(server, 0, '2026-11-18', { 5: 12 });
    // Held back while the month runs: somebody may have to join them.
    await answer(server, 0, '2026-11-19', { 1: 12 });
    await answer(server, 0, '2026-11-20', { 1: 12 });
    const manager = await staff(server, 'agency_manager', server.agencies[0]?.id ?? null);
    const ask = async (query: string) => (await manager.get(`/api/results/comparison?${query}`)).json();
    expect(await ask('from=2026-11-15&to=2026-12-14')).toMatchObject({
      to: '2026-11-18',
      current: { n: 12, rate: 100 },
      previous: { from: '2026-10-15', to: '2026-11-14' },
      lastYear: { from: '2025-11-15', to: '2025-12-14' },
    });
    expect((await ask('from=2026-11-20&to=2026-11-20')).code).toBe('until_yesterday');
    expect((await ask(`agency=${server.agencies[1]?.id}`)).code).toBe('unknown_agency');
    expect((await ask(`agency=${server.province.id}`)).code).toBe('unknown_agency');
  });
});

describe('people of an agency, on days on which the others may have been few', () => {
  it('get the mean of the others for whole reporting months that are over, and no other days', async () => {
    const server = await withFourLocals();
    for (const agency of [0, 1, 3, 4]) await answer(server, agency, '2026-11-01', { 5: 12 });
    // On this day the three others have three people together.
    for (const agency of [1, 3, 4]) await answer(server, agency, '2026-11-03', { 1: 1 });
    await answer(server, 0, '2026-11-03', { 5: 12 });
    const own = server.agencies[0]?.id ?? '';
    const manager = await staff(server, 'agency_manager', own);
    const groupOf = async (query: string) =>
      (await manager.get(`/api/results/agencies?${query}`)).json<AgencyResults>().groups;
    const othersOf = async (query: string) => {
      const found = (await manager.get(`/api/results/comparison?${query}`)).json<Comparison>();
      return [found.others?.n ?? null, found.othersWithheld ?? null];
    };
    for (const days of ['from=2026-10-15&to=2026-11-02', 'from=2026-10-15&to=2026-11-03']) {
      expect(await othersOf(days)).toEqual([null, 'no_whole_month']);
      expect(await groupOf(days)).toEqual([]);
      expect((await compare(server, 0, days)).others).not.toBeNull();
    }
    expect(await othersOf(MONTH)).toEqual([39, null]);
    expect(await groupOf(MONTH)).toMatchObject([{ group: 'local', agencies: 4, n: 63 }]);
    expect(await groupOf('from=2026-11-15&to=2026-12-14')).toEqual([]);
  });
});

const dropOffs = async ({ get }: Pick<TestServer, 'get'>, query: string) =>
  (await get(`/api/results/drop-offs?from=2026-11-01&to=2026-11-20&${query}`)).json<DropOffs>();

describe.each(DIALECTS)('GET /api/results/drop-offs on %s', (dialect) => {
  it('says at which step people left, at an agency and everything below it', async () => {
    const server = await testServer({ dialect });
    await answer(server, 0, '2026-11-10', { 5: 12 });
    const tablet = await Tablet.paired(server);
    await tablet.deliver([], { dropOffs: [leftAt('c15', 7), leftAt('c18', 4), leftAt('c23:reason', 11)] });
    await tablet.deliver([], { dropOffs: [leftAt('c15', 5, '2026-11-19')] });
    const other = await Tablet.paired(server, server.touchpoints[1]);
    await other.deliver([], { dropOffs: [leftAt('comment', 40)] });

    const own = await dropOffs(server, `agency=${server.agencies[0]?.id}`);
    expect(own).toMatchObject({ responses: 12, left: 27 });
    expect(own.steps.filter(({ n }) => n !== 0)).toMatchObject([
      { code: 'access', title: { vi: 'Tiếp cận dịch vụ' }, n: 16 },
      { code: 'officials', n: 11 },
    ]);
    expect(await dropOffs(server, '')).toMatchObject({ left: 67 });
    // Up to yesterday five have left: too few to say so.
    const manager = await staff(server, 'agency_manager', server.agencies[0]?.id ?? null);
    const until = await dropOffs(manager, '');
    expect(until).toMatchObject({ to: '2026-11-19', left: null });
    expect(until.steps.every(({ n }) => n === null)).toBe(true);
  });
});

describe('both', () => {
  it.each(['comparison', 'drop-offs'])(
    'GET /api/results/%s refuses what is malformed, unknown or not allowed',
    async (what) => {
      const server = await testServer();
      await answer(server, 0, '2026-11-10', { 5: 1 });
      const get = async (query: string) => (await server.get(`/api/results/${what}?${query}`)).json();
      expect((await get('from=yesterday')).status).toBe(400);
      expect((await get('from=2026-11-20&to=2026-11-01')).code).toBe('invalid_range');
      expect((await get('agency=nobody')).code).toBe('unknown_agency');
      expect((await get('questionnaire=nothing@1')).code).toBe('unknown_questionnaire');
      const officer = await staff(server, 'counter_officer', server.agencies[0]?.id ?? null);
      expect((await officer.get(`/api/results/${what}`)).json().code).toBe('not_allowed');
      const empty = await testServer({ empty: true });
      expect((await empty.get(`/api/results/${what}`)).json().code).toBe('no_responses');
    },
  );
});
