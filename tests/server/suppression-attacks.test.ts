// Somebody who wants to know what a few people said adds and subtracts whatever is shown to him. What he is left with
// must be nobody, ten people and more, or nothing at all.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDay } from '#domain/days.ts';
import type { PublicResults } from '#domain/public-results.ts';
import type { AgencyResults, Results, SlicesView, TrendView } from '#domain/results.ts';
import { OPERATOR } from '#domain/roles.ts';
import { newTouchpoint } from '../../server/agencies/creation.ts';
import { type Agency, insertAgencies } from '../../server/agencies/queries.ts';
import { closePeriod } from '../../server/periods/changes.ts';
import { frozenFigures, snapshotOf } from '../../server/periods/frozen.ts';
import { closureOfDays } from '../../server/periods/queries.ts';
import { readReport } from '../../server/reports/facts.ts';
import { Projector } from '../../server/tallies/projector.ts';
import { insertTouchpoints, type Touchpoint } from '../../server/touchpoints/queries.ts';
import {
  allCriteria,
  closeServer,
  NOW,
  openServer,
  submission,
  type TestServer,
  testServer,
} from '../support/server.ts';
import { type Staff, staff } from '../support/staff.ts';

let server: TestServer;
let places: Record<string, Touchpoint>;
let who: Record<'ward' | 'department' | 'analyst', Staff>;

interface People {
  at: string;
  day: string;
  n: number;
  level?: string;
  about?: Record<string, string>;
  channel?: 'web' | 'paper';
  marked?: boolean;
  questionnaire?: string;
}

/**
 * A ward; a department with two centres, one of which few people come to; two others. Each attack is about one of those
 * who are few: on a day, at a touchpoint, in a group, among the marked ones.
 */
const PEOPLE: People[] = [
  { at: 'ward', day: '2026-09-20', n: 50, about: { age: '18_24', gender: 'female' } },
  { at: 'ward', day: '2026-09-21', n: 12, about: { age: 'over_60', gender: 'male' } },
  { at: 'ward', day: '2026-10-16', n: 14, about: { age: '18_24', gender: 'male' } },
  { at: 'ward', day: '2026-10-20', n: 3, level: '1', about: { age: '18_24' } },
  { at: 'ward', day: '2026-10-21', n: 12, about: { age: 'over_60' } },
  { at: 'ward', day: '2026-11-02', n: 11, about: { age: '18_24' } },
  { at: 'ward', day: '2026-11-03', n: 2, level: '1', about: { age: '25_34', gender: 'undisclosed' } },
  { at: 'ward', day: '2026-11-05', n: 13, about: { age: '18_24' }, channel: 'paper' },
  { at: 'ward', day: '2026-11-14', n: 4, level: '1', marked: true },
  { at: 'ward', day: '2026-11-16', n: 12 },
  { at: 'ward', day: '2026-11-17', n: 3, level: '1' },
  { at: 'ward', day: '2026-11-18', n: 12 },
  { at: 'ward', day: '2026-11-19', n: 2, level: '1' },
  { at: 'ward', day: '2026-11-20', n: 11 },
  { at: 'ward2', day: '2026-11-05', n: 3, level: '1' },
  { at: 'ward2', day: '2026-10-21', n: 10 },
  { at: 'ward', day: '2026-11-05', n: 4, level: '1', questionnaire: 'one-stop@2' },
  { at: 'north', day: '2026-09-20', n: 12 },
  { at: 'north', day: '2026-10-20', n: 20 },
  { at: 'north', day: '2026-11-02', n: 20 },
  { at: 'north', day: '2026-11-03', n: 20 },
  { at: 'south', day: '2026-09-20', n: 11 },
  { at: 'south', day: '2026-10-20', n: 11 },
  { at: 'south', day: '2026-11-02', n: 3, level: '1' },
  { at: 'commune', day: '2026-11-02', n: 15, about: { age: '18_24' } },
  { at: 'commune', day: '2026-11-05', n: 11, marked: true },
  { at: 'small', day: '2026-11-02', n: 5, level: '1', about: { age: '18_24' } },
];

