import { describe, expect, it } from 'vitest';
import type { AgencyResults, AgencyRow, Results } from '#domain/results.ts';
import { wilson } from '#domain/statistics.ts';
import { DIALECTS } from '../support/databases.ts';
import { AGENCY_NAMES, allCriteria, submission, type TestServer, testServer } from '../support/server.ts';

async function answer(server: TestServer, agency: number, levels: string[], at = '2026-11-20T02:59:00Z') {
  for (const level of levels) {
    const body = submission(server.touchpoints[agency]?.code ?? '', {
      answers: allCriteria(level),
      startedAt: at,
      answeredAt: at,
    });
    expect((await server.submit(body)).statusCode).toBe(201);
  }
}
const times = (count: number, level: string) => Array.from({ length: count }, () => level);
const results = async (server: TestServer, query = '') =>
  (await server.get(`/api/results?${query}`)).json<Results>();
const ranking = async (server: TestServer, query = '') => {
  const { agencies } = (await server.get(`/api/results/agencies?${query}`)).json<AgencyResults>();
  return Object.fromEntries(agencies.map((row) => [row.name, row])) as Record<string, AgencyRow>;
};

describe.each(DIALECTS)('GET /api/results on %s', (dialect) => {
  it('counts a response as soon as it is stored', async () => {
    const server = await testServer({ dialect });
    await answer(server, 0, times(10, '4'));
    expect((await results(server)).n).toBe(10);
    await answer(server, 0, ['2']);
    const after = await results(server);
    expect(after.n).toBe(11);
    expect(after.overall).toMatchObject({ n: 209, satisfied: 190, people: 11, rate: (100 * 190) / 209 });
  });

  it('shows part, factor and criterion with the count of every level', async () => {
    const server = await testServer({ dialect });
    await answer(server, 0, [...times(6, '5'), ...times(3, '4'), '3', 'dont_know']);
    const [part] = (await results(server)).parts;
    expect(part?.factors.map((factor) => factor.criteria.length)).toEqual([4, 4, 5, 3, 3]);
    const criterion = part?.factors[0]?.criteria[0];
    expect(criterion?.options?.map(({ code, n }) => [code, n])).toEqual([
      ['1', 0],
      ['2', 0],
      ['3', 1],
      ['4', 3],
      ['5', 6],
      ['dont_know', 1],
    ]);
    expect(criterion).toMatchObject({ n: 10, satisfied: 9, rate: 90, interval: wilson(90, 10) });
  });

  it('gives pooled figures the interval of the people, not of their 19 answers each', async () => {
    const server = await testServer({ dialect });
    await answer(server, 0, [...times(27, '4'), ...times(3, '2')]);
    const { overall } = await results(server);
    expect(overall.n).toBe(570);
    expect(overall.interval?.low).toBeCloseTo(wilson(90, 30).low, 6);
  });

  it('keeps to the days asked for, in local time, both ends included', async () => {
    const server = await testServer({ dialect });
    // 23:59 on the 9th, 00:00 on the 10th, 23:59 on the 10th, 00:00 on the 11th, at UTC+7.
    const instants = [
      '2026-11-09T16:59:59Z',
      '2026-11-09T17:00:00Z',
      '2026-11-10T16:59:59Z',
      '2026-11-10T17:00:00Z',
    ];
    for (const at of instants) await answer(server, 0, ['4'], at);
    expect((await results(server, 'from=2026-11-10&to=2026-11-10')).n).toBe(2);
    expect((await results(server, 'from=2026-11-09&to=2026-11-11')).n).toBe(4);
  });

  it('narrows to an agency', async () => {
    const server = await testServer({ dialect });
    await answer(server, 0, times(12, '4'));
    await answer(server, 1, times(11, '1'));
    const only = await results(server, `agency=${server.agencies[1]?.id}`);
    expect([only.n, only.overall.rate, only.agency.name]).toEqual([11, 0, AGENCY_NAMES[1]]);
  });

  it('hides what fewer than ten people said, at every level', async () => {
    const server = await testServer({ dialect });
    await answer(server, 0, times(9, '5'));
    const { n, overall, parts, questions } = await results(server);
    expect(n).toBe(9);
    expect(overall).toMatchObject({ hidden: true, rate: null, n: null, satisfied: null, interval: null });
    const text = JSON.stringify({ parts, questions });
    expect(text).not.toMatch(/"rate":\d|"satisfied":\d|"options":\[/);
  });

  it('never mixes questionnaires and says which ones were answered', async () => {
    const server = await testServer({ dialect });
    await answer(server, 0, times(12, '4'));
    const content = (await server.get('/api/questionnaires/one-stop@1')).json().content;
    const next = { ...content, version: 2 };
    expect(
      (await server.app.inject({ method: 'POST', url: '/api/questionnaires', payload: next })).statusCode,
    ).toBe(201);
    const code = server.touchpoints[0]?.code ?? '';
    await server.submit(submission(code, { questionnaire: 'one-stop@2' }));
    const found = await results(server);
    expect(found.questionnaires.map(({ id, responses }) => [id, responses])).toEqual([
      ['one-stop@1', 12],
      ['one-stop@2', 1],
    ]);
    expect(found.n).toBe(12);
    expect((await results(server, 'questionnaire=one-stop@2')).n).toBe(1);
  });

  it('answers an empty installation and unknown things with 404 and a code', async () => {
    const empty = await testServer({ dialect, empty: true });
    expect((await empty.get('/api/results')).json()).toEqual({ status: 404, code: 'no_responses' });
    expect((await empty.get('/api/results/agencies')).json().code).toBe('no_responses');
    const server = await testServer({ dialect });
    expect((await server.get('/api/results?agency=nobody')).json().code).toBe('unknown_agency');
    expect((await server.get('/api/results?questionnaire=x@1')).json().code).toBe('unknown_questionnaire');
    expect((await results(server)).n).toBe(0);
  });

  it('refuses ranges that are none', async () => {
    const server = await testServer({ dialect });
    const status = async (query: string) => (await server.get(`/api/results?${query}`)).statusCode;
    expect(await status('from=2026-11-11&to=2026-11-10')).toBe(422);
    expect(await status('from=0001-01-01')).toBe(422);
    expect(await status('from=2026-02-30')).toBe(400);
    expect(await status('to=tomorrow')).toBe(400);
  });
});

describe.each(DIALECTS)('GET /api/results/agencies on %s', (dialect) => {
  it('ranks agencies among their like and shows what changed', async () => {
    const server = await testServer({ dialect });
    const before = '2026-11-05T03:00:00Z';
    await answer(server, 0, [...times(10, '4'), ...times(10, '2')], before);
    await answer(server, 1, times(20, '4'), before);
    await answer(server, 0, times(20, '4'));
    await answer(server, 1, [...times(15, '4'), ...times(5, '2')]);
    await answer(server, 2, times(15, '1'));
    const rows = await ranking(server, 'from=2026-11-11&to=2026-11-20');
    expect(rows[AGENCY_NAMES[0]]).toMatchObject({
      n: 20,
      rate: 100,
      rank: 1,
      rankOf: 2,
      valueChange: 50,
      rankChange: 1,
      weak: true,
      previous: { n: 20, rate: 50, rank: 2 },
    });
    expect(rows[AGENCY_NAMES[1]]).toMatchObject({ rank: 2, rate: 75, valueChange: -25, rankChange: -1 });
    expect(rows[AGENCY_NAMES[2]]).toMatchObject({
      group: 'department',
      rank: 1,
      rankOf: 1,
      valueChange: null,
    });
  });

  it('hides a small agency and the one that would give it away', async () => {
    const server = await testServer({ dialect });
    await answer(server, 0, times(5, '4'));
    await answer(server, 1, times(12, '4'));
    await answer(server, 2, times(40, '4'));
    const rows = await ranking(server);
    expect(rows[AGENCY_NAMES[0]]).toMatchObject({ n: 5, hidden: true, rate: null, rank: null });
    expect(rows[AGENCY_NAMES[1]]).toMatchObject({ n: 12, hidden: true, rate: null, rank: null });
    expect(rows[AGENCY_NAMES[2]]).toMatchObject({ n: 40, hidden: false, rate: 100 });
  });

  it('says how many responses the transactions of these days need, of an agency and of all together', async () => {
    const server = await testServer({ dialect });
    await answer(server, 0, times(10, '4'));
    const handle = async (index: number, yearlyTransactions: unknown) =>
      (
        await server.app.inject({
          method: 'PATCH',
          url: `/api/agencies/${server.agencies[index]?.id}`,
          payload: { yearlyTransactions },
        })
      ).statusCode;
    for (const wrong of [-1, 1.5, '500', 1e12]) expect(await handle(0, wrong)).toBe(400);
    const year = 'from=2025-11-21&to=2026-11-20';
    expect((await results(server, year)).required).toBeNull();
    expect([await handle(0, 1000), await handle(1, 5000)]).toEqual([200, 200]);
    const rows = await ranking(server, year);
    expect(AGENCY_NAMES.map((name) => rows[name]?.required)).toEqual([286, 371, null]);
    expect((await results(server, year)).required).toBe(286 + 371);
    const quarter = `from=2026-09-09&to=2026-11-20&agency=${server.agencies[1]?.id}`;
    expect((await results(server, quarter)).required).toBe(286);
    await handle(0, null);
    expect((await results(server, year)).required).toBe(371);
  });

  it('says which agencies the intervals leave apart, and what each group adds up to without the hidden', async () => {
    const server = await testServer({ dialect });
    await answer(server, 0, times(30, '4'));
    await answer(server, 1, [...times(15, '4'), ...times(15, '2')]);
    await answer(server, 2, times(12, '4'));
    const apart = await ranking(server);
    const standing = (index: 0 | 1 | 2) => apart[AGENCY_NAMES[index]]?.standing;
    expect([standing(0), standing(1)]).toEqual([
      { band: 1, size: 1, best: 1, worst: 1 },
      { band: 2, size: 1, best: 2, worst: 2 },
    ]);
    const groups = async () =>
      (await server.get('/api/results/agencies'))
        .json<AgencyResults>()
        .groups.map(({ group, agencies, n, rate, weight }) => [
          group,
          agencies,
          n,
          rate,
          Number(weight.toFixed(6)),
        ]);
    // Everybody gave the same answer nineteen times: a response is worth one.
    expect(await groups()).toEqual([
      ['department', 1, 12, 100, 1],
      ['local', 2, 60, 75, 1],
    ]);
    await answer(server, 2, times(3, '1'), '2026-11-10T03:00:00Z');
    const week = await server.get('/api/results/agencies?from=2026-11-09&to=2026-11-15');
    expect(week.json<AgencyResults>().groups).toEqual([]);
  });

  it('puts a whole reporting period beside the one before it, however long that was', async () => {
    const server = await testServer({ dialect });
    const previous = async (query: string) =>
      (await server.get(`/api/results/agencies?${query}`)).json<AgencyResults>().previous;
    expect(await previous('from=2026-02-15&to=2026-03-14')).toEqual({ from: '2026-01-15', to: '2026-02-14' });
    expect(await previous('from=2026-02-16&to=2026-03-14')).toEqual({ from: '2026-01-20', to: '2026-02-15' });
  });
});
