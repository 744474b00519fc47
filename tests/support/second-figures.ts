// The second computation applied to a demonstration: a province's tree, its ranking and its trend, from the exports alone.
import { expect } from 'vitest';
import { formatDay, parseDay } from '#domain/days.ts';
import { fillDemo } from '../../server/demo/fill.ts';
import { Codebook, countText, type Node, percentText, Study, withheld } from './second-count.ts';
import { allCriteria, NOW, submission, type TestServer, testServer } from './server.ts';

export const TO = parseDay('2026-11-19');
export const FORM = 'one-stop@1';
const FACTORS = [4, 4, 5, 3, 3];

export interface Demo {
  server: TestServer;
  book: Codebook;
  agencies: { id: string; name: string; parentId: string | null }[];
  /** The responses of some days, from the export. */
  study: (from: number, to: number) => Promise<Study>;
}

/** A demonstration with a few thousand responses and some marked ones, everything counted. */
export async function demoServer(): Promise<Demo> {
  const server = await testServer({ empty: true, demo: true });
  await fillDemo(server.context, { seed: 7, count: 5000, province: '92', to: TO });
  const { agencies } = (await server.get('/api/agencies')).json();
  // Some who were too fast to have read the questions, so that there are marked responses.
  const { touchpoints } = server.context.db.tables;
  const points = await server.context.db.read.select().from(touchpoints);
  const phones = points.filter(({ questionnaireId }) => questionnaireId === FORM).slice(0, 3);
  for (let index = 0; index < 36; index++) {
    const at = new Date(NOW - 86_400_000 * (1 + index));
    const reply = await server.submit(
      submission(phones[index % 3]?.code ?? '', {
        answers: allCriteria(index % 5 === 0 ? '2' : '4'),
        startedAt: new Date(at.getTime() - 900).toISOString(),
        answeredAt: at.toISOString(),
      }),
    );
    expect(reply.statusCode).toBe(201);
  }
  // Whoever asks for results has everything counted first.
  await server.get('/api/results');
  const book = new Codebook((await server.get(`/api/exports/codebook.csv?questionnaire=${FORM}`)).body);
  const study = async (from: number, to: number) => {
    const url = `/api/exports/responses.csv?questionnaire=${FORM}&from=${formatDay(from)}&to=${formatDay(to)}`;
    return new Study((await server.get(url)).body, book);
  };
  return { server, book, agencies, study };
}