beforeAll(async () => {
  server = await openServer();
  const { db } = server.context;
  const [ward, , department] = server.agencies as [Agency, Agency, Agency];
  const below = (parentId: string, name: string): Agency => ({
    ...department,
    id: randomUUID(),
    parentId,
    name,
  });
  const north = below(department.id, 'Trung tâm Bắc');
  const south = below(department.id, 'Trung tâm Nam');
  const small = { ...ward, id: randomUUID(), name: 'UBND xã ít người' };
  const point = (agency: Agency) => newTouchpoint(agency, 'counter', 'one-stop@1', NOW);
  const more = { ward2: point(ward), north: point(north), south: point(south), small: point(small) };
  await db.write((tx) => [
    insertAgencies(tx, db.tables, [north, south, small]),
    insertTouchpoints(tx, db.tables, Object.values(more)),
  ]);
  places = {
    ...more,
    ward: server.touchpoints[0] as Touchpoint,
    commune: server.touchpoints[1] as Touchpoint,
  };
  const content = (await server.get('/api/questionnaires/one-stop@1')).json().content;
  await server.app.inject({
    method: 'POST',
    url: '/api/questionnaires',
    payload: { ...content, version: 2 },
  });
  // What is older than a month when it arrives counts as answered then.
  for (const people of PEOPLE.toSorted((a, b) => a.day.localeCompare(b.day))) {
    server.clock.now = Date.parse(`${people.day}T03:00:00Z`);
    await answer(people);
  }
  server.clock.now = NOW;
  who = {
    ward: await staff(server, 'agency_manager', ward.id),
    department: await staff(server, 'agency_manager', department.id),
    analyst: await staff(server, 'provincial_analyst'),
  };
  const admin = await staff(server, 'administrator');
  expect((await admin.send('PATCH', '/api/settings', { publicResults: true })).statusCode).toBe(200);
  for (const step of ['closure', 'publication'])
    expect((await who.analyst.send('POST', `/api/periods/2026-month-11/${step}`)).statusCode).toBe(200);
}, 120_000);

afterAll(() => closeServer(server));

async function answer({ at, day, n, level = '5', about = {}, marked, ...more }: People) {
  for (let count = 0; count < n; count++) {
    const answeredAt = `${day}T02:${String(count).padStart(2, '0')}:30Z`;
    const startedAt = marked ? `${day}T02:${String(count).padStart(2, '0')}:29Z` : `${day}T02:00:00Z`;
    const answers = allCriteria(level, about);
    const body = submission(places[at]?.code ?? '', { ...more, answers, startedAt, answeredAt });
    expect((await server.submit(body)).statusCode).toBe(201);
  }
}

/** A figure that somebody reads: how many people are behind it; null where it is withheld. */
type Read = () => Promise<number | null>;
type Asker = keyof typeof who;

const days = (from: string, to: string) => `from=2026-${from}&to=2026-${to}`;
const idOf = (place: string) => places[place]?.agencyId ?? '';
const at = (place?: string) => (place ? `&agency=${idOf(place)}` : '');
async function ask<T>(asker: Asker, url: string): Promise<T> {
  return (await who[asker].get(url)).json<T>();
}

const whole =
  (asker: Asker, range: string, place?: string, more = ''): Read =>
  async () => {
    const { overall } = await ask<Results>(asker, `/api/results?${range}${at(place)}${more}`);
    return overall.hidden ? null : overall.people;
  };
const criterion =
  (asker: Asker, range: string, place?: string): Read =>
  async () => {
    const { parts } = await ask<Results>(asker, `/api/results?${range}${at(place)}`);
    const found = parts.flatMap(({ factors }) => factors.flatMap(({ criteria }) => criteria))[0];
    return found?.options ? found.options.reduce((sum, { n }) => sum + n, 0) : null;
  };
const option =
  (asker: Asker, range: string, code: string, question = 'age'): Read =>
  async () => {
    const { questions } = await ask<Results>(asker, `/api/results?${range}`);
    const found = questions.find((each) => each.code === question)?.options;
    return found?.find((each) => each.code === code)?.n ?? null;
  };
