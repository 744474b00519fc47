// Reports of closed periods: frozen figures with their checkpoint, late answers apart, and provisional ones called so.
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { parseDay } from '#domain/days.ts';
import { OPERATOR } from '#domain/roles.ts';
import { closePeriod, publishPeriod, reopenPeriod } from '../../server/periods/changes.ts';
import { readSupplement, snapshotOf } from '../../server/periods/frozen.ts';
import { closureOfDays } from '../../server/periods/queries.ts';
import { readPeriod } from '../../server/periods/reading.ts';
import { type ReportOrder, readReport } from '../../server/reports/facts.ts';
import { writeReport } from '../../server/reports/writing.ts';
import { Projector } from '../../server/tallies/projector.ts';
import { openPdf } from '../support/printed.ts';
import { allCriteria, submission, type TestServer, testServer } from '../support/server.ts';
import { paragraphsOf, tablesOf } from '../support/zip.ts';

const KEY = '2026-month-11';
const DAYS = { from: parseDay('2026-10-15'), to: parseDay('2026-11-14') };
const DOER = { actor: OPERATOR, origin: null };

async function answer(server: TestServer, agency: number, count: number, level: string, at = '2026-11-10') {
  for (let person = 0; person < count; person++) {
    const time = `${at}T03:00:00Z`;
    const { code = '' } = server.touchpoints[agency] ?? {};
    const body = submission(code, { answers: allCriteria(level), startedAt: time, answeredAt: time });
    expect((await server.submit(body)).statusCode).toBe(201);
  }
  await server.get('/api/results');
}

const close = ({ context }: TestServer, key = KEY) => closePeriod(context, new Projector(context), DOER, key);

function orderOf({ province }: TestServer, changes: Partial<ReportOrder> = {}): ReportOrder {
  return {
    ...DAYS,
    agencyId: province.id,
    issuerId: null,
    questionnaireId: null,
    language: 'vi',
    ...changes,
  };
}

async function docxOf(server: TestServer, changes: Partial<ReportOrder> = {}) {
  const docx = await writeReport(await readReport(server.context, orderOf(server, changes)), 'docx');
  return { text: paragraphsOf(docx).join('\n'), tables: tablesOf(docx) };
}

