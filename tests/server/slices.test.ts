import { describe, expect, it } from 'vitest';
import type { Results, SlicesView, TrendView } from '#domain/results.ts';
import type { Role } from '#domain/roles.ts';
import { newSlicing } from '../../server/slices/counting.ts';
import { DIALECTS } from '../support/databases.ts';
import { allCriteria, submission, type TestServer, testServer } from '../support/server.ts';
import { staff } from '../support/staff.ts';

interface Person {
  agency?: number;
  age?: string;
  gender?: string;
  day?: number;
  level?: string;
  channel?: 'web' | 'kiosk' | 'paper';
  /** Criteria that are answered with "don't know". */
  unknown?: string[];
}

async function answer(server: TestServer, count: number, person: Person) {
  const { agency = 0, age, gender, day = 12, level = '4', channel = 'web', unknown = [] } = person;
  const answers = allCriteria(level, {
    ...(age && { age }),
    ...(gender && { gender }),
    ...Object.fromEntries(unknown.map((code) => [code, 'dont_know'])),
  });
  const at = `2026-11-${String(day).padStart(2, '0')}T03:00:00Z`;
  for (let index = 0; index < count; index++) {
    const body = submission(server.touchpoints[agency]?.code ?? '', {
      answers,
      channel,
      startedAt: at,
      answeredAt: at,
    });
    expect((await server.submit(body)).statusCode).toBe(201);
  }
}

const DAYS = 'from=2026-11-01&to=2026-11-20';
const slices = async (server: TestServer, query: string) =>
  (await server.get(`/api/results/slices?${DAYS}&${query}`)).json<SlicesView>();
const byCode = ({ groups }: SlicesView) => Object.fromEntries(groups.map((group) => [group.code, group]));

describe.each(DIALECTS)('GET /api/results/slices on %s', (dialect) => {
  it('gives the rate of each group with its interval, and of each node', async () => {
    const server = await testServer({ dialect });
    await answer(server, 20, { age: '18_24', level: '5' });
    await answer(server, 30, { age: 'over_60', level: '2', channel: 'kiosk' });
    const age = byCode(await slices(server, 'by=age'));
    expect(age['18_24']).toMatchObject({
      n: 20,
      people: 20,
      rate: 100,
      hidden: false,
      weak: true,
      text: { vi: '18–24' },
    });
    expect(age.over_60).toMatchObject({ n: 30, rate: 0, weak: false });
    expect(age['25_34']).toMatchObject({ n: 0, rate: null, hidden: false });
    expect(byCode(await slices(server, 'by=age&node=c20'))['18_24']).toMatchObject({
      n: 20,
      people: 20,
      rate: 100,
    });
    expect(byCode(await slices(server, 'by=age&node=officials')).over_60).toMatchObject({ rate: 0 });
    expect(byCode(await slices(server, 'by=channel'))).toMatchObject({
      web: { n: 20, rate: 100 },
      kiosk: { n: 30, rate: 0 },
    });
    const points = byCode(await slices(server, 'by=touchpoint'));
    expect(points[server.touchpoints[0]?.id ?? '']).toMatchObject({ n: 50, rate: 40 });
    const whole = (await server.get(`/api/results?${DAYS}`)).json<Results>();
    expect((await slices(server, 'by=age')).n).toBe(whole.n);
    // The province adds up counters, an agency its people.
    for (const query of ['by=age', 'by=channel&node=officials', 'by=age&node=c20'])
      expect((await slices(server, `${query}&agency=${server.agencies[0]?.id}`)).groups).toEqual(
        (await slices(server, query)).groups,
      );
  });

  it('counts the same in steps as at once, by two processes and by one', async () => {
    const server = await testServer({ dialect });
    const { db } = server.context;
    for (const day of [10, 11, 12]) {
      await answer(server, 12, { age: '18_24', day });
      await Promise.all([newSlicing(db, 5).catchUp(), newSlicing(db, 7).catchUp()]);
    }
    const { slices: sizes, sliceCounts, extracts, sliceSteps } = db.tables;
    const counted = [sizes, sliceCounts, extracts];
    const read = async () => {
      const rows = await Promise.all(counted.map(async (table) => await db.read.select().from(table)));
      return rows.map(sorted);
    };
    const steps = await read();
    expect(steps.map((rows) => rows.length > 0)).toEqual([true, true, true]);
    await db.write((tx) => [...counted, sliceSteps].map((table) => tx.delete(table)));
    await newSlicing(db).catchUp();
    expect(await read()).toEqual(steps);
    expect(byCode(await slices(server, 'by=age'))['18_24']).toMatchObject({ n: 36 });
  });

  it('draws a line over time, with small points withheld', async () => {
    const server = await testServer({ dialect });
    await answer(server, 12, { day: 10, level: '5' });
    await answer(server, 15, { day: 11, level: '2' });
    await answer(server, 3, { day: 12, level: '2' });
    const trend = async (by: string) =>
      (await server.get(`/api/results/trend?${DAYS}&by=${by}`)).json<TrendView>();
    expect((await trend('month')).points).toMatchObject([
      { from: '2026-11-01', to: '2026-11-20', n: 30, rate: 40, hidden: false },
    ]);
    const days = (await trend('day')).points;
    expect(days).toHaveLength(20);
    // The smallest day beside the small one is hidden, too: the week adds up.
    expect(days.slice(9, 12).map(({ n, rate }) => [n, rate])).toEqual([
      [null, null],
      [15, 0],
      [null, null],
    ]);
  });
});