const unmarked =
  (asker: Asker, range: string, place?: string): Read =>
  async () => {
    const { marked, overall } = await ask<Results>(asker, `/api/results?${range}${at(place)}`);
    return marked.rateWithout === null ? null : overall.people - marked.n;
  };
const row =
  (asker: Asker, range: string, place: string, previous = false): Read =>
  async () => {
    const { agencies } = await ask<AgencyResults>(asker, `/api/results/agencies?${range}`);
    const found = agencies.find(({ id }) => id === idOf(place));
    const figure = previous ? found?.previous : found;
    return !figure || figure.hidden || figure.rate === null ? null : figure.n;
  };
const markedRow =
  (asker: Asker, range: string, place: string): Read =>
  async () => {
    const { agencies } = await ask<AgencyResults>(asker, `/api/results/agencies?${range}`);
    const found = agencies.find(({ id }) => id === idOf(place));
    return !found || found.marked.rateWithout === null ? null : found.marked.n;
  };
const group =
  (asker: Asker, range: string, by: string, code: string, place?: string): Read =>
  async () => {
    const { groups } = await ask<SlicesView>(asker, `/api/results/slices?${range}&by=${by}${at(place)}`);
    const found = groups.find((each) => each.code === (by === 'touchpoint' ? places[code]?.id : code));
    return found ? found.n : 0;
  };
const groupsTotal =
  (asker: Asker, range: string, by: string): Read =>
  async () =>
    (await ask<SlicesView>(asker, `/api/results/slices?${range}&by=${by}`)).groups.reduce(
      (sum, { n }) => sum + (n ?? 0),
      0,
    );
const point =
  (asker: Asker, range: string, by: string, index: number): Read =>
  async () =>
    (await ask<TrendView>(asker, `/api/results/trend?${range}&by=${by}`)).points.at(index)?.n ?? null;
const publicRow =
  (place: string): Read =>
  async () => {
    const { agencies } = (await server.get('/api/public/results')).json<PublicResults>();
    const { name } = (await who.analyst.get('/api/agencies'))
      .json()
      .agencies.find(({ id }: Agency) => id === idOf(place));
    const found = agencies.find((each) => each.name === name);
    return !found || found.hidden ? null : found.n;
  };
const publicWhole: Read = async () => {
  const { overall } = (await server.get('/api/public/results')).json<PublicResults>();
  return overall.people;
};

