// Every figure of a report is counted again from the CSV exports by other code, and found the same in XLSX and DOCX.
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../server/reports/facts.ts';
import { writeReport } from '../../server/reports/writing.ts';
import { countText, percentText } from '../support/second-count.ts';
import {
  agencyRows,
  type Counted,
  type Demo,
  demoServer,
  type Expected,
  FORM,
  HIDDEN,
  NONE,
  part,
  points,
  randomly,
  sameCells,
  TO,
  tree,
  withoutMarked,
} from '../support/second-figures.ts';
import { paragraphsOf, tablesOf } from '../support/zip.ts';

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

describe('every figure of a report, counted again from the CSV export', () => {
  const choose = randomly(20_261_121);
  const cases = [1, 2, 3].flatMap(() => {
    const to = TO - choose(90);
    const from = to - 45 - choose(120);
    return [0, 1, 2].map((agency) => ({ from, to, at: agency === 0 ? null : choose(1000) }));
  });

  const agrees = async (
    { server, book, agencies, study }: Demo,
    { from, to, at }: { from: number; to: number; at: number | null },
  ) => {
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
    const all = {
      book,
      agencies,
      now: await study(from, to),
      before: await study(from - (to - from + 1), from - 1),
    };
    const own = at === null ? all : { ...all, now: all.now.of(agency.id), before: all.before.of(agency.id) };
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
      [own.now.marked.lines.length, withoutMarked(book, own.now, overall.hidden)],
      'marked',
    );

    const channels = ['web', 'kiosk', 'paper'].map((channel) =>
      own.now.where((line) => line.channel === channel),
    );
    sameCells(
      ['qua mã QR, mạng internet', 'máy tính bảng tại quầy', 'phiếu giấy'].map((what) =>
        summary.get(`Trong đó: ${what}`),
      ),
      channels.map(({ lines }) => lines.length),
      'channels',
    );

    // The group of an agency is not in the export; the sheets of the province tell it.
    const whole = await readReport(server.context, { ...order, agencyId: province?.id ?? '' });
    const groups = new Map(whole.sheets[1]?.rows.map(({ cells }) => [String(cells[7]), String(cells[0])]));
    const expected = agencyRows(all, groups);
    const rows = sheet('Cơ quan').slice(1);
    expect(rows).toHaveLength(at === null ? listed.length : 1);
    for (const row of rows)
      sameCells(
        [...row.slice(1, 7), ...row.slice(8, 19)],
        expected.get(String(row[7]))?.computed ?? [],
        String(row[7]),
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
    const ranked = tables.filter((table) => table[0]?.[0] === 'Hạng').flatMap((table) => table.slice(1));
    expect(ranked).toHaveLength(at === null ? listed.length : 0);
    for (const row of ranked)
      expect([0, 1, 2, 3, 4, 7, 9, 10].map((index) => row[index])).toEqual(
        expected.get(String(row[2]).replace(' (chưa đủ mẫu)', ''))?.read,
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
    const demo = await demoServer();
    for (const each of cases) await agrees(demo, each);
  }, 240_000);
});