const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort();

describe('slices', () => {
  it('are cut to an agency’s own people, up to yesterday', async () => {
    const server = await testServer();
    await answer(server, 60, { age: '18_24' });
    await answer(server, 12, { age: '18_24', day: 20 });
    const as = (role: Role, agency: string | null = null) => staff(server, role, agency);
    const [own, other] = server.agencies.map(({ id }) => id) as [string, string];
    const manager = await as('agency_manager', own);
    for (const path of ['slices?by=age', 'trend?by=month']) {
      expect((await manager.get(`/api/results/${path}&${DAYS}`)).json()).toMatchObject({
        agency: { id: own },
        // Groups are counted by reporting months that are over.
        to: path.startsWith('slices') ? '2026-11-14' : '2026-11-19',
      });
      expect((await manager.get(`/api/results/${path}&agency=${other}`)).json().code).toBe('unknown_agency');
      expect((await (await as('counter_officer', own)).get(`/api/results/${path}`)).statusCode).toBe(403);
    }
    expect((await manager.get(`/api/results/slices?by=age&${DAYS}`)).json().n).toBe(60);
  });

  it('refuse what is malformed or unknown', async () => {
    const server = await testServer();
    await answer(server, 1, {});
    const get = async (query: string) => (await server.get(`/api/results/${query}`)).json();
    expect((await get('slices')).status).toBe(400);
    expect((await get('slices?by=name')).status).toBe(400);
    expect((await get('slices?by=age&node=nothing')).code).toBe('unknown_node');
    expect((await get('slices?by=age&agency=nobody')).code).toBe('unknown_agency');
    expect((await get('slices?by=age&from=2026-11-20&to=2026-11-01')).code).toBe('invalid_range');
    expect((await get('trend?by=year')).status).toBe(400);
    expect((await get('trend?by=day&from=2020-01-01')).code).toBe('invalid_range');
    const empty = await testServer({ empty: true });
    expect((await empty.get('/api/results/slices?by=age')).json().code).toBe('no_responses');
  });
});

/** A number that somebody reads: of a group, a point or a whole; null where it is withheld. */
type Read = (server: TestServer) => Promise<number | null>;

const group =
  (query: string, code: string): Read =>
  async (server) => {
    const url = `/api/results/slices?${DAYS}&${query.replace(/agency=(\d)/, (_, at) => `agency=${server.agencies[at]?.id}`)}`;
    const found = byCode((await server.get(url)).json<SlicesView>())[
      code.startsWith('point') ? (server.touchpoints[Number(code.slice(5))]?.id ?? '') : code
    ];
    return found ? found.n : 0;
  };