const NOVEMBER = days('10-15', '11-14');
const ATTACKS: [title: string, plus: Read[], minus: Read[]][] = [
  ['a small agency itself', [whole('analyst', NOVEMBER, 'small')], []],
  ['a small agency in the ranking', [row('analyst', NOVEMBER, 'small')], []],
  [
    'the province minus all other agencies, in the tree',
    [whole('analyst', NOVEMBER)],
    [
      whole('analyst', NOVEMBER, 'ward'),
      whole('analyst', NOVEMBER, 'commune'),
      whole('analyst', NOVEMBER, 'north'),
    ],
  ],
  [
    'the province minus all other agencies, in the ranking',
    [whole('analyst', NOVEMBER)],
    [
      row('analyst', NOVEMBER, 'ward'),
      row('analyst', NOVEMBER, 'commune'),
      row('analyst', NOVEMBER, 'north'),
    ],
  ],
  [
    'a department minus its large centre',
    [whole('department', NOVEMBER)],
    [whole('department', NOVEMBER, 'north')],
  ],
  [
    'a department minus its large centre, in the ranking',
    [whole('analyst', NOVEMBER)],
    [row('analyst', NOVEMBER, 'north')].concat(
      whole('analyst', NOVEMBER, 'ward'),
      whole('analyst', NOVEMBER, 'commune'),
    ),
  ],
  [
    'a department minus its large centre, a day more',
    [whole('department', days('10-15', '11-02'))],
    [whole('department', days('10-15', '11-02'), 'north')],
  ],
  [
    'a criterion of a department minus that of its large centre',
    [criterion('department', days('11-01', '11-14'))],
    [criterion('department', days('11-01', '11-14'), 'north')],
  ],
  ['a day more at the end', [whole('ward', days('10-15', '11-03'))], [whole('ward', days('10-15', '11-02'))]],
  [
    'a day more at the beginning',
    [whole('ward', days('10-20', '11-14'))],
    [whole('ward', days('10-21', '11-14'))],
  ],
  ['one day alone', [whole('ward', days('11-03', '11-03'))], []],
  [
    'a hole between two ranges',
    [whole('ward', days('10-15', '11-14'))],
    [whole('ward', days('10-15', '11-02')), whole('ward', days('11-04', '11-14'))],
  ],
  [
    'the end of a month minus the month',
    [whole('ward', days('10-15', '11-16'))],
    [whole('ward', NOVEMBER), whole('ward', days('11-16', '11-16'))],
  ],
  ['the last days of a month', [whole('ward', NOVEMBER)], [whole('ward', days('10-15', '11-05'))]],
  ['yesterday', [whole('ward', days('11-15', '11-19'))], [whole('ward', days('11-15', '11-18'))]],
  [
    'today, by asking beyond',
    [whole('ward', days('11-15', '12-31'))],
    [whole('ward', days('11-15', '11-19'))],
  ],
  [
    'a criterion, a day more',
    [criterion('ward', days('10-15', '11-03'))],
    [criterion('ward', days('10-15', '11-02'))],
  ],
  [
    'the own row of the ranking, a day more',
    [row('ward', days('10-15', '11-03'), 'ward')],
    [row('ward', days('10-15', '11-02'), 'ward')],
  ],
  [
    'the row of the range before, a day more',
    [row('ward', days('11-04', '11-23'), 'ward', true)],
    [row('ward', days('11-03', '11-21'), 'ward', true)],
  ],
  [
    'the row of the range before against the range itself',
    [row('ward', days('11-04', '11-23'), 'ward', true)],
    [whole('ward', days('10-15', '11-02'))],
  ],
  [
    'the row of the ranking against the tree',
    [row('ward', days('10-15', '11-03'), 'ward')],
    [whole('ward', days('10-15', '11-02'))],
  ],
  ['a point of the line', [point('ward', days('11-03', '11-03'), 'day', 0)], []],
  [
    'a point of the line against the range',
    [point('ward', days('10-15', '11-03'), 'month', -1)],
    [whole('ward', days('11-01', '11-02'))],
  ],
  [
    'the range minus the other points of the line',
    [whole('ward', days('11-01', '11-05'))],
    [point('ward', days('11-01', '11-05'), 'day', 1), point('ward', days('11-01', '11-05'), 'day', 4)],
  ],
  [
    'a week of the line minus its days',
    [point('ward', days('11-02', '11-08'), 'week', 0)],
    [point('ward', days('11-02', '11-08'), 'day', 0), point('ward', days('11-02', '11-08'), 'day', 3)],
  ],
  ['a touchpoint where few answered', [group('ward', NOVEMBER, 'touchpoint', 'ward2')], []],
  [
    'the whole minus the other touchpoints',
    [whole('ward', NOVEMBER)],
    [group('ward', NOVEMBER, 'touchpoint', 'ward')],
  ],
  [
    'a touchpoint, a day more',
    [group('ward', days('09-15', '11-14'), 'touchpoint', 'ward2')],
    [group('ward', days('09-15', '11-03'), 'touchpoint', 'ward2')],
  ],
  [
    'a channel, a day more',
    [group('ward', days('09-15', '11-03'), 'channel', 'web')],
    [group('ward', days('09-15', '11-02'), 'channel', 'web')],
  ],
  [
    'a channel by taking the other away',
    [whole('ward', NOVEMBER)],
    [group('ward', NOVEMBER, 'channel', 'web')],
  ],
  ['a group of few', [group('ward', NOVEMBER, 'age', '25_34')], []],
  ['the whole minus the other groups', [whole('ward', NOVEMBER)], [groupsTotal('ward', NOVEMBER, 'age')]],
  [
    'those who did not say',
    [whole('ward', days('09-15', '11-05'))],
    [groupsTotal('ward', days('09-15', '11-05'), 'gender')],
  ],
  [
    'a group, a day more',
    [group('ward', days('09-15', '10-20'), 'age', '18_24')],
    [group('ward', days('09-15', '10-19'), 'age', '18_24')],
  ],
  [
    'a group of the province minus that of agencies',
    [group('analyst', NOVEMBER, 'age', '18_24')],
    [
      group('analyst', NOVEMBER, 'age', '18_24', 'ward'),
      group('analyst', NOVEMBER, 'age', '18_24', 'commune'),
    ],
  ],
  [
    'another version that few answered',
    [whole('ward', NOVEMBER, undefined, '&questionnaire=one-stop@2')],
    [],
  ],
  ['without marked ones that are few', [whole('ward', NOVEMBER)], [unmarked('ward', NOVEMBER)]],
  [
    'marked ones of the province minus those of an agency',
    [unmarked('analyst', NOVEMBER)],
    [unmarked('analyst', NOVEMBER, 'commune'), whole('analyst', NOVEMBER, 'ward')],
  ],
  ['marked ones in the ranking', [markedRow('analyst', NOVEMBER, 'ward')], []],
  ['an agency of few among public results', [publicRow('small')], []],
  [
    'public results minus all other agencies',
    [publicWhole],
    [publicRow('ward'), publicRow('commune'), publicRow('north')],
  ],
  [
    'public results of the own agency minus what the console shows',
    [publicRow('ward')],
    [whole('ward', days('10-15', '11-05'))],
  ],
  ['the closed period minus days of it', [publicRow('ward')], [whole('ward', days('10-21', '11-14'))]],
  [
    'answers to other questions, a day more',
    [option('ward', days('10-15', '11-03'), '25_34')],
    [option('ward', days('10-15', '11-02'), '25_34')],
  ],
];

