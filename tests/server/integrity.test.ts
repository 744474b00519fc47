import { describe, expect, it } from 'vitest';
import type { Findings } from '#domain/findings-view.ts';
import type { Role } from '#domain/roles.ts';
import type { Channel } from '#domain/submissions.ts';
import { newTouchpoint } from '../../server/agencies/creation.ts';
import { newSlicing } from '../../server/slices/counting.ts';
import { insertTouchpoints } from '../../server/touchpoints/queries.ts';
import { DIALECTS, type Dialect } from '../support/databases.ts';
import { AGENCY_NAMES, allCriteria, submission, type TestServer, testServer } from '../support/server.ts';
import { staff } from '../support/staff.ts';

const MINUTE = 60_000;

async function watched(dialect?: Dialect) {
  const server = await testServer({ ...(dialect && { dialect }) });
  const as = (role: Role, agency: string | null = null) => staff(server, role, agency);
  return { server, as, inspector: await as('inspector') };
}

/** Responses at one touchpoint from 19 November, nine in the morning, so many minutes apart. */
async function send(
  server: TestServer,
  count: number,
  { agency = 0, apart = 0.5, level = '5', from = '2026-11-19T02:00:00Z', channel = 'web' as Channel } = {},
) {
  for (let index = 0; index < count; index++) {
    const at = new Date(Date.parse(from) + index * apart * MINUTE).toISOString();
    const body = submission(server.touchpoints[agency]?.code ?? '', {
      answers: allCriteria(level, { age: (['18_24', '25_34', 'over_60'] as const)[index % 3] ?? '18_24' }),
      startedAt: new Date(Date.parse(at) - MINUTE).toISOString(),
      answeredAt: at,
      channel,
    });
    expect((await server.submit(body)).statusCode).toBe(201);
  }
}

const findings = async (who: { get: (url: string) => Promise<{ json: () => unknown }> }, query = '') =>
  (await who.get(`/api/integrity/findings?${query}`)).json() as Findings;

describe.each(DIALECTS)('findings on %s', (dialect) => {
  it('say what, where, when, how strong and why, and give the rate with and without', async () => {
    const { server, inspector } = await watched(dialect);
    await send(server, 12, { level: '2', apart: 60 * 24, from: '2026-11-05T03:00:00Z' });
    await send(server, 30, { apart: 0.4 });
    const { findings: found, figure } = await findings(inspector);
    expect(found).toMatchObject([
      {
        kind: 'burst',
        agency: { name: AGENCY_NAMES[0] },
        from: '2026-11-19',
        to: '2026-11-19',
        hours: { from: '09:00', to: '09:00' },
        strength: 3,
        why: { n: 30, minutes: 15, usual: 1 },
        responses: 30,
      },
    ]);
    expect(figure).toMatchObject({ questionnaire: 'one-stop@1', n: 42, flagged: 30, rateWithout: 0 });
    expect(figure.rate).toBeCloseTo((100 * 30) / 42, 9);
    expect((await inspector.get('/api/results')).json().n).toBe(42);
  });

  it('list their responses by day, hour and how they came; nothing of who or what', async () => {
    const { server, inspector } = await watched(dialect);
    await send(server, 30, { apart: 0.4 });
    const [found] = (await findings(inspector)).findings;
    const reply = await inspector.get(`/api/integrity/responses?finding=${found?.id}&size=7`);
    expect(reply.json()).toMatchObject({ total: 30 });
    expect(reply.json().responses).toHaveLength(7);
    expect(reply.json().responses[0]).toEqual({
      day: '2026-11-19',
      hour: 9,
      channel: 'web',
      seconds: 60,
      marks: [],
    });
    expect(reply.body).not.toMatch(/over_60|"5"|c15/);
    expect((await inspector.get('/api/integrity/responses?finding=nothing')).json().code).toBe(
      'unknown_finding',
    );
  });

  it('count a response once, whoever noted it at the same time', async () => {
    const { server, inspector } = await watched(dialect);
    await send(server, 10, { apart: 0.4 });
    await newSlicing(server.context.db).catchUp();
    await send(server, 10, { apart: 0.4 });
    const { db } = server.context;
    const late = newSlicing(db);
    const both = [late, newSlicing(db)];
    await Promise.all(both.map((one) => one.catchUp()));
    const { extracts, sliceSteps, slices, sliceCounts } = db.tables;
    await db.write((tx) => [extracts, sliceSteps, slices, sliceCounts].map((table) => tx.delete(table)));
    await Promise.all([newSlicing(db).catchUp(), newSlicing(db).catchUp()]);
    expect((await findings(inspector)).findings).toMatchObject([{ kind: 'burst', responses: 20 }]);
  });

  it('name a tablet without answers while others like it have them', async () => {
    const { server, inspector } = await watched(dialect);
    const { db } = server.context;
    const at = Date.parse('2026-10-01T00:00:00Z');
    const ward = server.agencies[0];
    if (!ward) throw new Error('no agency');
    const kiosks = Array.from({ length: 5 }, () => ({
      ...newTouchpoint(ward, 'kiosk', 'one-stop@1', at),
      createdAt: at,
    }));
    await db.write((tx) => [insertTouchpoints(tx, db.tables, kiosks)]);
    server.touchpoints.push(...kiosks);
    for (let kiosk = 0; kiosk < 4; kiosk++)
      await send(server, 26, {
        agency: 3 + kiosk,
        apart: 60 * 24,
        from: '2026-10-25T03:00:00Z',
        channel: 'kiosk',
      });
    const { findings: found } = await findings(inspector, 'from=2026-10-26&to=2026-11-18');
    expect(
      found
        .filter(({ kind }) => kind === 'silent_kiosk')
        .map(({ touchpoint, responses }) => [touchpoint.id, responses]),
    ).toEqual([[kiosks[4]?.id, 0]]);
  });
});