const people =
  (query: string, code: string): Read =>
  async (server) => {
    const url = `/api/results/slices?${DAYS}&${query.replace(/agency=(\d)/, (_, at) => `agency=${server.agencies[at]?.id}`)}`;
    return byCode((await server.get(url)).json<SlicesView>())[code]?.people ?? null;
  };
const whole =
  (query = ''): Read =>
  async (server) => {
    const url = `/api/results?${DAYS}&${query.replace(/agency=(\d)/, (_, at) => `agency=${server.agencies[at]?.id}`)}`;
    return (await server.get(url)).json<Results>().n;
  };
const point =
  (by: string, from: string): Read =>
  async (server) =>
    (await server.get(`/api/results/trend?${DAYS}&by=${by}`))
      .json<TrendView>()
      .points.find((each) => each.from === from)?.n ?? null;

const AGES = ['18_24', '25_34', '35_49', '50_60', 'over_60'];
const all = (query: string, codes: string[], but = ''): Read[] =>
  codes.filter((code) => code !== but).map((code) => group(query, code));
/**
 * What somebody adds up, and what he takes away, to learn what a few people said; on the same days: who asks here may
 * export every response, and those who may not are tried in suppression-attacks.test.ts.
 */
const ATTACKS: [name: string, plus: Read[], minus: Read[]][] = [
  ['the few themselves', [group('by=age&agency=0', 'over_60')], []],
  ['the whole minus all other groups', [whole('agency=0')], all('by=age&agency=0', AGES, 'over_60')],
  ['the whole minus all groups: those who did not say', [whole('agency=0')], all('by=age&agency=0', AGES)],
  [
    'the province minus other agencies',
    [group('by=age', 'over_60')],
    [group('by=age&agency=1', 'over_60'), group('by=age&agency=2', 'over_60')],
  ],
  [
    'the province minus other agencies, a group that is large elsewhere',
    [group('by=age', '35_49')],
    [group('by=age&agency=0', '35_49'), group('by=age&agency=1', '35_49')],
  ],
  ['the whole of the province minus all groups', [whole()], all('by=age', AGES)],
  ['few who answered a criterion', [people('by=age&agency=0&node=c33', '25_34')], []],
  [
    'a factor minus its other criteria',
    [people('by=age&agency=0&node=feedback', '25_34')],
    [people('by=age&agency=0&node=c31', '25_34')],
  ],
  ['a criterion of the whole minus that of the groups', [people('by=age&agency=0&node=c33', '18_24')], []],
  ['few of a gender', [group('by=gender&agency=0', 'undisclosed')], []],
  ['a gender by taking the others away', [whole('agency=0')], all('by=gender&agency=0', ['male', 'female'])],
  ['few on paper', [group('by=channel&agency=0', 'paper')], []],
  ['paper by taking the others away', [whole('agency=0')], all('by=channel&agency=0', ['web', 'kiosk'])],
  [
    'paper of the province minus that of agencies',
    [group('by=channel', 'paper')],
    [group('by=channel&agency=1', 'paper'), group('by=channel&agency=2', 'paper')],
  ],
  ['few at a touchpoint', [group('by=touchpoint', 'point3')], []],
  [
    'a touchpoint by taking the others away',
    [whole()],
    ['point0', 'point1', 'point2'].map((code) => group('by=touchpoint', code)),
  ],
  ['few on a day of the line', [point('day', '2026-11-13')], []],
  [
    'a week minus its days',
    [point('week', '2026-11-09')],
    [9, 10, 11, 12, 14, 15].map((day) => point('day', `2026-11-${String(day).padStart(2, '0')}`)),
  ],
  [
    'a month minus its days',
    [point('month', '2026-11-01')],
    Array.from({ length: 20 }, (_, at) => at + 1)
      .filter((day) => day !== 13)
      .map((day) => point('day', `2026-11-${String(day).padStart(2, '0')}`)),
  ],
  [
    'the range minus its weeks',
    [whole()],
    ['2026-11-01', '2026-11-09', '2026-11-16'].map((from) => point('week', from)),
  ],
  ['another version of the questionnaire', [group('by=age&questionnaire=one-stop@2', '18_24')], []],
  ['a field nobody but few named', [group('by=field&agency=0', 'land')], []],
  [
    'the whole minus all fields',
    [whole('agency=0')],
    all('by=field&agency=0', [
      'civil_status',
      'certification',
      'construction',
      'social_protection',
      'merit',
      'business',
      'other',
    ]),
  ],
  [
    'an agency of which few answered, from the province',
    [whole()],
    [group('by=age', '18_24')].concat(all('by=age', AGES, '18_24')),
  ],
];