describe('somebody who wants to know what a few people said learns nothing', () => {
  it.each(ATTACKS)('by %s', async (_, plus, minus) => {
    const numbers = await Promise.all([...plus, ...minus].map((read) => read()));
    if (numbers.includes(null)) return;
    const people = (numbers as number[]).reduce((sum, n, index) => sum + (index < plus.length ? n : -n), 0);
    expect(people === 0 || Math.abs(people) >= 10, `${people} people`).toBe(true);
  });
});

describe('a criterion that few people of an agency answered', () => {
  const DAYS = days('10-15', '11-14');
  const RANGE = { from: parseDay('2026-10-15'), to: parseDay('2026-11-14') };

  /** Of thirty people of the first agency five know what c33 asks about. */
  async function filled() {
    const few = await testServer();
    const give = async (at: number, n: number, level: string, more = {}) => {
      for (let count = 0; count < n; count++) {
        const instant = `2026-11-10T02:${String(count).padStart(2, '0')}:00Z`;
        const answers = allCriteria(level, more);
        const body = { answers, startedAt: instant, answeredAt: instant };
        expect((await few.submit(submission(few.touchpoints[at]?.code ?? '', body))).statusCode).toBe(201);
      }
    };
    await give(0, 25, '4', { c33: 'dont_know' });
    await give(0, 5, '1');
    await give(1, 30, '5');
    await give(2, 40, '4');
    const [first, second, third] = few.agencies.map(({ id }) => id) as [string, string, string];
    return { few, first, second, third };
  }
  const criteriaOf = ({ parts }: Results) =>
    parts.flatMap(({ factors }) => factors.flatMap(({ criteria }) => criteria));
  const shown = (results: Results, code: string) =>
    criteriaOf(results).find((each) => each.code === code)?.options ?? null;

  it('is not found by taking all other agencies from the province, nor its levels', async () => {
    const { few, first, second, third } = await filled();
    const read = async (agency: string) =>
      (await few.get(`/api/results?${DAYS}&agency=${agency}`)).json<Results>();
    const [one, two, three] = [await read(first), await read(second), await read(third)];
    expect(shown(await read(few.province.id), 'c33')).not.toBeNull();
    // With the smallest agency beside it, and in both with the smallest criterion beside it.
    expect([one, two, three].map((results) => shown(results, 'c33') !== null)).toEqual([false, false, true]);
    for (const { overall, parts } of [one, two]) {
      expect(overall.hidden).toBe(false);
      const hidden = parts.flatMap(({ factors }) =>
        factors.flatMap(({ criteria }) => criteria.filter((each) => each.hidden).map(({ code }) => code)),
      );
      expect(hidden).toHaveLength(2);
      expect(parts.flatMap(({ factors }) => factors.filter((each) => each.hidden))).toEqual([]);
    }
    expect(criteriaOf(three).filter((each) => each.hidden)).toEqual([]);
  });

  it('is not found in what was closed, nor in the period before', async () => {
    const { few, first, second, third } = await filled();
    const closer = new Projector(few.context);
    await closer.catchUp();
    await closePeriod(few.context, closer, { actor: OPERATOR, origin: null }, '2026-month-11');
    const closure = await closureOfDays(few.context.db, RANGE);
    if (!closure) throw new Error('not closed');
    const snapshot = snapshotOf(closure);
    for (const [id, isShown] of [
      [first, false],
      [second, false],
      [third, true],
    ] as const) {
      const agency = few.agencies.find((each) => each.id === id) as Agency;
      const frozen = await frozenFigures(few.context.db, snapshot, agency);
      expect(frozen && shown(frozen.results, 'c33') !== null, agency.name).toBe(isShown);
      // As the period before that of a snapshot of the month after.
      const { tally, details } = snapshot;
      const agencies = Object.fromEntries(
        Object.entries(details?.agencies ?? {}).map(([key, own]) => [key, { ...own, before: own.tally }]),
      );
      const later = { ...snapshot, ...(details && { details: { ...details, before: tally, agencies } }) };
      const then = await frozenFigures(few.context.db, later, agency);
      expect(then && shown(then.before, 'c33') !== null, agency.name).toBe(isShown);
    }
  });

  it('is not found in answers to a question that is asked besides', async () => {
    const few = await testServer();
    for (const [at, n, age] of [
      [0, 20, undefined],
      [0, 4, '18_24'],
      [1, 15, '18_24'],
      [2, 40, 'over_60'],
    ] as const)
      for (let count = 0; count < n; count++) {
        const answers = allCriteria('4', age ? { age } : {});
        expect((await few.submit(submission(few.touchpoints[at]?.code ?? '', { answers }))).statusCode).toBe(
          201,
        );
      }
    const isShown = async (agency: string) => {
      const { questions } = (await few.get(`/api/results?agency=${agency}`)).json<Results>();
      return questions.find(({ code }) => code === 'age')?.hidden === false;
    };
    const ids = [few.province, ...few.agencies].map(({ id }) => id);
    expect(await Promise.all(ids.map(isShown))).toEqual([true, false, false, true]);
  });
});

