import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { sealAudit, verifyAudit } from '../../server/audit/chain.ts';
import { recordAudit } from '../../server/audit/recording.ts';
import { DIALECTS } from '../support/databases.ts';
import { type TestServer, testServer } from '../support/server.ts';
import { staff } from '../support/staff.ts';

async function withEntries(dialect: (typeof DIALECTS)[number] = 'SQLite') {
  const server = await testServer({ dialect });
  const boss = await staff(server, 'administrator');
  for (const touchpoint of server.touchpoints)
    await boss.send('PATCH', `/api/touchpoints/${touchpoint.id}`, { name: `Quầy ${touchpoint.code}` });
  return { ...server, boss };
}

const ENTRY = { actor: null, origin: null, at: 0, action: 'touchpoint.changed', agencyId: null };

const verdict = ({ context }: Pick<TestServer, 'context'>) => verifyAudit(context.db, context.signer);

describe('the audit log', () => {
  it.each(DIALECTS)(
    'tells who did what to which thing, before and after, from where (%s)',
    async (dialect) => {
      const { boss, agencies, touchpoints } = await withEntries(dialect);
      const { entries, total, head } = (await boss.get('/api/audit?size=2')).json();
      expect([entries.length, total, head.seq]).toEqual([2, 3, 3]);
      expect(entries[0]).toMatchObject({
        actor: { accountId: boss.account.id, name: boss.account.name, role: 'administrator' },
        action: 'touchpoint.changed',
        subject: { kind: 'touchpoint', id: touchpoints[2]?.id },
        agency: { id: agencies[2]?.id },
        before: { name: 'Sở Tư pháp' },
        origin: '10.1.2.3',
      });
    },
  );

  it('is filtered, searched without diacritics, and exported', async () => {
    const { boss, agencies, touchpoints } = await withEntries();
    const total = async (query: string) => (await boss.get(`/api/audit?${query}`)).json().total;
    expect(await total('action=touchpoint')).toBe(3);
    expect(await total('action=touchpoint.changed')).toBe(3);
    expect(await total('action=touch')).toBe(0);
    expect(await total(`agency=${agencies[1]?.id}`)).toBe(1);
    expect(await total(`kind=touchpoint&id=${touchpoints[0]?.id}`)).toBe(1);
    expect(await total('from=2026-11-20&to=2026-11-20')).toBe(3);
    expect(await total('to=2026-11-19')).toBe(0);
    expect(await total(`q=quay+${touchpoints[0]?.code}`)).toBe(1);
    expect(await total('q=khong+co')).toBe(0);
    const csv = (await boss.get('/api/exports/audit.csv')).body;
    expect(csv.split('\r\n')).toHaveLength(5);
  });

  it('shows those of an agency its own entries only', async () => {
    const { boss: _boss, agencies, ...server } = await withEntries();
    const own = await staff(server, 'inspector', agencies[0]?.id ?? null);
    expect((await own.get('/api/audit')).json().total).toBe(1);
    expect((await own.get('/api/exports/audit.csv')).body.split('\r\n')).toHaveLength(3);
    const other = await own.get(`/api/audit?agency=${agencies[1]?.id}`);
    expect([other.statusCode, other.json().code]).toEqual([404, 'unknown_agency']);
  });

  it('keeps what somebody tried who may not', async () => {
    const { boss, agencies, ...server } = await withEntries();
    const lan = await staff(server, 'counter_officer', agencies[0]?.id ?? null);
    await lan.get(`/api/agencies/${agencies[1]?.id}`);
    await lan.get('/api/audit');
    const { entries } = (await boss.get('/api/audit?action=request.refused')).json();
    expect(
      entries.map((each: { subject: { id: string }; after: { code: string } }) => [
        each.subject.id,
        each.after.code,
      ]),
    ).toEqual([
      ['GET /api/audit', 'not_allowed'],
      ['GET /api/agencies/:id', 'unknown_agency'],
    ]);
  });
});

describe('the chain over the audit log', () => {
  it.each(DIALECTS)('holds while nothing is touched (%s)', async (dialect) => {
    const server = await withEntries(dialect);
    await sealAudit(server.context);
    await server.boss.send('PATCH', `/api/touchpoints/${server.touchpoints[0]?.id}`, { name: 'Khác' });
    await Promise.all([sealAudit(server.context), sealAudit(server.context)]);
    expect(await verdict(server)).toEqual({ sealed: 4, broken: [] });
  });

  it('is verified over more entries than are read at a time, and a fault far behind is named', async () => {
    const server = await testServer();
    const { db } = server.context;
    const entry = { ...ENTRY, subject: { kind: 'touchpoint', id: 'x' } };
    for (let pages = 0; pages < 3; pages++)
      await db.write((tx) => Array.from({ length: 900 }, () => recordAudit(tx, db.tables, entry)));
    await sealAudit(server.context);
    expect(await verdict(server)).toEqual({ sealed: 2700, broken: [] });
    const late = eq(db.tables.auditEntries.seq, 2345);
    await db.write((tx) => [tx.update(db.tables.auditEntries).set({ at: 1 }).where(late)]);
    expect(await verdict(server)).toEqual({ sealed: 2700, broken: [2345] });
  });

  it.each([
    [
      'changed',
      (at: Tables) => at.tx.update(at.tables.auditEntries).set({ after: '{}' }).where(at.second),
      [2],
    ],
    ['removed', (at: Tables) => at.tx.delete(at.tables.auditEntries).where(at.second), [2]],
    ['removed with its seal', null, [3]],
    [
      'sealed anew',
      (at: Tables) => at.tx.update(at.tables.auditSeals).set({ hash: 'ab' }).where(at.secondSeal),
      [2, 3],
    ],
  ] as const)('shows an entry that was %s', async (_how, tamper, broken) => {
    const server = await withEntries();
    await sealAudit(server.context);
    const { db } = server.context;
    const { tables } = db;
    const second = eq(tables.auditEntries.seq, 2);
    const secondSeal = eq(tables.auditSeals.seq, 2);
    await db.write((tx) =>
      tamper
        ? [tamper({ tx, tables, second, secondSeal })]
        : [tx.delete(tables.auditEntries).where(second), tx.delete(tables.auditSeals).where(secondSeal)],
    );
    expect((await verdict(server)).broken).toEqual(broken);
  });
});

type Write = Parameters<TestServer['context']['db']['write']>[0];
interface Tables {
  tx: Parameters<Write>[0];
  tables: TestServer['context']['db']['tables'];
  second: ReturnType<typeof eq>;
  secondSeal: ReturnType<typeof eq>;
}
