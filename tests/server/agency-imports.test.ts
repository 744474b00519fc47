import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { insertAgencies } from '../../server/agencies/queries.ts';
import { DIALECTS } from '../support/databases.ts';
import { type TestServer, testServer } from '../support/server.ts';

type Row = Record<string, string | number>;
const send = async (server: TestServer, rows: Row[], search = '') => {
  const url = `/api/agencies/imports${search}`;
  const reply = await server.app.inject({ method: 'POST', url, payload: { rows } });
  return { status: reply.statusCode, body: reply.json() };
};
const countAgencies = async (server: TestServer) =>
  (await server.get('/api/agencies')).json().agencies.length;

const PARENT = 'Thành phố Cần Thơ';
const good = (changes: Row): Row => ({ kind: 'Sở', parent: PARENT, ...changes });
const ward = (changes: Row): Row => ({ kind: 'phường', parent: PARENT, ...changes });

/** A row for each kind of fault, with the column and code that must be named. */
const FAULTY: [Row, ...[column: string, code: string][]][] = [
  [good({ name: '' }), ['name', 'missing']],
  [good({ name: 'Sở '.repeat(80) }), ['name', 'too_long']],
  [good({ name: 'Sở\u0007Một' }), ['name', 'control_character']],
  [good({ name: '=1+1' }), ['name', 'formula']],
  [good({ name: '123' }), ['name', 'no_letters']],
  [good({ name: '#REF!' }), ['name', 'spreadsheet_error']],
  [good({ name: 'Sá»Ÿ Hai' }), ['name', 'wrong_encoding']],
  [good({ name: 'Sở Tư pháp' }), ['name', 'taken']],
  [good({ name: 'Sở Ba' })],
  [good({ name: 'sở  ba' }), ['name', 'repeated']],
  [good({ name: 'Sở A', nameEn: 'x'.repeat(201) }), ['nameEn', 'too_long']],
  [good({ name: 'Sở B', nameEn: 'Office\u0000' }), ['nameEn', 'control_character']],
  [good({ name: 'Sở C', nameEn: '@office' }), ['nameEn', 'formula']],
  [good({ name: 'Sở D', nameEn: '---' }), ['nameEn', 'formula']],
  [good({ name: 'Sở D2', nameEn: '1/2' }), ['nameEn', 'no_letters']],
  [good({ name: 'Sở E', nameEn: '#N/A' }), ['nameEn', 'spreadsheet_error']],
  [good({ name: 'Sở F', kind: '' }), ['kind', 'missing']],
  [good({ name: 'Sở G', kind: 'huyện' }), ['kind', 'unknown']],
  [good({ name: 'Tỉnh Hai', kind: 'tỉnh' }), ['kind', 'second_province']],
  [good({ name: 'UBND xã Bốn', kind: 'phường' }), ['kind', 'other_than_name']],
  [good({ name: 'Sở H', kind: '#VALUE!' }), ['kind', 'spreadsheet_error']],
  [good({ name: 'Sở I', parent: '' }), ['parent', 'missing']],
  [good({ name: 'Sở K', parent: 'Tỉnh Hậu Giang' }), ['parent', 'unknown']],
  [good({ name: 'Sở L', parent: 'Sở Đã Đóng' }), ['parent', 'closed']],
  [good({ name: 'Phòng M', parent: 'Trùng tên' }), ['parent', 'ambiguous']],
  [good({ name: 'Sở N', parent: 'Sở N' }), ['parent', 'itself']],
  [good({ name: 'Vòng 1', parent: 'Vòng 2' }), ['parent', 'circle']],
  [good({ name: 'Vòng 2', parent: 'Vòng 1' }), ['parent', 'circle']],
  [good({ name: 'Sở O', parent: '#REF!' }), ['parent', 'spreadsheet_error']],
  [good({ name: 'Sở P', parent: '=A1' }), ['parent', 'formula']],
  [ward({ name: 'P1', unitCode: '123456' }), ['unitCode', 'malformed']],
  [ward({ name: 'P2', unitCode: '123' }), ['unitCode', 'leading_zeros_lost']],
  [ward({ name: 'P3', unitCode: '3,1E+04' }), ['unitCode', 'scientific_notation']],
  [ward({ name: 'P4', unitCode: '31120.0' }), ['unitCode', 'decimals']],
  [ward({ name: 'P5', unitCode: '31117' }), ['unitCode', 'taken']],
  [ward({ name: 'P6', unitCode: '31999' })],
  [ward({ name: 'P7', unitCode: '31999' }), ['unitCode', 'repeated']],
  [good({ name: 'Sở Q', unitCode: '31998' }), ['unitCode', 'not_for_kind']],
  [good({ name: 'Sở R', agencyCode: 'H92/25' }), ['agencyCode', 'malformed']],
  [good({ name: 'Sở S', agencyCode: 'h92.25' }), ['agencyCode', 'lower_case']],
  [good({ name: 'Sở T', agencyCode: 'H92.1' }), ['agencyCode', 'taken']],
  [good({ name: 'Sở U', agencyCode: 'H92.7' })],
  [good({ name: 'Sở V', agencyCode: 'H92.7' }), ['agencyCode', 'repeated']],
  [good({ name: 'Sở W', agencyCode: 'H01.7' }), ['agencyCode', 'other_province']],
  [good({ name: 'Sở X', agencyCode: 'H92' }), ['agencyCode', 'taken'], ['agencyCode', 'province_code']],
  [good({ name: 'Sở X1', yearlyTransactions: '12.500' })],
  [good({ name: 'Sở X2', yearlyTransactions: '12,5' }), ['yearlyTransactions', 'malformed']],
  [good({ name: 'Sở X3', yearlyTransactions: '-1' }), ['yearlyTransactions', 'malformed']],
  [good({ name: 'Sở X4', yearlyTransactions: '9999999999' }), ['yearlyTransactions', 'number_too_large']],
  [good({ name: 'Sở X5', yearlyTransactions: '#REF!' }), ['yearlyTransactions', 'spreadsheet_error']],
  [good({ name: 'Sở Y', validFrom: 'hôm nay' }), ['validFrom', 'malformed']],
  [good({ name: 'Sở Z', validFrom: '31/02/2026' }), ['validFrom', 'no_such_day']],
  [good({ name: 'Sở AA', validFrom: '46000' }), ['validFrom', 'date_as_number']],
  [good({ name: 'Sở AB', validFrom: '01/01/1900' }), ['validFrom', 'too_early']],
  [good({ name: 'Sở AC', validFrom: '2126-07-01' }), ['validFrom', 'too_late']],
  [good({ name: 'Sở AD', validFrom: '2020-01-01', parent: 'Sở Mới Lập' }), ['validFrom', 'before_parent']],
];