describe('whoever takes all groups from the whole', () => {
  const STARTS = ['09-15', '10-01', '10-15', '10-21', '11-03'];
  const ENDS = ['10-14', '10-20', '11-02', '11-14', '11-19'];
  const RANGES = STARTS.flatMap((from) => ENDS.filter((to) => to >= from).map((to) => ({ from, to })));

  it.each(['age', 'gender', 'channel', 'touchpoint'])(
    'is left with nobody or ten and more of them by %s, over any days and between any two ranges',
    async (by) => {
      for (const asker of ['ward', 'department'] as const) {
        const rests: { from: string; to: string; rest: number }[] = [];
        for (const { from, to } of RANGES) {
          const range = days(from, to);
          const { n, groups, withheld } = await ask<SlicesView>(
            asker,
            `/api/results/slices?${range}&by=${by}`,
          );
          const shown = groups.reduce((sum, group) => sum + (group.n ?? 0), 0);
          expect(groups.every((group) => group.n === null || group.n === 0 || group.n >= 10)).toBe(true);
          const answered = (await ask<Results>(asker, `/api/results?${range}`)).n;
          for (const rest of [answered - shown, n - shown])
            expect(rest === 0 || rest >= 10, `${asker} ${from}–${to}: ${rest}`).toBe(true);
          if (!withheld) rests.push({ from, to, rest: n - shown });
        }
        for (const one of rests)
          for (const other of rests)
            if (one.from <= other.from && other.to <= one.to) {
              const left = one.rest - other.rest;
              expect(left === 0 || left >= 10, `${asker} ${JSON.stringify([one, other])}`).toBe(true);
            }
        expect(rests.length).toBeGreaterThan(asker === 'ward' ? 3 : 1);
      }
    },
  );

  it('is told which days and how many people the groups are about, and which of them some months leave out', async () => {
    const of = (range: string, more = '') =>
      ask<SlicesView>('ward', `/api/results/slices?${range}&by=age${more}`);
    expect(await of(days('09-15', '11-19'))).toMatchObject({
      monthly: true,
      from: '2026-09-15',
      to: '2026-11-14',
      n: 134,
    });
    expect(await of(days('11-15', '11-19'))).toMatchObject({ withheld: 'no_whole_month', n: 12 });
    expect((await of(days('11-15', '11-19'))).groups.every(({ hidden }) => hidden)).toBe(true);
    const { groups } = await of(days('09-15', '11-14'));
    expect(groups.filter(({ partly }) => partly)).toMatchObject([{ code: 'over_60', n: 12 }]);
    expect((await ask<SlicesView>('analyst', `/api/results/slices?${NOVEMBER}&by=age`)).monthly).toBe(false);
  });
});

