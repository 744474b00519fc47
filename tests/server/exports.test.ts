import { describe, expect, it } from 'vitest';
import { csvFields } from '#domain/csv.ts';
import { DIALECTS } from '../support/databases.ts';
import { allCriteria, submission, testServer } from '../support/server.ts';

const lines = (body: string) =>
  body
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .filter(Boolean);

describe.each(DIALECTS)('GET /api/exports/responses.csv on %s', (dialect) => {
  it('has one row per response, a stable header, a BOM for Excel, and none of the words that people wrote', async () => {
    const server = await testServer({ dialect });
    const code = server.touchpoints[0]?.code ?? '';
    await server.submit(
      submission(code, {
        answers: allCriteria('5', {
          c15: '1',
          'c15:reason': 'time',
          age: '25_34',
          comment: 'Nhanh, "gọn"\nlịch sự',
        }),
      }),
    );
    await server.submit(submission(server.touchpoints[1]?.code ?? ''));
    const reply = await server.get('/api/exports/responses.csv');
    expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(reply.headers['content-disposition']).toMatch(/filename="responses_one-stop@1_\d{4}-\d\d-\d\d_/);
    expect(reply.body.startsWith('\uFEFF')).toBe(true);
    const [header, first] = lines(reply.body);
    expect(header).toMatch(
      /^answered_date,answered_hour,agency_id,agency_code,unit_code,agency_name,touchpoint_id,touchpoint_name,channel,locale,duration_s,questionnaire,marks,c15,.*,terrain$/,
    );
    expect(header).toContain(',c15,c15:reason,c16,');
    expect(first).toContain(',one-stop@1,,1,time,5,');
    expect(first).toContain('2026-11-20,9,');
    expect(reply.body).not.toContain('Nhanh');
    expect(lines(reply.body)).toHaveLength(3);
  });

  it('is filtered by agency and days, and names no device, no receipt and no minute', async () => {
    const server = await testServer({ dialect });
    const body = submission(server.touchpoints[0]?.code ?? '');
    const receipt = (await server.submit(body)).json().receipt;
    await server.submit(submission(server.touchpoints[1]?.code ?? ''));
    const count = async (query: string) =>
      lines((await server.get(`/api/exports/responses.csv?${query}`)).body).length - 1;
    expect(await count(`agency=${server.agencies[0]?.id}`)).toBe(1);
    expect(await count(`agency=${server.province.id}`)).toBe(2);
    expect(await count('from=2026-11-20&to=2026-11-20')).toBe(2);
    expect(await count('from=2026-11-01&to=2026-11-19')).toBe(0);
    const text = (await server.get('/api/exports/responses.csv')).body;
    expect(text).not.toContain(body.id);
    expect(text).not.toContain(receipt);
    expect(text).not.toContain('09:59');
    expect((await server.get('/api/exports/responses.csv?agency=nobody')).json().code).toBe('unknown_agency');
    expect((await server.get('/api/exports/responses.csv?questionnaire=x@1')).json().code).toBe(
      'unknown_questionnaire',
    );
  });

  it('has a codebook that explains every column and every code in it', async () => {
    const server = await testServer({ dialect });
    const header = lines((await server.get('/api/exports/responses.csv')).body)[0]?.split(',') ?? [];
    const codebook = lines((await server.get('/api/exports/codebook.csv')).body);
    expect(codebook[0]).toBe('column,code,text_vi,text_en,satisfied');
    for (const column of header) expect(codebook.some((line) => line.startsWith(`${column},`))).toBe(true);
    expect(codebook).toContain('c15,4,Hài lòng,Satisfied,1');
    expect(codebook.find((line) => line.startsWith('c15,dont_know,'))).toContain('Không biết');
  });
});

describe('a field of CSV', () => {
  it.each(['=HYPERLINK("http://x")', '+1', '-2+3', '@SUM(A1)', '\t=1', '＝1'])('defuses %s', (evil) => {
    expect(csvFields([evil])).toMatch(/^"?'/);
  });

  it('is quoted where it must be', () => {
    expect(csvFields(['Nhanh, "gọn"\nlịch sự', null, 3])).toBe('"Nhanh, ""gọn""\nlịch sự",,3');
  });
});