describe('somebody who wants to know what a few people said', () => {
  it(`learns nothing in any of ${ATTACKS.length} ways`, async () => {
    const server = await filled();
    const learned: string[] = [];
    for (const [name, plus, minus] of ATTACKS) {
      const numbers = await Promise.all([...plus, ...minus].map((read) => read(server)));
      if (numbers.includes(null)) continue;
      const difference = (numbers as number[]).reduce((sum, n, at) => sum + (at < plus.length ? n : -n), 0);
      if (difference !== 0 && Math.abs(difference) < 10) learned.push(`${name}: ${difference} people`);
    }
    expect(learned).toEqual([]);
  });

  it('cannot ask for two things at once, and is not heard when he narrows', async () => {
    const server = await filled();
    for (const query of ['by=age,gender', 'by=age&by=gender', 'by[]=age', 'by=age&node=c15&node=c16'])
      expect((await server.get(`/api/results/slices?${query}`)).statusCode).toBe(400);
    const plain = await slices(server, 'by=age');
    for (const more of ['gender=female', 'age=over_60', 'channel=paper', 'touchpoint=x', 'and=gender'])
      expect(await slices(server, `by=age&${more}`)).toEqual(plain);
  });

  it('yet most is shown, so that the attacks above are about something', async () => {
    const server = await filled();
    expect(byCode(await slices(server, 'by=age'))['18_24']).toMatchObject({ hidden: false });
    expect(byCode(await slices(server, 'by=channel')).web).toMatchObject({ hidden: false });
    expect(byCode(await slices(server, 'by=gender')).female).toMatchObject({ hidden: false, n: 44 });
  });
});

/** Each of the attacks is about one of these who are few. */
async function filled(): Promise<TestServer> {
  const server = await testServer();
  await answer(server, 25, { age: '18_24', gender: 'female', day: 10, level: '5' });
  await answer(server, 12, { age: '18_24', gender: 'male', day: 12 });
  await answer(server, 3, { age: '18_24', gender: 'male', day: 13, level: '1' });
  await answer(server, 2, { age: '18_24', gender: 'male', day: 9, level: '1' });
  await answer(server, 15, { age: '25_34', gender: 'female', day: 11, unknown: ['c33'] });
  await answer(server, 4, { age: '25_34', gender: 'female', day: 11 });
  await answer(server, 6, { age: 'over_60', gender: 'undisclosed', day: 11, level: '1' });
  await answer(server, 5, { day: 11 });
  await answer(server, 4, { age: '18_24', day: 11, channel: 'paper' });
  await answer(server, 16, { agency: 1, age: '18_24', day: 11, channel: 'kiosk' });
  await answer(server, 15, { agency: 1, age: 'over_60', day: 14 });
  await answer(server, 14, { agency: 1, age: '35_49', day: 16, channel: 'paper' });
  await answer(server, 18, { agency: 2, age: 'over_60', day: 17 });
  await answer(server, 12, { agency: 2, age: '18_24', day: 18, channel: 'paper' });
  await answer(server, 3, { agency: 2, age: '35_49', day: 18 });
  await answer(server, 2, { agency: 2, age: '18_24', day: 20 });
  const content = (await server.get('/api/questionnaires/one-stop@1')).json().content;
  await server.app.inject({
    method: 'POST',
    url: '/api/questionnaires',
    payload: { ...content, version: 2 },
  });
  const code = server.touchpoints[0]?.code ?? '';
  for (let index = 0; index < 3; index++)
    await server.submit(
      submission(code, { questionnaire: 'one-stop@2', answers: allCriteria('1', { age: '18_24' }) }),
    );
  return server;
}