describe('marked responses', () => {
  it('are not found by adding a batch that holds a few of them, with them and without them', async () => {
    const few = await testServer();
    const give = async (day: string, n: number, seconds: number, level: string) => {
      for (let count = 0; count < n; count++) {
        const at = `${day}T02:${String(count).padStart(2, '0')}:30Z`;
        const startedAt = new Date(Date.parse(at) - seconds * 1000).toISOString();
        const body = { answers: allCriteria(level), startedAt, answeredAt: at };
        expect((await few.submit(submission(few.touchpoints[0]?.code ?? '', body))).statusCode).toBe(201);
      }
    };
    await give('2026-11-02', 20, 120, '5');
    await give('2026-11-02', 12, 1, '5');
    await give('2026-11-05', 12, 120, '5');
    await give('2026-11-05', 3, 1, '1');
    const own = few.agencies[0]?.id ?? '';
    const manager = await staff(few, 'agency_manager', own);
    const analyst = await staff(few, 'provincial_analyst');
    const without = async ({ get }: Staff, to: string) => {
      const range = days('10-15', to);
      const { marked } = (await get(`/api/results?${range}&agency=${own}`)).json<Results>();
      const { agencies } = (await get(`/api/results/agencies?${range}`)).json<AgencyResults>();
      return [marked, agencies.find(({ id }) => id === own)?.marked];
    };
    for (const to of ['11-04', '11-14']) {
      const n = to === '11-04' ? 12 : 15;
      expect(await without(manager, to)).toEqual(Array(2).fill({ n, rateWithout: null }));
      expect(await without(analyst, to)).toEqual(Array(2).fill({ n, rateWithout: 100 }));
    }
    for (const step of ['closure', 'publication'])
      expect((await analyst.send('POST', `/api/periods/2026-month-11/${step}`)).statusCode).toBe(200);
    const period = (await manager.get('/api/periods/2026-month-11')).json();
    expect(period.frozen.agencies.agencies.map((each: AgencyResults['agencies'][0]) => each.marked)).toEqual([
      { n: 15, rateWithout: null },
    ]);
  });
});

