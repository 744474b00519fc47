// The files of a report as others open them: the layout that the decree prescribes, and nothing that breaks or runs.
import { eq } from 'drizzle-orm';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { parseDay } from '#domain/days.ts';
import type { Report } from '#domain/report.ts';
import type { ReportFormat } from '#domain/report-formats.ts';
import { readReport } from '../../server/reports/facts.ts';
import { writeReport } from '../../server/reports/writing.ts';
import { openPdf } from '../support/printed.ts';
import { allCriteria, submission, type TestServer, testServer } from '../support/server.ts';
import { paragraphsOf, unzip } from '../support/zip.ts';

const DAYS = { from: parseDay('2026-10-15'), to: parseDay('2026-11-19') };

/** Agencies with these names, forty answers each. */
async function serverWith(names: string[] = []): Promise<TestServer> {
  const server = await testServer();
  const { db } = server.context;
  const { agencies } = db.tables;
  for (const [index, name] of names.entries())
    await db.write((tx) => [
      tx
        .update(agencies)
        .set({ name })
        .where(eq(agencies.id, server.agencies[index]?.id ?? '')),
    ]);
  const at = '2026-11-10T02:59:00Z';
  for (const [index, { code }] of server.touchpoints.entries())
    for (let person = 0; person < 32; person++)
      await server.submit(
        submission(code, {
          answers: allCriteria(person % (index + 3) === 0 ? '2' : '4'),
          startedAt: at,
          answeredAt: at,
        }),
      );
  await server.get('/api/results');
  return server;
}

const reportOf = ({ context, province }: TestServer): Promise<Report> =>
  readReport(context, {
    ...DAYS,
    agencyId: province.id,
    issuerId: null,
    questionnaireId: null,
    language: 'vi',
  });

const xmlOf = (docx: Buffer, name = 'word/document.xml') => unzip(docx).get(name)?.toString('utf8') ?? '';