/** Among the agencies there are: a closed one, two of one name, one of last year, taken codes. */
async function crowded(dialect: (typeof DIALECTS)[number]): Promise<TestServer> {
  const server = await testServer({ dialect });
  const { db } = server.context;
  const like = (name: string, changes = {}) => ({
    ...(server.agencies[2] as TestServer['province']),
    id: crypto.randomUUID(),
    name,
    ...changes,
  });
  const [a, b] = server.agencies.map(({ id }) => id);
  await db.write((tx) => [
    insertAgencies(tx, db.tables, [
      like('Sở Đã Đóng', { validTo: 20_000 }),
      like('Trùng tên', { parentId: a }),
      like('Trùng tên', { parentId: b }),
      like('Sở Mới Lập', { validFrom: 20_000, agencyCode: 'H92.1' }),
      like('UBND phường Có Mã', { kind: 'ward', unitCode: '31117' }),
    ]),
    tx
      .update(db.tables.agencies)
      .set({ agencyCode: 'H92' })
      .where(eq(db.tables.agencies.id, server.province.id)),
  ]);
  return server;
}

describe('the kinds of a spreadsheet', () => {
  it.each(['vi', 'en'])('are understood as the console names them in %s', async (language) => {
    const { agencies } = JSON.parse(readFileSync(`client/locales/${language}/console.json`, 'utf8'));
    const server = await crowded('SQLite');
    const rows = Object.entries<string>(agencies.kinds)
      .filter(([kind]) => kind !== 'province')
      .map(([kind, name], index) => ({
        row: index + 2,
        name: `Cơ quan ${kind}`,
        kind: name,
        parent: 'Sở Y tế',
      }));
    const { body } = await send(server, rows, '?dryRun');
    expect(body.faults?.filter(({ column }: { column: string }) => column === 'kind')).toEqual([]);
  });
});