describe('other ways to it', () => {
  it('a report of an agency counts the days that its screen counts', async () => {
    const text = async (issuerId: string | null) => {
      const order = { agencyId: idOf('ward'), issuerId, questionnaireId: null, language: 'vi' } as const;
      const range = { from: parseDay('2026-10-15'), to: parseDay('2026-11-03') };
      return JSON.stringify(await readReport(server.context, { ...order, ...range }));
    };
    expect(await text(idOf('ward'))).toMatch(/50 (lượt|phiếu|người)/);
    expect(await text(null)).toMatch(/52 (lượt|phiếu|người)/);
  });

  it('the export is not for people of an agency', async () => {
    for (const asker of ['ward', 'department'] as const)
      expect((await who[asker].get('/api/exports/responses.csv?questionnaire=one-stop@1')).statusCode).toBe(
        403,
      );
  });

  it('two things cannot be asked for at once, and narrowing is not heard', async () => {
    const url = `/api/results/slices?${NOVEMBER}`;
    for (const query of ['by=age,gender', 'by=age&by=gender', 'by=channel&by=touchpoint', 'by[]=age'])
      expect((await who.ward.get(`${url}&${query}`)).statusCode).toBe(400);
    const plain = await ask('ward', `${url}&by=age`);
    for (const more of ['gender=male', 'channel=paper', 'touchpoint=x', 'marked=1', 'hour=9'])
      expect(await ask('ward', `${url}&by=age&${more}`)).toEqual(plain);
  });

  it('a rank is given to nobody whose figure is withheld', async () => {
    const { agencies } = await ask<AgencyResults>('analyst', `/api/results/agencies?${NOVEMBER}`);
    const hidden = agencies.filter((each) => each.hidden);
    expect(hidden.length).toBeGreaterThan(1);
    for (const { rank, rankChange, valueChange, rate, interval, marked } of hidden)
      expect([rank, rankChange, valueChange, rate, interval, marked.rateWithout]).toEqual(
        Array(6).fill(null),
      );
  });

  it('a receipt tells that an answer is counted, and nothing of what it says', async () => {
    const body = submission(places.ward?.code ?? '', { answers: allCriteria('1') });
    const { receipt } = (await server.submit(body)).json();
    const text = (await server.get(`/api/receipts/${receipt}`)).body;
    expect(text).not.toMatch(/c15|"1"|dissatisfied|agency/);
  });

  it('the home page and the list of touchpoints hold no figure of satisfaction', async () => {
    for (const url of ['/api/home', '/api/touchpoints'])
      expect((await who.ward.get(url)).body).not.toMatch(/"(rate|satisfied|interval)"/);
  });

  it('comments of today are neither shown nor counted to the agency', async () => {
    const answers = allCriteria('4', { comment: 'Cán bộ rất nhiệt tình' });
    await server.submit(submission(places.ward?.code ?? '', { answers }));
    const range = 'from=2026-11-20&to=2026-11-20';
    expect(await ask('ward', `/api/comments?${range}`)).toMatchObject({ comments: [], total: 0 });
    expect(
      (await ask<{ over: { n: number }[] }>('ward', `/api/comments/counts?${range}`)).over.every(
        ({ n }) => n === 0,
      ),
    ).toBe(true);
  });

  it('whatever is withheld says why, and whatever is shown says which days it counts', async () => {
    expect(await ask('ward', `/api/results?${days('11-03', '11-03')}`)).toMatchObject({
      withheld: 'too_few_answers',
      overall: { hidden: true, rate: null },
    });
    expect(await ask('ward', `/api/results?${days('10-15', '11-03')}`)).toMatchObject({
      from: '2026-10-15',
      to: '2026-11-02',
      n: 50,
    });
    expect(await ask('ward', `/api/results?${NOVEMBER}`)).toMatchObject({
      from: '2026-10-15',
      to: '2026-11-14',
    });
    expect(await ask('analyst', `/api/results?${days('11-03', '11-03')}`)).toMatchObject({
      to: '2026-11-03',
      n: 22,
    });
  });

  it('yet most is shown, so that the attacks above are about something', async () => {
    const shown: Record<string, Read> = {
      whole: whole('ward', NOVEMBER),
      department: whole('department', days('09-15', '11-14')),
      province: whole('analyst', NOVEMBER),
      row: row('ward', NOVEMBER, 'ward'),
      point: point('ward', NOVEMBER, 'month', 0),
      group: group('ward', days('09-15', '11-14'), 'age', '18_24'),
      touchpoint: group('ward', days('09-15', '11-14'), 'touchpoint', 'ward'),
      publicRow: publicRow('ward'),
      publicWhole,
    };
    const numbers = await Promise.all(
      Object.entries(shown).map(async ([name, read]) => [name, await read()]),
    );
    expect(numbers.filter(([, n]) => Number(n) < 10)).toEqual([]);
  });
});