describe('the DOCX', () => {
  it('has the paper, margins, type and page numbers of Nghị định 30/2020', async () => {
    const docx = await writeReport(await reportOf(await serverWith()), 'docx');
    const xml = xmlOf(docx);
    const millimetres = (twips: string | undefined) => (Number(twips) * 25.4) / 1440;
    const pages = [...xml.matchAll(/<w:pgSz [^>]*w:w="(\d+)" w:h="(\d+)" w:orient="(\w+)"/g)];
    const sizes = pages.map(([, width, height, turned]) => [
      Math.round(millimetres(width)),
      Math.round(millimetres(height)),
      turned,
    ]);
    expect(sizes).toEqual([
      [210, 297, 'portrait'],
      [297, 210, 'landscape'],
    ]);
    const margins = [
      ...xml.matchAll(/<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/g),
    ];
    expect(margins).toHaveLength(2);
    for (const [, top, right, bottom, left] of margins) {
      for (const [margin, least, most] of [
        [top, 20, 25],
        [bottom, 20, 25],
        [left, 30, 35],
        [right, 15, 20],
      ] as const) {
        expect(millimetres(margin)).toBeGreaterThanOrEqual(least);
        expect(millimetres(margin)).toBeLessThanOrEqual(most);
      }
    }
    const styles = xmlOf(docx, 'word/styles.xml');
    expect(styles).toContain('<w:rFonts w:ascii="Times New Roman"');
    const fonts = [xml, styles].flatMap((each) =>
      [...each.matchAll(/w:ascii="([^"]+)"/g)].map(([, font]) => font),
    );
    expect(new Set(fonts)).toEqual(new Set(['Times New Roman']));
    const [first, second] = xml.split('<w:titlePg');
    expect(first?.match(/headerReference w:type="first"/g)).toHaveLength(1);
    expect(second).toBeDefined();
    const headers = [...unzip(docx).keys()].filter((name) => name.startsWith('word/header'));
    const numbered = headers.filter((name) => xmlOf(docx, name).includes('PAGE'));
    expect(numbered).toHaveLength(2);
    for (const name of numbered) expect(xmlOf(docx, name)).toContain('<w:jc w:val="center"/>');
  });

  it.each([
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true, italic: false, points: [12, 13], jc: 'center' }],
    ['Độc lập - Tự do - Hạnh phúc', { bold: true, italic: false, points: [13, 14], jc: 'center' }],
    ['ỦY BAN NHÂN DÂN', { bold: false, italic: false, points: [12, 13], jc: 'center' }],
    ['SỞ NỘI VỤ', { bold: true, italic: false, points: [12, 13], jc: 'center' }],
    ['Số: …/BC-SNV', { bold: false, italic: false, points: [13, 13], jc: 'center' }],
    ['Cần Thơ, ngày 20 tháng 11 năm 2026', { bold: false, italic: true, points: [13, 14], jc: 'center' }],
    ['BÁO CÁO', { bold: true, italic: false, points: [13, 14], jc: 'center' }],
    ['Nơi nhận:', { bold: true, italic: true, points: [12, 12], jc: '' }],
    ['Các tỷ lệ trong báo cáo là', { bold: false, italic: false, points: [13, 14], jc: 'both' }],
    ['GIÁM ĐỐC', { bold: true, italic: false, points: [13, 14], jc: 'center' }],
  ])('sets “%s” as the decree says', async (words, style) => {
    docxOfAll ??= serverWith()
      .then(reportOf)
      .then((report) => writeReport(report, 'docx'));
    const xml = xmlOf(await docxOfAll);
    const paragraph = [...xml.matchAll(/<w:p>(?:(?!<w:p>).)*?<\/w:p>/gs)]
      .map(String)
      .find((each) => each.includes(words));
    const size = Number(paragraph?.match(/<w:sz w:val="(\d+)"/)?.[1] ?? 28) / 2;
    expect({
      bold: /<w:b\/>/.test(paragraph ?? ''),
      italic: /<w:i\/>/.test(paragraph ?? ''),
      points: style.points,
      jc: paragraph?.match(/<w:jc w:val="(\w+)"/)?.[1] ?? '',
    }).toEqual(style);
    expect(size).toBeGreaterThanOrEqual(style.points[0] ?? 0);
    expect(size).toBeLessThanOrEqual(style.points[1] ?? 0);
  });
  let docxOfAll: Promise<Buffer> | undefined;

  it('has native tables whose heading comes again, and charts with a picture and words for both', async () => {
    const docx = await writeReport(await reportOf(await serverWith()), 'docx');
    const xml = xmlOf(docx);
    const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(String);
    const withFigures = tables.filter((table) => table.includes('<w:tblHeader/>'));
    // Letterhead and signature are tables without a heading.
    expect(tables.length - withFigures.length).toBe(2);
    expect(withFigures.length).toBeGreaterThanOrEqual(5);
    // The options of a question stand within one row, which no program divides.
    expect(xml).toMatch(/<w:trPr><w:cantSplit\/><\/w:trPr>(?:(?!<w:tr>).)*<w:tbl>/s);
    const files = [...unzip(docx).keys()];
    const pictures = (kind: string) => files.filter((name) => name.endsWith(kind)).length;
    expect(pictures('.svg')).toBe(2);
    expect(pictures('.png')).toBe(2);
    expect(xml.match(/<wp:docPr [^>]*descr="[^"]+"/g)).toHaveLength(2);
  });
});

const HOSTILE = [
  '=HYPERLINK("http://x";"y") & <b>"\'</b> ]]>',
  '+84 UBND xã\u0000\u000B\u202E \uD800 Lộn ngược',
  'Đơn vị sự nghiệp công lập trực thuộc Ủy ban nhân dân thành phố phục vụ việc tiếp nhận, giải quyết thủ tục hành chính '.repeat(
    2,
  ),
];

describe('names from anywhere', () => {
  it('stay names: no file breaks, and nothing in it is run', async () => {
    const report = await reportOf(await serverWith(HOSTILE));
    const docx = await writeReport(report, 'docx');
    const xlsx = await writeReport(report, 'xlsx');
    for (const file of [docx, xlsx])
      for (const [name, content] of unzip(file)) {
        if (!/\.(xml|rels|svg)$/.test(name)) continue;
        const xml = content.toString('utf8');
        expect([name, problemWith(xml)]).toEqual([name, null]);
      }
    expect(paragraphsOf(docx)).toContain(HOSTILE[0]);
    const sheets = await readExcelFile(xlsx);
    const names = sheets.find(({ sheet }) => sheet === 'Cơ quan')?.data.map((row) => row[7]);
    expect(names).toContain(HOSTILE[0]);
    for (const [name, content] of unzip(xlsx))
      if (name.includes('worksheets/')) expect(content.toString('utf8')).not.toMatch(/<f[ >]/);
    const pdf = await openPdf(await writeReport(report, 'pdf'));
    expect(pdf.numPages).toBeGreaterThan(2);
    await pdf.destroy();
  });
});

