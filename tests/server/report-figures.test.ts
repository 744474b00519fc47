// Every figure of a report is counted again from the CSV exports by other code, and found the same in XLSX and DOCX.
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { formatDay, parseDay } from '#domain/days.ts';
import { fillDemo } from '../../server/demo/fill.ts';
import { readReport } from '../../server/reports/facts.ts';
import { writeReport } from '../../server/reports/writing.ts';
import { Codebook, countText, type Node, percentText, Study, withheld } from '../support/second-count.ts';
import { allCriteria, NOW, submission, type TestServer, testServer } from '../support/server.ts';
import { paragraphsOf, tablesOf } from '../support/zip.ts';

const TO = parseDay('2026-11-19');
const FORM = 'one-stop@1';
const FACTORS = [4, 4, 5, 3, 3];

let server: TestServer;
let book: Codebook;
let agencies: { id: string; name: string; parentId: string | null }[];

async function demoServer(): Promise<void> {
  server = await testServer({ empty: true, demo: true });
  await fillDemo(server.context, { seed: 7, count: 5000, province: '92', to: TO });
  agencies = (await server.get('/api/agencies')).json().agencies;
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
  book = new Codebook((await server.get(`/api/exports/codebook.csv?questionnaire=${FORM}`)).body);
}

/** A small generator of its own, so that the same periods and agencies come every time. */
function randomly(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

async function study(from: number, to: number): Promise<Study> {
  const url = `/api/exports/responses.csv?questionnaire=${FORM}&from=${formatDay(from)}&to=${formatDay(to)}`;
  return new Study((await server.get(url)).body, book);
}

type Expected = (string | number | null)[];
const NONE = '–';
const HIDDEN = 'ẩn';

/** A cell as the spreadsheet holds it: percentages are parts of one. */
const part = (value: number | null, hidden = false) =>
  hidden ? HIDDEN : value === null ? NONE : value / 100;
const points = (now: Node, before: Node) =>
  now.hidden ? HIDDEN : now.rate === null || before.rate === null ? NONE : now.rate - before.rate;

interface Counted {
  now: Study;
  before: Study;
}

/** Overall, factors and criteria, each with what must be withheld. */
function tree({ now, before }: Counted): { title: string; now: Node; before: Node; isCriterion: boolean }[] {
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

/** Rows of the sheet of criteria without their titles. */
function criterionRows(counted: Counted): Expected[] {
  return tree(counted).map(({ now, before }) => [
    now.people,
    now.hidden ? HIDDEN : now.answers,
    now.hidden ? HIDDEN : now.satisfied,
    part(now.rate, now.hidden),
    part(now.low, now.hidden),
    part(now.high, now.hidden),
    part(before.rate, before.hidden),
    points(now, before),
  ]);
}

/** The ranked agencies by name. @param groups which group each agency is in, as the sheet says */
function agencyRows({ now, before }: Counted, groups: Map<string, string>) {
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
  const inWords = (place: ReturnType<typeof rankIn>) =>
    place ? `${place.rank}/${place.of}${place.tied ? ' (đồng hạng)' : ''}` : NONE;
  const [current, earlier] = [nodesOf(now), nodesOf(before)];
  const smallMarks = withheld(listed.map(({ id }) => now.of(id).marked.lines.length));
  return new Map(
    listed.map(({ id, name }, index) => {
      const [node, old] = [current[index], earlier[index]];
      if (!node || !old) throw new Error(name);
      const [rank, was] = [rankIn(current, index), rankIn(earlier, index)];
      const steps = rank && was ? was.rank - rank.rank : null;
      const moved = steps && `${steps > 0 ? 'tăng' : 'giảm'} ${Math.abs(steps)} bậc`;
      const own = now.of(id);
      const computed = [
        rank?.rank ?? NONE,
        rank?.of ?? NONE,
        rank?.tied ? 'có' : null,
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
        withoutMarked(own, Boolean(node.hidden || smallMarks[index])),
      ];
      const read = [
        inWords(rank),
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

function withoutMarked(one: Study, hidden: boolean): string | number {
  const marked = one.marked.lines.length;
  if (marked === 0) return NONE;
  const rest = one.where((line) => line.marks === '').node(book.criteria);
  const few = (n: number) => n > 0 && n < 10;
  return hidden || few(marked) || few(rest.people) || rest.rate === null ? HIDDEN : rest.rate / 100;
}

function sameCells(found: unknown[], expected: Expected, about: string): void {
  const rounded = (cells: readonly unknown[]) =>
    cells.map((cell) => (typeof cell === 'number' ? Number(cell.toFixed(9)) : cell));
  expect([about, ...rounded(found)]).toEqual([about, ...rounded(expected)]);
}

describe('every figure of a report, counted again from the CSV export', () => {
  const choose = randomly(20_261_121);
  const cases = [1, 2, 3].flatMap(() => {
    const to = TO - choose(90);
    const from = to - 45 - choose(120);
    return [0, 1, 2].map((agency) => ({ from, to, at: agency === 0 ? null : choose(1000) }));
  });

  const agrees = async ({ from, to, at }: { from: number; to: number; at: number | null }) => {
    const listed = agencies.filter(({ parentId }) => parentId !== null);
    const province = agencies.find(({ parentId }) => parentId === null);
    const agency = at === null ? province : listed[at % listed.length];
    if (!agency) throw new Error('no agency');
    const order = {
      agencyId: agency.id,
      issuerId: null,
      questionnaireId: FORM,
      language: 'vi',
      from,
      to,
    } as const;
    const report = await readReport(server.context, order);
    const all = { now: await study(from, to), before: await study(from - (to - from + 1), from - 1) };
    const own = at === null ? all : { now: all.now.of(agency.id), before: all.before.of(agency.id) };
    const xlsx = await readExcelFile(await writeReport(report, 'xlsx'));
    const sheet = (name: string) => xlsx.find((each) => each.sheet === name)?.data ?? [];

    const criteria = criterionRows(own);
    sheet('Tiêu chí')
      .slice(1)
      .forEach((row, index) => {
        sameCells(row.slice(1), criteria[index] ?? [], String(row[0]));
      });
    expect(sheet('Tiêu chí')).toHaveLength(1 + criteria.length);

    const overall = own.now.node(book.criteria);
    const summary = new Map(sheet('Tổng hợp').map(([what, value]) => [what, value]));
    const shown = (value: number) => (overall.hidden ? HIDDEN : value);
    sameCells(
      ['Lượt trả lời', 'Người trả lời', 'Câu trả lời hợp lệ', 'Câu trả lời hài lòng', 'Tỷ lệ hài lòng'].map(
        (what) => summary.get(what),
      ),
      [
        own.now.lines.length,
        overall.people,
        shown(overall.answers),
        shown(overall.satisfied),
        part(overall.rate, overall.hidden),
      ],
      'summary',
    );
    sameCells(
      [summary.get('Lượt bị đánh dấu'), summary.get('Tỷ lệ không tính lượt bị đánh dấu')],
      [own.now.marked.lines.length, withoutMarked(own.now, overall.hidden)],
      'marked',
    );

    // The group of an agency is not in the export; the sheets of the province tell it.
    const whole = await readReport(server.context, { ...order, agencyId: province?.id ?? '' });
    const groups = new Map(whole.sheets[1]?.rows.map(({ cells }) => [String(cells[4]), String(cells[0])]));
    const expected = agencyRows(all, groups);
    const rows = sheet('Cơ quan').slice(1);
    expect(rows).toHaveLength(at === null ? listed.length : 1);
    for (const row of rows)
      sameCells(
        [...row.slice(1, 4), ...row.slice(5, 16)],
        expected.get(String(row[4]))?.computed ?? [],
        String(row[4]),
      );

    const hiddenCriteria = new Set(
      tree(own)
        .filter((line) => line.isCriterion && line.now.hidden)
        .map(({ title }) => title),
    );
    const distributions = sheet('Phân bố').slice(1);
    for (const code of book.criteria) {
      const lines = distributions.filter(([question]) => question === code);
      if (hiddenCriteria.has(book.words.get(code) ?? '')) {
        expect(lines.map((line) => line[4])).toEqual([HIDDEN]);
        continue;
      }
      const counts = own.now.counts(code);
      const valid = own.now.node([code], false).answers;
      sameCells(
        lines.flatMap((line) => [line[2], line[4], line[5]]),
        counts.flatMap(({ code: option, n }) => [
          option,
          n,
          option === 'dont_know' || valid === 0 ? NONE : n / valid,
        ]),
        code,
      );
    }

    const docx = await writeReport(report, 'docx');
    const text = paragraphsOf(docx).join('\n');
    if (overall.rate !== null) {
      expect(text).toContain(`là ${percentText(overall.satisfied, overall.answers)} (khoảng tin cậy 95%:`);
      expect(text).toContain(
        `${countText(overall.satisfied)} câu trả lời hài lòng trên ${countText(overall.answers)} câu trả lời hợp lệ`,
      );
    }
    // The tables of the DOCX show the same, rounded from whole numbers.
    const tables = tablesOf(docx);
    const ranked = tables.filter((table) => table[0]?.length === 12).flatMap((table) => table.slice(1));
    expect(ranked).toHaveLength(at === null ? listed.length : 0);
    for (const row of ranked)
      expect([0, 1, 2, 3, 6, 8, 9].map((index) => row[index])).toEqual(
        expected.get(String(row[1]).replace(' (chưa đủ mẫu)', ''))?.read,
      );
    const written = tables.find((table) => table[0]?.length === 9) ?? [];
    tree(own).forEach(({ now }, index) => {
      const [, people, answers, satisfied, rate] = written[index + 1] ?? [];
      if (own.now.lines.length === 0) return;
      expect([people, answers, satisfied, rate]).toEqual(
        now.hidden
          ? [countText(now.people), HIDDEN, HIDDEN, HIDDEN]
          : [
              countText(now.people),
              countText(now.answers),
              countText(now.satisfied),
              now.answers === 0 ? NONE : percentText(now.satisfied, now.answers),
            ],
      );
    });
  };

  it('agrees for three random periods, the province and two random agencies each', async () => {
    await demoServer();
    for (const each of cases) await agrees(each);
  }, 240_000);
});
