import { describe, expect, it } from 'vitest';
import type { PublicResults } from '#domain/public-results.ts';
import { OPERATOR } from '#domain/roles.ts';
import { changeAgency } from '../../server/agencies/changes.ts';
import { changeSettings } from '../../server/installation/settings.ts';
import { AGENCY_NAMES, allCriteria, submission, type TestServer } from '../support/server.ts';
import { staff } from '../support/staff.ts';
import { surveyServer } from '../support/survey.ts';

/** 15 September – 14 October, and the month after. */
const BEFORE = '2026-month-10';
const KEY = '2026-month-11';

async function answer(server: TestServer, agency: number, levels: Record<string, number>, at: string) {
  const code = server.touchpoints[agency]?.code ?? '';
  for (const [level, count] of Object.entries(levels))
    for (let index = 0; index < count; index++) {
      const body = submission(code, { answers: allCriteria(level), startedAt: at, answeredAt: at });
      expect((await server.submit(body)).statusCode).toBe(201);
    }
}

/** Two published months: in the newer one 40, 30 and 5 people answered at the three agencies. */
async function published() {
  const server = await surveyServer();
  const { context } = server;
  const doer = { actor: OPERATOR, origin: null };
  await changeSettings(context, doer, { publicResults: true });
  const analyst = await staff(server, 'provincial_analyst');
  await answer(server, 0, { 4: 12 }, '2026-10-01T03:00:00Z');
  await answer(server, 0, { 4: 30, 2: 10 }, '2026-11-10T03:00:00Z');
  await answer(server, 1, { 4: 30 }, '2026-11-10T03:00:00Z');
  await answer(server, 2, { 1: 5 }, '2026-11-10T03:00:00Z');
  await changeAgency(context, doer, server.agencies[0]?.id ?? '', { yearlyTransactions: 5000 });
  for (const key of [BEFORE, KEY])
    for (const what of ['closure', 'publication'])
      expect((await analyst.send('POST', `/api/periods/${key}/${what}`)).statusCode).toBe(200);
  const anybody = async (url: string, headers = {}) => server.app.inject({ url, headers });
  return { server, context, doer, analyst, anybody };
}