describe('who may look at findings', () => {
  it('is the inspector alone, within his agencies', async () => {
    const { server, as } = await watched();
    await send(server, 30, { apart: 0.4 });
    for (const role of ['administrator', 'provincial_analyst', 'agency_manager', 'counter_officer'] as const)
      for (const path of ['findings', 'responses?finding=x'])
        expect((await (await as(role)).get(`/api/integrity/${path}`)).statusCode).toBe(403);
    const [own, other] = server.agencies.map(({ id }) => id) as [string, string];
    expect((await findings(await as('inspector', own))).findings).toHaveLength(1);
    const elsewhere = await as('inspector', other);
    expect((await findings(elsewhere)).findings).toEqual([]);
    expect((await elsewhere.get(`/api/integrity/findings?agency=${own}`)).json().code).toBe('unknown_agency');
  });

  it('gets no rate that few people stand behind, nor one that differs by few', async () => {
    const { server, inspector } = await watched();
    expect((await findings(inspector)).figure).toEqual({
      questionnaire: null,
      n: 0,
      rate: null,
      flagged: 0,
      rateWithout: null,
    });
    await send(server, 6, { channel: 'kiosk', from: '2026-11-18T15:00:00Z' });
    expect(await findings(inspector)).toMatchObject({
      findings: [{ kind: 'outside_hours' }],
      figure: { n: 6, rate: null, flagged: 6, rateWithout: null },
    });
    await send(server, 30, { apart: 60, from: '2026-11-02T02:00:00Z' });
    expect((await findings(inspector)).figure).toMatchObject({ n: 36, flagged: 6, rateWithout: null });
  });

  it('asks for at most a quarter of a year', async () => {
    const { inspector } = await watched();
    const status = async (query: string) =>
      (await inspector.get(`/api/integrity/findings?${query}`)).statusCode;
    expect(await status('from=2026-01-01&to=2026-11-20')).toBe(422);
    expect(await status('from=2026-11-20&to=2026-11-01')).toBe(422);
    expect(await status('from=yesterday')).toBe(400);
    expect(await status('to=2026-11-01')).toBe(200);
  });
});