/** What an XML parser would stop at: characters that XML has not, or tags that do not match. */
function problemWith(xml: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const bad = xml.match(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
  if (bad) return `character ${bad[0].codePointAt(0)}`;
  const open: string[] = [];
  for (const [tag, slash, name, , own] of xml.matchAll(
    /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    if (slash) {
      if (open.pop() !== name) return tag;
    } else if (!own) open.push(name ?? '');
  }
  if (open.length > 0) return `${open.at(-1)} is never closed`;
  const rest = xml.replace(/<\?[^>]*\?>/g, '').replace(/<\/?[\w:.-]+(?:\s+[\w:.-]+="[^"<]*")*\s*\/?>/g, '');
  return rest.match(/[<]|&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/)?.[0] ?? null;
}

describe('the XLSX', () => {
  it('has its six sheets, numbers as numbers, and headings that stay', async () => {
    const xlsx = await writeReport(await reportOf(await serverWith()), 'xlsx');
    const sheets = await readExcelFile(xlsx);
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Tổng hợp',
      'Cơ quan',
      'Tiêu chí',
      'Phân bố',
      'Bảng mã',
      'Phương pháp',
    ]);
    const files = unzip(xlsx);
    for (const [name, content] of files)
      if (/worksheets\/sheet\d+\.xml$/.test(name)) {
        const xml = content.toString('utf8');
        expect(xml).toMatch(/ySplit="1".*state="frozen"/);
        // Printed: as wide as the paper, and the headings on every page.
        expect(xml).toMatch(/<worksheet [^>]*><sheetPr><pageSetUpPr fitToPage="1"\/>/);
        expect(xml).toMatch(/<pageSetup [^>]*fitToWidth="1" fitToHeight="0"/);
      }
    const book = files.get('xl/workbook.xml')?.toString('utf8') ?? '';
    expect(book.match(/name="_xlnm.Print_Titles" localSheetId="\d">'[^']+'!\$1:\$1</g)).toHaveLength(6);
    const styles = files.get('xl/styles.xml')?.toString('utf8') ?? '';
    for (const format of ['0.00%', '#,##0'])
      expect(styles.includes(format) || /numFmtId="(10|3)"/.test(styles)).toBe(true);
    const summary = new Map(sheets[0]?.data.map(([what, value]) => [what, value]));
    expect(summary.get('Lượt trả lời')).toBe(96);
    expect(summary.get('Tỷ lệ hài lòng')).toBeCloseTo((96 - 11 - 8 - 7) / 96, 12);
    expect(String(summary.get('Lưu ý'))).toContain('không phải Chỉ số SIPAS');
  });
});

describe('the PDF', () => {
  it('says the same as the DOCX, paragraph by paragraph, with page numbers from the second page on', async () => {
    const report = await reportOf(await serverWith());
    const pdf = await openPdf(await writeReport(report, 'pdf'));
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
    }
    await pdf.destroy();
    const squeezed = (text: string) => text.normalize('NFC').replace(/\s+/g, '');
    const all = squeezed(pages.join(' '));
    const spoken = report.sections.flatMap(({ heading, blocks }) => [
      heading,
      ...blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])),
    ]);
    // A page's number may stand in the middle of a paragraph that goes on.
    const missing = spoken.filter((text) => !all.includes(squeezed(text)) && !isSplit(all, squeezed(text)));
    expect(missing).toEqual([]);
    expect(pages[0]).not.toMatch(/(^|\s)1(\s|$)/);
    pages.slice(1).forEach((page, index) => {
      expect(page.split(/\s+/)).toContain(String(index + 2));
    });
  });
});

const isSplit = (all: string, text: string) =>
  all.includes(text.slice(0, text.length / 4)) && all.includes(text.slice(-text.length / 4));

describe('a writer that fails', () => {
  it('fails for whoever waits, and for nobody else', async () => {
    const broken = {} as Report;
    for (const format of ['docx', 'xlsx', 'pdf'] satisfies ReportFormat[])
      await expect(writeReport(broken, format)).rejects.toThrow();
  });
});
