// Every figure of the overview and of an agency's page is counted again from the CSV export by other code.
import { expect, it } from 'vitest';
import { formatDay } from '#domain/days.ts';
import type { AgencyResults, Results, TrendView } from '#domain/results.ts';
import { type Study, withheld } from '../support/second-count.ts';
import {
  agencyRows,
  type Counted,
  type Demo,
  demoServer,
  FORM,
  HIDDEN,
  NONE,
  part,
  randomly,
  sameCells,
  TO,
  tree,
  withoutMarked,
} from '../support/second-figures.ts';

it('agrees for three random periods: the trees of the province and of two agencies, the ranking and the trend', async () => {
  const demo = await demoServer();
  const choose = randomly(20_261_125);
  const listed = demo.agencies.filter(({ parentId }) => parentId !== null);
  for (let period = 0; period < 3; period++) {
    const to = TO - choose(90);
    const from = to - 45 - choose(120);
    const { book, agencies, study } = demo;
    const before = await study(from - (to - from + 1), from - 1);
    const all = { book, agencies, now: await study(from, to), before };
    const query = `from=${formatDay(from)}&to=${formatDay(to)}&questionnaire=${FORM}`;
    await rankingAgrees(demo, all, query);
    for (const id of [
      null,
      listed[choose(1000) % listed.length]?.id,
      listed[choose(1000) % listed.length]?.id,
    ]) {
      const now = id ? all.now.of(id) : all.now;
      const asked = `${query}${id ? `&agency=${id}` : ''}`;
      await treeAgrees(demo, { ...all, now, before: now }, asked);
      for (const by of ['month', 'week']) await trendAgrees(demo, now, `${asked}&by=${by}`);
    }
  }
}, 240_000);

const near = (value: number | null) => (value === null ? null : Number(value.toFixed(9)));

async function treeAgrees({ server, book }: Demo, counted: Counted, query: string): Promise<void> {
  const results = (await server.get(`/api/results?${query}`)).json() as Results;
  const nodes = [
    results.overall,
    ...results.parts.flatMap(({ factors }) => factors.flatMap((factor) => [factor, ...factor.criteria])),
  ];
  const expected = tree(counted);
  expect(nodes).toHaveLength(expected.length);
  for (const [index, { now }] of expected.entries()) {
    const { code, people, hidden, n, satisfied, rate, interval } = nodes[index] ?? results.overall;
    const { low, high } = interval ?? { low: null, high: null };
    expect({
      code,
      people,
      hidden,
      n,
      satisfied,
      rate: near(rate),
      low: near(low),
      high: near(high),
    }).toEqual({
      code,
      people: now.people,
      hidden: now.hidden,
      n: now.hidden ? null : now.answers,
      satisfied: now.hidden ? null : now.satisfied,
      rate: near(now.rate),
      low: near(now.low),
      high: near(now.high),
    });
  }
  expect(results.n).toBe(counted.now.lines.length);
  sameCells(
    [results.marked.n, markedCell(results.marked)],
    [counted.now.marked.lines.length, withoutMarked(book, counted.now, results.overall.hidden)],
    `${query} marked`,
  );
  for (const { code, options } of results.parts.flatMap(({ factors }) =>
    factors.flatMap(({ criteria }) => criteria),
  ))
    if (options)
      expect([code, ...options.map(({ n }) => n)]).toEqual([
        code,
        ...counted.now.counts(code).map(({ n }) => n),
      ]);
}

const markedCell = ({ n, rateWithout }: Results['marked']) =>
  n === 0 ? NONE : rateWithout === null ? HIDDEN : rateWithout / 100;

const GROUPS = { province: 1, department: 2, local: 3, branch: 4, service_unit: 5 };

async function rankingAgrees({ server }: Demo, all: Counted, query: string): Promise<void> {
  const { agencies } = (await server.get(`/api/results/agencies?${query}`)).json() as AgencyResults;
  const groups = new Map(agencies.map(({ name, group }) => [name, String(GROUPS[group])]));
  const expected = agencyRows(all, groups);
  expect(agencies).toHaveLength(expected.size);
  for (const row of agencies) {
    const { previous, hidden, rank, rankOf, rankChange, standing, valueChange } = row;
    sameCells(
      [
        rank ?? NONE,
        rank === null ? NONE : rankOf,
        rank !== null && row.tied ? 'có' : null,
        ...(standing ? [standing.band, standing.best, standing.worst] : [NONE, NONE, NONE]),
        row.n,
        part(row.rate, hidden),
        part(row.interval?.low ?? null, hidden),
        part(row.interval?.high ?? null, hidden),
        part(previous.rate, previous.hidden),
        hidden ? HIDDEN : (valueChange ?? NONE),
        previous.rank ?? NONE,
        previous.rank === null ? NONE : previous.rankOf,
        rankChange ?? NONE,
        row.marked.n,
        markedCell(row.marked),
      ],
      expected.get(row.name)?.computed ?? [],
      `${query} ${row.name}`,
    );
  }
}

/** Weeks and months add up to the range and to nothing else that is known. */
async function trendAgrees({ server, book }: Demo, now: Study, query: string): Promise<void> {
  const { points } = (await server.get(`/api/results/trend?${query}`)).json() as TrendView;
  const parts = points.map(({ from, to }) =>
    now.where(({ answered_date: day = '' }) => day >= from && day <= to),
  );
  expect(parts.reduce((sum, { lines }) => sum + lines.length, 0)).toBe(now.lines.length);
  const hidden = withheld(parts.map((one) => one.node(book.criteria, false).people));
  for (const [index, one] of parts.entries()) {
    const node = one.node(book.criteria, hidden[index]);
    const point = points[index];
    sameCells(
      [point?.n, point?.rate, point?.interval?.low ?? null],
      [hidden[index] ? null : one.lines.length, node.rate, node.low],
      `${query} ${point?.from}`,
    );
  }
}