describe('a report of a closed period', () => {
  it('keeps the frozen figures of the province and of an agency, whatever arrives later', async () => {
    const server = await testServer();
    const agencyId = server.agencies[0]?.id ?? '';
    await answer(server, 0, 20, '4');
    await answer(server, 1, 20, '1');
    const draft = await docxOf(server);
    expect(draft.text).toContain('Số liệu tạm tính (chưa chốt)');
    expect(draft.text).toContain('qua mã QR, mạng internet: 40 lượt');
    await close(server);
    const own = await readReport(server.context, orderOf(server, { agencyId }));
    await answer(server, 0, 12, '1');

    const { text, tables } = await docxOf(server);
    expect(text).toContain('Số liệu đã chốt ngày 20/11/2026');
    expect(text).toContain('là 50,00% (khoảng tin cậy 95%:');
    expect(text).toContain('Báo cáo tổng hợp 40 lượt trả lời');
    expect(text).toContain('có thêm 12 lượt trả lời của kỳ gửi đến sau khi chốt số liệu');
    expect(text).toContain(
      'của riêng các lượt này là 0,00%; nếu tính cả các lượt này, tỷ lệ hài lòng chung là 38,46%',
    );
    expect(text).not.toContain('tạm tính');
    const { frozen } = await readPeriod(server.context, OPERATOR, KEY);
    const lines = frozen?.checkpoint.split('\n').filter((line) => line !== '') ?? [];
    expect(lines).toHaveLength(4);
    expect(
      tables
        .at(-1)
        ?.slice(1)
        .map((row) => row[1]),
    ).toEqual(lines);

    const later = await readReport(server.context, orderOf(server, { agencyId }));
    const withoutLate = (report: typeof own) =>
      report.sheets.map(({ rows }) =>
        rows.filter(({ cells }) => !/^Bổ sung|^Tính đến ngày/.test(String(cells[0]))),
      );
    const trim = (report: typeof own) => withoutLate(report).map((rows) => rows.map(({ cells }) => cells));
    expect(trim(later).slice(0, 4)).toEqual(trim(own).slice(0, 4));
    expect(JSON.stringify(later.sections)).toContain('có thêm 12 lượt trả lời');
    expect(JSON.stringify(own.sections)).toContain('không có lượt trả lời nào của kỳ gửi đến sau khi chốt');
  });

  it('says so in the XLSX and the PDF, too', async () => {
    const server = await testServer();
    await answer(server, 0, 20, '4');
    const stateIn = async () => {
      const report = await readReport(server.context, orderOf(server));
      const sheets = await readExcelFile(await writeReport(report, 'xlsx'));
      const pdf = await openPdf(await writeReport(report, 'pdf'));
      const { items } = await (await pdf.getPage(1)).getTextContent();
      await pdf.destroy();
      const summary = new Map(sheets[0]?.data.map(([what, value]) => [what, value]));
      return {
        xlsx: summary.get('Tình trạng số liệu'),
        late: summary.get('Bổ sung: lượt trả lời đến sau khi chốt'),
        last: sheets.at(-1)?.sheet,
        pdf: items.map((item) => ('str' in item ? item.str : '')).join(''),
      };
    };
    expect(await stateIn()).toMatchObject({
      xlsx: 'Số liệu tạm tính (chưa chốt)',
      late: undefined,
      last: 'Phương pháp',
      pdf: expect.stringContaining('Số liệu tạm tính (chưa chốt)'),
    });
    await close(server);
    await answer(server, 0, 3, '1');
    expect(await stateIn()).toMatchObject({
      xlsx: 'Số liệu đã chốt ngày 20/11/2026',
      late: 3,
      last: 'Điểm kiểm tra',
      pdf: expect.stringContaining('Số liệu đã chốt ngày 20/11/2026'),
    });
  });

  it('is provisional again when it was reopened, and for other days', async () => {
    const server = await testServer();
    await answer(server, 0, 20, '4');
    await close(server);
    expect((await docxOf(server, { to: DAYS.to - 1 })).text).toContain('Số liệu tạm tính (chưa chốt)');
    await reopenPeriod(server.context, DOER, KEY, 'Một máy tính bảng gửi muộn');
    expect((await docxOf(server)).text).toContain('Số liệu tạm tính (chưa chốt)');
  });

  it('gives an agency’s people the closed figures once they are published', async () => {
    const server = await testServer();
    const agencyId = server.agencies[0]?.id ?? '';
    await answer(server, 0, 20, '4');
    await close(server);
    await answer(server, 0, 20, '1');
    const mine = { agencyId, issuerId: agencyId };
    const before = await docxOf(server, mine);
    expect(before.text).toContain('Số liệu tạm tính (số liệu đã chốt chưa công bố)');
    expect(before.text).toContain('là 50,00% (khoảng');
    await publishPeriod(server.context, DOER, KEY);
    expect((await docxOf(server, mine)).text).toContain('là 100,00% (khoảng');
  });

  it('is compared with the period before as that was closed', async () => {
    const server = await testServer();
    await answer(server, 0, 20, '4', '2026-10-10');
    await close(server, '2026-month-10');
    await answer(server, 0, 20, '1', '2026-10-10');
    await answer(server, 0, 20, '4');
    const expected = 'ngày 14/10/2026: 100,00%), tỷ lệ hài lòng không thay đổi';
    expect((await docxOf(server)).text).toContain(expected);
    await close(server);
    const closed = await docxOf(server);
    expect(closed.text).toContain(expected);
    const { frozen } = await readPeriod(server.context, OPERATOR, KEY);
    const row = frozen?.agencies.agencies.find(({ id }) => id === server.agencies[0]?.id);
    expect(row).toMatchObject({ rate: 100, previous: { n: 20, rate: 100 }, valueChange: 0, rankChange: 0 });
  });

  it('shows an agency’s people the period before as it was closed once that is published', async () => {
    const server = await testServer();
    const agencyId = server.agencies[0]?.id ?? '';
    await answer(server, 0, 20, '4', '2026-10-10');
    await close(server, '2026-month-10');
    await answer(server, 0, 20, '1', '2026-10-10');
    await answer(server, 0, 20, '4');
    const inOctober = async () => /ngày 14\/10\/2026: ([\d,]+%)/.exec((await docxOf(server, mine)).text)?.[1];
    const mine = { agencyId, issuerId: agencyId };
    expect(await inOctober()).toBe('50,00%');
    await publishPeriod(server.context, DOER, '2026-month-10');
    expect(await inOctober()).toBe('100,00%');
  });

  it('has no rate of late answers from which a withheld closed one would follow', async () => {
    const server = await testServer();
    await answer(server, 0, 5, '1');
    await answer(server, 1, 20, '4');
    await answer(server, 2, 30, '4');
    await close(server);
    for (const agency of [0, 2]) await answer(server, agency, 12, '4');
    const { db } = server.context;
    const closure = await closureOfDays(db, DAYS);
    const lateAt = async (agency: number) =>
      closure && (await readSupplement(db, snapshotOf(closure), closure, server.agencies[agency]));
    expect(await lateAt(0)).toEqual({ n: 12, rate: null, rateWith: null });
    expect(await lateAt(2)).toEqual({ n: 12, rate: 100, rateWith: 100 });
  });

  it('can be read from what was closed before all of this was kept', async () => {
    const server = await testServer();
    await answer(server, 0, 20, '4');
    await close(server);
    const { db } = server.context;
    const { periodClosures } = db.tables;
    const [row] = await db.read.select().from(periodClosures);
    const { details: _, ...old } = JSON.parse(row?.snapshot ?? '{}');
    delete old.results.required;
    await db.write((tx) => [tx.update(periodClosures).set({ snapshot: JSON.stringify(old) })]);
    await answer(server, 0, 20, '1');
    const whole = await docxOf(server);
    expect(whole.text).toContain('Số liệu đã chốt ngày');
    expect(whole.text).toContain('là 100,00% (khoảng');
    expect(whole.text).not.toContain('Theo hình thức trả lời');
    const own = await docxOf(server, { agencyId: server.agencies[0]?.id ?? '' });
    expect(own.text).toContain('Số liệu tạm tính (không có trong số liệu đã chốt)');
    expect((await server.get(`/api/periods/${KEY}`)).statusCode).toBe(200);
  });
});
