import { encode } from 'uqr';
import { expect, it } from 'vitest';
import { formatCode } from '#domain/touchpoints.ts';
import { newTouchpoint } from '../../server/agencies/creation.ts';
import { insertTouchpoints } from '../../server/touchpoints/queries.ts';
import { findCodes, isFreeAround, openPdf, pageAsDots, textOf } from '../support/printed.ts';
import { NOW } from '../support/server.ts';
import { surveyServer } from '../support/survey.ts';

const QUIET_ZONE = 4;

it.each([
  ['poster', 1],
  ['tent', 2],
  ['stickers', 8],
] as const)('every code of the %s, in grey at 100 dpi, opens its questionnaire', async (layout, faces) => {
  const server = await surveyServer();
  const code = server.touchpoints[0]?.code ?? '';
  const address = `http://localhost:80/s/${code}`;
  const modules = encode(address, { ecc: 'Q', border: 0 }).size;
  const pdf = await openPdf((await server.get(`/api/print/${layout}.pdf?touchpoints=${code}`)).rawPayload);
  expect(pdf.numPages).toBe(1);
  const page = await pageAsDots(pdf, 1);
  const found = await findCodes(page);
  expect(found).toHaveLength(faces);
  for (const each of found) {
    expect(each).toMatchObject({ text: address, level: 'Q' });
    const module = (each.right - each.left) / modules;
    expect(isFreeAround(page, each, QUIET_ZONE * module - 1)).toBe(true);
  }
  const opened = await server.get(new URL(found[0]?.text ?? '').pathname);
  expect(opened.statusCode).toBe(200);
  expect(opened.body).toContain('UBND phường Cái Răng');
  expect(opened.body).toContain('answers.c15');
});

it('a sheet of eight stickers of different touchpoints leads from each to its own', async () => {
  const server = await surveyServer();
  const { db } = server.context;
  const agency = server.agencies[1];
  if (!agency) throw new Error('no agency');
  const rows = Array.from({ length: 9 }, (_, index) => ({
    ...newTouchpoint(agency, 'counter', 'one-stop@1', NOW),
    name: `Quầy số ${index + 1}`,
  }));
  await db.write((tx) => [insertTouchpoints(tx, db.tables, rows)]);
  const codes = rows.map(({ code }) => code);
  const file = await server.get(`/api/print/stickers.pdf?fill=each&touchpoints=${codes.join(',')}`);
  expect(file.headers['x-pages']).toBe('2');
  const pdf = await openPdf(file.rawPayload);
  expect(pdf.numPages).toBe(2);
  const textsOn = async (page: number) =>
    (await findCodes(await pageAsDots(pdf, page))).map(({ text }) => text);
  const addresses = codes.map((code) => `http://localhost:80/s/${code}`);
  expect(await textsOn(1)).toEqual(addresses.slice(0, 8));
  expect(await textsOn(2)).toEqual(addresses.slice(8));
  for (const address of addresses) {
    const page = await server.get(new URL(address).pathname);
    expect(page.statusCode).toBe(200);
  }
});

it.each([true, false])(
  'a poster says in words what it is and where it leads; demonstration: %s',
  async (demo) => {
    const server = await surveyServer({ demo });
    const code = server.touchpoints[0]?.code ?? '';
    const pdf = await openPdf((await server.get(`/api/print/poster.pdf?touchpoints=${code}`)).rawPayload);
    const text = await textOf(pdf, 1);
    for (const words of [
      'UBND phường Cái Răng',
      `localhost:80/s/${formatCode(code)}`,
      'Ẩn danh, không hỏi tên hay số điện thoại.',
      'How satisfied are you with our service?',
      'Tiếng Việt',
      'English',
    ])
      expect(text).toContain(words);
    expect(text.includes('Bản dùng thử')).toBe(demo);
  },
);

it('a file says its title and language, and has a structure for those who cannot see it', async () => {
  const server = await surveyServer();
  const code = server.touchpoints[0]?.code ?? '';
  const pdf = await openPdf((await server.get(`/api/print/poster.pdf?touchpoints=${code}`)).rawPayload);
  const { info } = await pdf.getMetadata();
  expect(info).toMatchObject({ Title: 'Mã QR khảo sát sự hài lòng', Language: 'vi' });
  expect((await pdf.getMarkInfo())?.Marked).toBe(true);
  const tree = JSON.stringify(await (await pdf.getPage(1)).getStructTree());
  expect(tree).toContain('"role":"H1"');
  expect(tree).toContain(`Mã QR mở trang localhost:80/s/${formatCode(code)}`);
});
