import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../support/databases.ts';
import { testServer } from '../support/server.ts';
import { staff } from '../support/staff.ts';

const WANTED = { username: 'minh.tran', name: 'Trần Văn Minh', role: 'counter_officer' };

async function withBoss(dialect: (typeof DIALECTS)[number] = 'SQLite') {
  const server = await testServer({ dialect });
  const boss = await staff(server, 'administrator');
  const [first, second] = server.agencies.map(({ id }) => id) as [string, string];
  return { ...server, boss, first, second };
}

describe('accounts', () => {
  it.each(DIALECTS)('are created with a first password, shown once (%s)', async (dialect) => {
    const { boss, first } = await withBoss(dialect);
    const made = await boss.send('POST', '/api/accounts', { ...WANTED, agencyId: first });
    expect(made.statusCode).toBe(201);
    expect(made.json().firstPassword).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect(made.json().account).toMatchObject({ ...WANTED, state: 'invited', agency: { id: first } });
    const again = await boss.send('POST', '/api/accounts', {
      ...WANTED,
      username: ' MINH.TRAN ',
      agencyId: null,
    });
    expect([again.statusCode, again.json().issues]).toEqual([
      409,
      [{ path: ['username'], code: 'username_taken' }],
    ]);
    expect(JSON.stringify((await boss.get('/api/accounts')).json())).not.toContain(made.json().firstPassword);
  });

  it('are found without diacritics, filtered, sorted as Vietnamese sorts, and paged', async () => {
    const { boss, first } = await withBoss();
    for (const [index, name] of ['Ánh', 'Ân', 'Bình', 'Đức', 'Dũng'].entries())
      await boss.send('POST', '/api/accounts', {
        ...WANTED,
        username: `nguoi${index}`,
        name,
        agencyId: first,
      });
    const names = async (query: string) =>
      (await boss.get(`/api/accounts?${query}`)).json().accounts.map((each: { name: string }) => each.name);
    expect(await names('q=duc')).toEqual(['Đức']);
    expect(await names('q=cai+rang&size=2&page=2')).toEqual(['Bình', 'Dũng']);
    expect(await names('role=counter_officer&order=desc')).toEqual(['Đức', 'Dũng', 'Bình', 'Ân', 'Ánh']);
    expect(await names('state=active')).toHaveLength(1);
  });

  it('of an agency are managed by its own administrator and nobody else', async () => {
    const { boss, first, second, ...server } = await withBoss();
    const own = await staff(server, 'administrator', first);
    const foreign = await staff(server, 'counter_officer', second);
    expect((await own.get('/api/accounts')).json().total).toBe(1);
    for (const agencyId of [second, null]) {
      const reply = await own.send('POST', '/api/accounts', { ...WANTED, agencyId });
      expect([reply.statusCode, reply.json().code]).toEqual([404, 'unknown_agency']);
    }
    const path = `/api/accounts/${foreign.account.id}`;
    for (const [method, url, payload] of [
      ['PATCH', path, { name: 'x' }],
      ['PUT', `${path}/state`, { state: 'disabled' }],
      ['POST', `${path}/password`, undefined],
      ['DELETE', `${path}/sessions`, undefined],
    ] as const)
      expect((await own.send(method, url, payload)).json().code).toBe('unknown_account');
    expect((await own.get(path)).json().code).toBe('unknown_account');
    const moved = await own.send('PATCH', `/api/accounts/${own.account.id}`, { agencyId: null });
    expect(moved.json().code).toBe('own_account');
    const made = (await own.send('POST', '/api/accounts', { ...WANTED, agencyId: first })).json();
    expect(
      (await own.send('PATCH', `/api/accounts/${made.account.id}`, { agencyId: second })).statusCode,
    ).toBe(404);
  });

  it('cannot shut themselves out', async () => {
    const { boss } = await withBoss();
    const path = `/api/accounts/${boss.account.id}`;
    expect((await boss.send('PUT', `${path}/state`, { state: 'disabled' })).json().code).toBe('own_account');
    expect((await boss.send('PATCH', path, { role: 'inspector' })).json().code).toBe('own_account');
    expect((await boss.send('PATCH', path, { name: 'Tên mới' })).json().name).toBe('Tên mới');
  });

  it('lose their sessions with a new first password, which is another one each time', async () => {
    const { boss, ...server } = await withBoss();
    const lan = await staff(server, 'inspector');
    const reset = () => boss.send('POST', `/api/accounts/${lan.account.id}/password`);
    const [one, two] = [(await reset()).json(), (await reset()).json()];
    expect(one.firstPassword).not.toBe(two.firstPassword);
    expect((await lan.get('/api/me')).statusCode).toBe(401);
  });
});

describe('accounts from a spreadsheet', () => {
  const good = (row: number) => ({
    row,
    username: `nguoi${row}`,
    name: `Người ${row}`,
    role: 'counter_officer',
  });

  it('are all created, with a first password each', async () => {
    const { boss } = await withBoss();
    const rows = [
      { ...good(2), agency: 'ubnd phuong cai rang' },
      { ...good(3), agency: '' },
    ];
    const dry = await boss.send('POST', '/api/accounts/imports?dryRun', { rows });
    expect(dry.json()).toEqual({ faults: [], accounts: [] });
    const made = await boss.send('POST', '/api/accounts/imports', { rows });
    expect(
      made.json().accounts.map((each: { account: { username: string } }) => each.account.username),
    ).toEqual(['nguoi2', 'nguoi3']);
    expect((await boss.get('/api/accounts')).json().total).toBe(3);
  });

  it('are not created while any fault is left, and every fault is named', async () => {
    const { boss, ...server } = await withBoss();
    const { username } = boss.account;
    const rows = [
      good(2),
      { row: 3, username: 'Có Dấu', name: '', role: 'chief', agency: 'UBND xã Không Có' },
      { ...good(4), username },
      { ...good(5), username: 'nguoi2' },
      { row: 6 },
      { ...good(7), name: 'x'.repeat(201) },
    ];
    const faults = [
      [3, 'username', 'username_malformed'],
      [3, 'name', 'missing'],
      [3, 'role', 'unknown_role'],
      [3, 'agency', 'unknown_agency'],
      [4, 'username', 'username_taken'],
      [5, 'username', 'username_taken'],
      [6, 'username', 'missing'],
      [6, 'name', 'missing'],
      [6, 'role', 'missing'],
      [7, 'name', 'too_long'],
    ];
    const dry = (await boss.send('POST', '/api/accounts/imports?dryRun', { rows })).json();
    expect(dry.faults.map((each: Record<string, unknown>) => [each.row, each.column, each.code])).toEqual(
      faults,
    );
    const refused = await boss.send('POST', '/api/accounts/imports', { rows });
    expect(refused.json()).toMatchObject({ status: 422, code: 'invalid_import' });
    expect((await boss.get('/api/accounts')).json().total).toBe(1);
    const own = await staff(server, 'administrator', server.agencies[0]?.id ?? null);
    const outside = [{ ...good(2), agency: 'Sở Tư pháp' }, good(3)];
    const cut = (await own.send('POST', '/api/accounts/imports?dryRun', { rows: outside })).json();
    expect(cut.faults.map((each: { code: string }) => each.code)).toEqual(['unknown_agency', 'missing']);
  });
});