describe.each(DIALECTS)('agencies from a spreadsheet on %s', (dialect) => {
  it('have every one of 40 kinds of fault in one file named by row and column, and nothing changes', async () => {
    const server = await crowded(dialect);
    const before = await countAgencies(server);
    const rows = FAULTY.map(([cells], index) => ({ ...cells, row: index + 2 }));
    const expected = FAULTY.flatMap(([, ...faults], index) =>
      faults.map(([column, code]) => ({ row: index + 2, column, code })),
    );
    expect(new Set(expected.map(({ column, code }) => `${column}.${code}`)).size).toBeGreaterThanOrEqual(40);
    const dry = await send(server, rows, '?dryRun');
    expect(dry).toEqual({ status: 200, body: { added: 0, faults: expected } });
    const real = await send(server, rows);
    expect([real.status, real.body.code]).toEqual([422, 'invalid_import']);
    expect(real.body.issues).toEqual(
      expected.map(({ row, column, code }) => ({ path: [row, column], code })),
    );
    expect(await countAgencies(server)).toBe(before);
    for (const language of ['vi', 'en']) {
      const { issues } = JSON.parse(readFileSync(`client/locales/${language}/errors.json`, 'utf8'));
      expect(expected.filter(({ code }) => !issues[code])).toEqual([]);
    }
  });

  it('are added all at once, whatever the order of parents and children, each with an audit entry', async () => {
    const server = await testServer({ dialect });
    const rows: Row[] = [
      { row: 2, name: 'Chi cục Một', kind: 'đơn vị sự nghiệp công lập', parent: 'H92.40' },
      {
        row: 3,
        name: 'Sở Ngoại vụ',
        kind: 'sở, ban, ngành',
        parent: PARENT,
        agencyCode: 'H92.40',
        yearlyTransactions: '2,618',
      },
      {
        row: 4,
        name: 'UBND phường Bình Thủy',
        kind: 'Phường',
        parent: 'thanh pho can tho',
        unitCode: '31168',
        validFrom: '01/07/2025',
      },
    ];
    const dry = await send(server, rows, '?dryRun=1');
    expect(dry.body).toEqual({ added: 3, faults: [] });
    expect(await countAgencies(server)).toBe(4);
    expect((await send(server, rows)).body).toEqual({ added: 3, faults: [] });
    const { agencies } = (await server.get('/api/agencies')).json();
    const byName = new Map<string, { id: string; parentId: string; yearlyTransactions: number | null }>(
      agencies.map((each: { name: string }) => [each.name, each]),
    );
    expect(byName.get('Chi cục Một')?.parentId).toBe(byName.get('Sở Ngoại vụ')?.id);
    expect(byName.get('Sở Ngoại vụ')?.yearlyTransactions).toBe(2618);
    expect(byName.get('UBND phường Bình Thủy')).toMatchObject({ kind: 'ward', validFrom: '2025-07-01' });
    const { db } = server.context;
    expect(await db.read.select().from(db.tables.auditEntries)).toHaveLength(3);
    expect((await send(server, rows)).status).toBe(422);
  });

  it('are refused when no row, or no row number, is sent', async () => {
    const server = await testServer({ dialect });
    expect((await send(server, [])).status).toBe(400);
    expect((await send(server, [{ name: 'Sở Một' }])).status).toBe(400);
  });
});