/** A small generator of its own, so that the same periods and agencies come every time. */
export function randomly(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

export type Expected = (string | number | null)[];
export const NONE = '–';
export const HIDDEN = 'ẩn';

/** A cell as the spreadsheet holds it: percentages are parts of one. */
export const part = (value: number | null, hidden = false) =>
  hidden ? HIDDEN : value === null ? NONE : value / 100;
export const points = (now: Node, before: Node) =>
  now.hidden ? HIDDEN : now.rate === null || before.rate === null ? NONE : now.rate - before.rate;

export interface Counted {
  book: Codebook;
  agencies: Demo['agencies'];
  now: Study;
  before: Study;
}

/** Overall, factors and criteria, each with what must be withheld. */
export function tree({
  book,
  now,
  before,
}: Counted): { title: string; now: Node; before: Node; isCriterion: boolean }[] {
  const { criteria } = book;
  const factors = FACTORS.map((size, index) => {
    const start = FACTORS.slice(0, index).reduce((sum, each) => sum + each, 0);
    return criteria.slice(start, start + size);
  });
  const nodesOf = (one: Study) => {
    const overall = one.node(criteria);
    const shown = overall.hidden
      ? factors.map(() => true)
      : withheld(factors.map((codes) => one.node(codes).people));
    const nodes = [overall];
    factors.forEach((codes, index) => {
      nodes.push(one.node(codes, shown[index]));
      const below = shown[index]
        ? codes.map(() => true)
        : withheld(codes.map((code) => one.node([code]).people));
      codes.forEach((code, at) => {
        nodes.push(one.node([code], below[at]));
      });
    });
    return nodes;
  };
  const earlier = nodesOf(before);
  const titles = [
    null,
    ...factors.flatMap((codes) => [null, ...codes.map((code) => book.words.get(code) ?? '')]),
  ];
  return nodesOf(now).map((node, index) => ({
    title: titles[index] ?? '',
    now: node,
    before: earlier[index] ?? node,
    isCriterion: typeof titles[index] === 'string',
  }));
}

function intervalOf(node: Node | undefined) {
  if (!node || node.rate === null || node.low === null || node.high === null) return [];
  return [{ node, rate: node.rate, low: node.low, high: node.high }];
}

/** The ranked agencies by name. @param groups which group each agency is in, as the sheet says */
export function agencyRows({ book, agencies, now, before }: Counted, groups: Map<string, string>) {
  const listed = agencies.filter(({ parentId }) => parentId !== null);
  const nodesOf = (one: Study) => {
    const nodes = listed.map(({ id }) => one.of(id).node(book.criteria));
    const hidden = withheld(nodes.map(({ people }) => people));
    return listed.map(({ id }, index) => one.of(id).node(book.criteria, hidden[index]));
  };
  const inGroup = Map.groupBy(listed.keys(), (index) => groups.get(listed[index]?.name ?? ''));
  const rankIn = (nodes: Node[], index: number): { rank: number; of: number; tied: boolean } | null => {
    const own = nodes[index]?.rate ?? null;
    if (own === null) return null;
    const group = groups.get(listed[index]?.name ?? '');
    const rates = (inGroup.get(group) ?? []).flatMap((at) => nodes[at]?.rate ?? []);
    const tied = rates.filter((rate) => rate === own).length > 1;
    return { rank: 1 + rates.filter((rate) => rate > own).length, of: rates.length, tied };
  };
  const standIn = (nodes: Node[], index: number): [band: number, best: number, worst: number] | null => {
    const own = nodes[index];
    const group = groups.get(listed[index]?.name ?? '');
    const known = (inGroup.get(group) ?? []).flatMap((at) => intervalOf(nodes[at]));
    const [mine] = intervalOf(own);
    if (!mine) return null;
    const above = known.filter(({ low }) => low > mine.high).length;
    const below = known.filter(({ high }) => high < mine.low).length;
    let [band, floor] = [0, Number.POSITIVE_INFINITY];
    for (const { node, low, high } of known.toSorted((a, b) => b.rate - a.rate || b.low - a.low)) {
      if (high < floor) [band, floor] = [band + 1, low];
      if (node === own) break;
    }
    return [band, above + 1, known.length - below];
  };
  const inWords = (place: ReturnType<typeof rankIn>) =>
    place ? `${place.rank}/${place.of}${place.tied ? ' (đồng hạng)' : ''}` : NONE;
  const [current, earlier] = [nodesOf(now), nodesOf(before)];
  const smallMarks = withheld(listed.map(({ id }) => now.of(id).marked.lines.length));
  return new Map(
    listed.map(({ id, name }, index) => {
      const [node, old] = [current[index], earlier[index]];
      if (!node || !old) throw new Error(name);
      const [rank, was] = [rankIn(current, index), rankIn(earlier, index)];
      const stands = standIn(current, index);
      const steps = rank && was ? was.rank - rank.rank : null;
      const moved = steps && `${steps > 0 ? 'tăng' : 'giảm'} ${Math.abs(steps)} bậc`;
      const own = now.of(id);
      const computed = [
        rank?.rank ?? NONE,
        rank?.of ?? NONE,
        rank?.tied ? 'có' : null,
        ...(stands ?? [NONE, NONE, NONE]),
        own.lines.length,
        part(node.rate, node.hidden),
        part(node.low, node.hidden),
        part(node.high, node.hidden),
        part(old.rate, old.hidden),
        points(node, old),
        was?.rank ?? NONE,
        was?.of ?? NONE,
        steps ?? NONE,
        own.marked.lines.length,
        withoutMarked(book, own, Boolean(node.hidden || smallMarks[index])),
      ];
      const read = [
        inWords(rank),
        stands ? `${stands[0]} (${stands[1]}–${stands[2]})` : NONE,
        node.rate !== null && node.people < 30 ? `${name} (chưa đủ mẫu)` : name,
        countText(own.lines.length),
        node.hidden ? HIDDEN : node.rate === null ? NONE : percentText(node.satisfied, node.answers),
        old.hidden ? HIDDEN : old.rate === null ? NONE : percentText(old.satisfied, old.answers),
        inWords(was),
        steps === null ? NONE : moved || 'giữ nguyên',
      ];
      return [name, { computed, read }];
    }),
  );
}

export function withoutMarked(book: Codebook, one: Study, hidden: boolean): string | number {
  const marked = one.marked.lines.length;
  if (marked === 0) return NONE;
  const rest = one.where((line) => line.marks === '').node(book.criteria);
  const few = (n: number) => n > 0 && n < 10;
  return hidden || few(marked) || few(rest.people) || rest.rate === null ? HIDDEN : rest.rate / 100;
}

export function sameCells(found: unknown[], expected: Expected, about: string): void {
  const rounded = (cells: readonly unknown[]) =>
    cells.map((cell) => (typeof cell === 'number' ? Number(cell.toFixed(9)) : cell));
  expect([about, ...rounded(found)]).toEqual([about, ...rounded(expected)]);
}