/** What a reader sees: no tags, no style sheet. */
const textOf = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the page of published results', () => {
  it('says kindly that it is closed where results are not public, and open but empty before anything is', async () => {
    const server = await surveyServer();
    const closed = await server.get('/results');
    expect([closed.statusCode, textOf(closed.body).includes('Kết quả chưa được công khai')]).toEqual([
      404,
      true,
    ]);
    expect((await server.get('/results/summary?touchpoint=x')).statusCode).toBe(404);
    await changeSettings(server.context, { actor: OPERATOR, origin: null }, { publicResults: true });
    const empty = await server.get('/results');
    expect([empty.statusCode, textOf(empty.body).includes('Chưa công bố kỳ nào')]).toEqual([200, true]);
  });

  it('tells all of the newest period in words: rate, interval, n, ranks, what is weak and what is withheld', async () => {
    const { anybody } = await published();
    const page = await anybody('/results');
    expect(page.headers['content-type']).toContain('text/html');
    const text = textOf(page.body);
    const { overall, n, ledger } = (await anybody('/api/public/results')).json<PublicResults>();
    expect([n, overall.rate]).toEqual([75, 80]);
    for (const words of [
      'Tháng 11/2026',
      'từ 15/10/2026 đến 14/11/2026',
      '80,00%',
      '75 lượt trả lời',
      'Tiếp cận dịch vụ',
      'Khoảng tin cậy 95%:',
      'Không hiện (để không lộ điều ít người đã trả lời)',
      'không phải Chỉ số SIPAS',
      'trong 87 phiếu đầu của sổ cái',
      'cỡ mẫu cần: 207',
      'Tốp 1 (1 cơ quan)',
      'chắc chắn hạng 1',
      'Chưa xếp hạng',
      ...AGENCY_NAMES,
    ])
      expect(text).toContain(words);
    for (const line of ledger.checkpoint.trimEnd().split('\n')) expect(text).toContain(line.trim());
    expect(text).not.toMatch(/undefined|null|NaN|\{\{|public\./);
  });

  it('shows a period by its address, offers all published ones, and no draft', async () => {
    const { anybody, analyst } = await published();
    const older = (await anybody(`/results?period=${BEFORE}`)).body;
    expect(textOf(older)).toContain('12 lượt trả lời');
    expect(textOf(older)).toContain('chưa đủ mẫu');
    expect(older).toMatch(
      new RegExp(`<option[^>]*selected[^>]*value="${BEFORE}"|value="${BEFORE}"[^>]*selected`),
    );
    expect(older.match(/<option/g)).toHaveLength(2);
    await analyst.send('POST', `/api/periods/${BEFORE}/reopening`, { reason: 'Thiếu số liệu một phường' });
    for (const key of [BEFORE, '2026-month-12', "'><script>"]) {
      const gone = await anybody(`/results?period=${encodeURIComponent(key)}`);
      expect([gone.statusCode, textOf(gone.body).includes('Kỳ này chưa được công bố')]).toEqual([404, true]);
      expect(gone.body).not.toContain('<script');
    }
    expect((await anybody('/results')).body.match(/<option/g)).toHaveLength(1);
  });

  it('speaks English where its address says so, and keeps the choice in its links', async () => {
    const { anybody } = await published();
    const { body } = await anybody(`/results?period=${BEFORE}&lang=en`);
    expect(body).toMatch(/<html lang="en"/);
    expect(textOf(body)).toContain('Overall satisfaction rate');
    expect(body).toContain(`href="/results?period=${BEFORE}"`);
    expect(body).toContain('name="lang" value="en"');
    expect((await anybody('/results?lang=xx')).body).toMatch(/<html lang="vi"/);
  });

  it('finds agencies without diacritics, and repeats what was looked for harmlessly', async () => {
    const { anybody } = await published();
    const found = textOf((await anybody('/results?q=cai+rang')).body);
    expect([found.includes(AGENCY_NAMES[0] ?? ''), found.includes(AGENCY_NAMES[2] ?? '')]).toEqual([
      true,
      false,
    ]);
    const { body } = await anybody(`/results?q=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`);
    expect(body).not.toContain('<img');
    expect(textOf(body)).toContain('Tìm thấy 0 cơ quan');
  });

  it('needs no program, no second file and 30 kB at the most', async () => {
    const { anybody } = await published();
    const page = await anybody('/results', { 'accept-encoding': 'gzip' });
    expect(page.rawPayload.length).toBeLessThan(30_000);
    const { body } = await anybody('/results');
    expect(body).not.toMatch(/<script|<link rel="(stylesheet|preload)"|<img|@import|url\(/);
    expect((await anybody('/results')).headers['set-cookie']).toBeUndefined();
  });

  it('may be kept for a minute, is then asked for by its tag, and is another after a reopening', async () => {
    const { anybody, analyst } = await published();
    const { headers } = await anybody('/results');
    expect(headers['cache-control']).toBe('public, max-age=60');
    const again = { 'if-none-match': String(headers.etag) };
    expect((await anybody('/results', again)).statusCode).toBe(304);
    expect((await anybody('/results?lang=en', again)).statusCode).toBe(200);
    await analyst.send('POST', `/api/periods/${KEY}/reopening`, { reason: 'Thiếu số liệu một phường' });
    expect((await anybody('/results', again)).statusCode).toBe(200);
  });
});

describe('the data of a published period', () => {
  it('are whole as CSV: the province, its factors and its agencies, each with its source and its sample', async () => {
    const { anybody } = await published();
    const { body } = await anybody('/api/public/results.csv');
    const [head = '', ...lines] = body.replace('\uFEFF', '').trimEnd().split('\r\n');
    const rows = lines.map((line) => {
      const cells = line.split(',');
      return Object.fromEntries(head.split(',').map((name, at) => [name, cells[at]]));
    });
    const json = (await anybody('/api/public/results')).json<PublicResults>();
    expect(rows.map(({ level }) => level)).toEqual([
      'overall',
      ...json.factors.map(() => 'factor'),
      ...json.agencies.map(() => 'agency'),
    ]);
    expect(rows[0]).toMatchObject({ n: '75', rate: '80', period: KEY, from: '2026-10-15', to: '2026-11-14' });
    expect(rows[0]).toMatchObject({ aggregation: 'pooled_answers', ledger_size: '87' });
    for (const [at, { rate, n, rank, standing, hidden }] of json.agencies.entries()) {
      const shown = (value: number | null) => (value === null ? '' : String(value));
      expect(rows[at + 6]).toMatchObject({
        rate: shown(rate),
        n: shown(n),
        rank: shown(rank),
        withheld: hidden ? '1' : '0',
        band: shown(standing?.band ?? null),
        band_size: shown(standing?.size ?? null),
        best_rank: shown(standing?.best ?? null),
        worst_rank: shown(standing?.worst ?? null),
      });
    }
  });
});

describe('the summary for an agency’s own site', () => {
  it('shows the agency of a touchpoint in the newest period', async () => {
    const { server, anybody } = await published();
    const summary = async (agency: number) =>
      anybody(`/results/summary?touchpoint=${server.touchpoints[agency]?.code}`);
    const first = textOf((await summary(0)).body);
    for (const words of [AGENCY_NAMES[0], 'Tháng 11/2026', 'Xem đầy đủ']) expect(first).toContain(words);
    expect(textOf((await summary(2)).body)).toContain('Không hiện (để không lộ điều ít người đã trả lời)');
    const unknown = await anybody('/results/summary?touchpoint=2222-2222');
    expect([unknown.statusCode, textOf(unknown.body).includes('Chưa có kết quả')]).toEqual([404, true]);
    expect((await anybody('/results/summary')).statusCode).toBe(400);
  });

  it('may stand in a frame of another site; the page of all results may not', async () => {
    const { server, anybody } = await published();
    const policy = async (url: string) => {
      const { headers } = await anybody(url);
      return [
        String(headers['content-security-policy']).match(/frame-ancestors [^;]+/)?.[0],
        headers['x-frame-options'],
      ];
    };
    const code = server.touchpoints[0]?.code;
    expect(await policy(`/results/summary?touchpoint=${code}`)).toEqual(['frame-ancestors *', undefined]);
    expect(await policy('/results')).toEqual(["frame-ancestors 'none'", 'SAMEORIGIN']);
  });
});
