// Reports as jobs: who may order, see and download them, and that each is made exactly once.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { reportCommands } from '../../server/reports/commands.ts';
import type { ReportJob } from '../../server/reports/queries.ts';
import { claimReport, nextReport } from '../../server/reports/queries.ts';
import { ReportWorker } from '../../server/reports/worker.ts';
import { Projector } from '../../server/tallies/projector.ts';
import { DIALECTS } from '../support/databases.ts';
import { temporaryFolder } from '../support/folders.ts';
import { allCriteria, NOW, submission, type TestServer, testServer } from '../support/server.ts';
import { type Staff, staff } from '../support/staff.ts';
import { paragraphsOf } from '../support/zip.ts';

async function answer(server: TestServer, agency: number, levels: string[], at = '2026-11-19T02:59:00Z') {
  for (const level of levels)
    await server.submit(
      submission(server.touchpoints[agency]?.code ?? '', {
        answers: allCriteria(level),
        startedAt: at,
        answeredAt: at,
      }),
    );
}
const times = (count: number, level: string) => Array.from({ length: count }, () => level);
const DAYS = { from: '2026-11-01', to: '2026-11-20' };

async function order(who: Staff, body: object): Promise<{ id: string } & Record<string, unknown>> {
  const reply = await who.send('POST', '/api/reports', body);
  expect([reply.statusCode, reply.json().code]).toEqual([202, undefined]);
  return reply.json();
}

/** Waits until a report is done or has failed. */
async function settled(who: Staff, id: string) {
  return await vi.waitFor(
    async () => {
      const report = (await who.get(`/api/reports/${id}`)).json();
      expect(['done', 'failed']).toContain(report.state);
      return report;
    },
    { timeout: 60_000, interval: 50 },
  );
}

describe.each(DIALECTS)('reports on %s', (dialect) => {
  it('are ordered, made in the background, and downloaded, each step in the audit log', async () => {
    const server = await testServer({ dialect });
    await answer(server, 0, [...times(32, '4'), ...times(8, '2')]);
    const lan = await staff(server, 'provincial_analyst');
    const boss = await staff(server, 'inspector');
    const ordered = await order(lan, { ...DAYS, format: 'docx' });
    expect(ordered).toMatchObject({
      ...DAYS,
      format: 'docx',
      language: 'vi',
      agency: { name: 'Thành phố Cần Thơ' },
    });
    expect(await settled(lan, ordered.id)).toMatchObject({ state: 'done', progress: 100, failure: null });
    const file = await lan.get(`/api/reports/${ordered.id}/file`);
    expect(file.headers['content-type']).toContain('wordprocessingml');
    expect(file.headers['content-disposition']).toContain('bao-cao_2026-11-01_2026-11-20.docx');
    expect(paragraphsOf(file.rawPayload).join('\n')).toContain('80,00% (khoảng tin cậy 95%:');
    expect((await lan.get('/api/reports')).json().reports).toMatchObject([{ id: ordered.id }]);
    const { entries } = (await boss.get('/api/audit')).json();
    const actions = entries.map((entry: { action: string }) => entry.action);
    for (const action of ['report.ordered', 'report.made', 'report.downloaded'])
      expect(actions.filter((each: string) => each === action)).toHaveLength(1);
  });

  it('are taken by one of many workers, whoever looks at the same time', async () => {
    const server = await testServer({ dialect });
    const { db } = server.context;
    await db.write((tx) => [tx.insert(db.tables.reports).values(job(server))]);
    const found = await nextReport(db, NOW);
    if (!found) throw new Error('there is one');
    const claims = ['a', 'b', 'c'].map((worker) =>
      claimReport(db, found, { worker, now: NOW, leasedUntil: NOW + 1000 }),
    );
    expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
    expect(await nextReport(db, NOW)).toBeNull();
    expect(await nextReport(db, NOW + 1001)).toMatchObject({ id: found.id, attempts: 1 });
  });

  it('are made again after a crash, and their file is stored once', async () => {
    const server = await testServer({ dialect });
    const { db } = server.context;
    await answer(server, 0, times(12, '4'));
    const left = job(server, { state: 'working', worker: 'dead', leasedUntil: NOW - 1, attempts: 1 });
    await db.write((tx) => [tx.insert(db.tables.reports).values(left)]);
    const workers = [1, 2].map(() => new ReportWorker(server.context, new Projector(server.context)));
    await Promise.all(workers.map((worker) => worker.finish()));
    await Promise.all(workers.map((worker) => worker.stop()));
    const [made] = await db.read.select().from(db.tables.reports);
    expect(made).toMatchObject({ state: 'done', progress: 100, attempts: 2, worker: null });
    expect(await db.read.select().from(db.tables.reportFiles)).toHaveLength(1);
    const entries = await db.read.select().from(db.tables.auditEntries);
    expect(entries.filter(({ action }) => action === 'report.made')).toHaveLength(1);
  });

  it('are given up when whoever makes them keeps dying, and removed after a month', async () => {
    const server = await testServer({ dialect });
    const { db } = server.context;
    const left = job(server, { state: 'working', worker: 'dead', leasedUntil: NOW - 1, attempts: 3 });
    await db.write((tx) => [
      tx.insert(db.tables.reports).values(left),
      tx.insert(db.tables.reportFiles).values({ reportId: left.id, content: '' }),
    ]);
    const worker = new ReportWorker(server.context, new Projector(server.context));
    await worker.finish();
    const [given] = await db.read.select().from(db.tables.reports).where(eq(db.tables.reports.id, left.id));
    expect(given).toMatchObject({ state: 'failed', failure: 'report_failed' });
    server.clock.now = NOW + 31 * 86_400_000;
    await worker.finish();
    await worker.stop();
    expect(await db.read.select().from(db.tables.reports)).toEqual([]);
    expect(await db.read.select().from(db.tables.reportFiles)).toEqual([]);
  });
});

function job(server: TestServer, changes: Partial<ReportJob> = {}): ReportJob {
  return {
    id: randomUUID(),
    accountId: null,
    agencyId: server.province.id,
    issuerId: null,
    fromDay: 20_000,
    toDay: 21_000,
    questionnaireId: null,
    format: 'xlsx',
    language: 'vi',
    state: 'waiting',
    progress: 0,
    worker: null,
    leasedUntil: null,
    attempts: 0,
    failure: null,
    createdAt: NOW,
    finishedAt: null,
    ...changes,
  };
}

describe('an order of a report', () => {
  it('names a reporting period by the closing day that is set', async () => {
    const server = await testServer();
    const lan = await staff(server, 'provincial_analyst');
    const period = { kind: 'month', year: 2026, index: 11 };
    const month = await order(lan, { period, format: 'xlsx' });
    expect(month).toMatchObject({ from: '2026-10-15', to: '2026-11-14' });
    const admin = await staff(server, 'administrator');
    await admin.send('PATCH', '/api/settings', { closingDay: 'calendar' });
    expect(await order(lan, { period, format: 'xlsx' })).toMatchObject({
      from: '2026-11-01',
      to: '2026-11-30',
    });
  });

  it('is refused when it is malformed, impossible, or about what is not there', async () => {
    const server = await testServer();
    const lan = await staff(server, 'provincial_analyst');
    const refused = async (body: object) => {
      const reply = await lan.send('POST', '/api/reports', body);
      return [reply.statusCode, reply.json().code];
    };
    expect(await refused({})).toEqual([400, 'malformed']);
    expect(await refused({ format: 'exe' })).toEqual([400, 'malformed']);
    expect(await refused({ format: 'pdf', more: 1 })).toEqual([400, 'malformed']);
    expect(await refused({ format: 'pdf', from: '2026-02-30' })).toEqual([400, 'malformed']);
    const quarter5 = { kind: 'quarter', year: 2026, index: 5 };
    expect(await refused({ format: 'pdf', period: quarter5 })).toEqual([400, 'malformed']);
    const both = { period: { ...quarter5, index: 1 }, from: '2026-01-01' };
    expect(await refused({ format: 'pdf', ...both })).toEqual([400, 'malformed']);
    expect(await refused({ format: 'pdf', from: '2026-11-02', to: '2026-11-01' })).toEqual([
      422,
      'invalid_range',
    ]);
    expect(await refused({ format: 'pdf', agency: 'nobody' })).toEqual([404, 'unknown_agency']);
    expect(await refused({ format: 'pdf', questionnaire: 'x@1' })).toEqual([404, 'unknown_questionnaire']);
  });

  it('waits while many others of the same person wait', async () => {
    const server = await testServer();
    const lan = await staff(server, 'provincial_analyst');
    const { db } = server.context;
    // Held by somebody else, so that none is finished meanwhile.
    const held = {
      state: 'working',
      worker: 'x',
      leasedUntil: NOW + 1e9,
      accountId: lan.account.id,
    } as const;
    await db.write((tx) => times(5, '').map(() => tx.insert(db.tables.reports).values(job(server, held))));
    const reply = await lan.send('POST', '/api/reports', { format: 'pdf' });
    expect([reply.statusCode, reply.json().code]).toEqual([429, 'too_many_reports']);
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
    const other = await staff(server, 'provincial_analyst');
    await order(other, { format: 'xlsx' });
  });

  it('comes from an agency’s people about themselves, up to yesterday, and in their own name', async () => {
    const server = await testServer();
    await answer(server, 0, times(12, '4'), '2026-11-18T02:59:00Z');
    // Not counted yet: the month runs, and somebody may have to join them.
    await answer(server, 0, times(12, '1'), '2026-11-19T02:59:00Z');
    await answer(server, 0, times(12, '1'), '2026-11-20T02:59:00Z');
    const lan = await staff(server, 'agency_manager', server.agencies[0]?.id ?? null);
    const { id } = await order(lan, { ...DAYS, format: 'docx' });
    expect(await settled(lan, id)).toMatchObject({
      to: '2026-11-19',
      agency: { id: server.agencies[0]?.id },
    });
    const text = paragraphsOf((await lan.get(`/api/reports/${id}/file`)).rawPayload).join('\n');
    expect(text).toContain('là 100,00%');
    expect(text).toContain('PHƯỜNG CÁI RĂNG');
    expect(text).not.toContain('UBND xã Phong Điền');
    const today = { from: '2026-11-20', to: '2026-11-20', format: 'pdf' };
    expect((await lan.send('POST', '/api/reports', today)).json().code).toBe('until_yesterday');
    const other = { agency: server.agencies[1]?.id, format: 'pdf' };
    expect((await lan.send('POST', '/api/reports', other)).json().code).toBe('unknown_agency');
  });
});

describe('report create', () => {
  it('writes a file at the server itself, and says what is wrong', async () => {
    const folder = temporaryFolder();
    await testServer({ folder });
    const config = readConfig({ DATA_DIR: folder });
    const run = (...args: string[]) => reportCommands[0]?.run(config, args);
    const out = join(folder, 'bao-cao.docx');
    const days = ['--from', '2026-11-01', '--to', '2026-11-20'];
    expect(await run(...days, '--out', out)).toEqual([expect.stringContaining('Thành phố Cần Thơ')]);
    expect(paragraphsOf(readFileSync(out)).join('\n')).toContain('không có lượt trả lời nào');
    await expect(run(...days, '--out', out, '--format', 'exe')).rejects.toThrow('report create');
    await expect(run(...days, '--out', out, '--agency', 'x')).rejects.toThrow('unknown_agency');
    await expect(run('--from', '2026-11-02', '--to', '2026-11-01', '--out', out)).rejects.toThrow(
      'invalid_range',
    );
  });
});

describe('a report', () => {
  it('is its own account’s alone: for everybody else it does not exist', async () => {
    const server = await testServer();
    const lan = await staff(server, 'provincial_analyst');
    const { id } = await order(lan, { ...DAYS, format: 'xlsx' });
    await settled(lan, id);
    for (const other of [await staff(server, 'administrator'), await staff(server, 'provincial_analyst')]) {
      expect((await other.get('/api/reports')).json()).toEqual({ reports: [] });
      for (const url of [`/api/reports/${id}`, `/api/reports/${id}/file`])
        expect([(await other.get(url)).statusCode, (await other.get(url)).json().code]).toEqual([
          404,
          'unknown_report',
        ]);
    }
  });

  it('is gone for somebody whose agency has changed', async () => {
    const server = await testServer();
    const lan = await staff(server, 'agency_manager', server.agencies[0]?.id ?? null);
    const { id } = await order(lan, { ...DAYS, format: 'xlsx' });
    await settled(lan, id);
    const { db } = server.context;
    const { accounts } = db.tables;
    await db.write((tx) => [
      tx
        .update(accounts)
        .set({ agencyId: server.agencies[1]?.id ?? null })
        .where(eq(accounts.id, lan.account.id)),
    ]);
    expect((await lan.get('/api/reports')).json()).toEqual({ reports: [] });
    expect((await lan.get(`/api/reports/${id}/file`)).json().code).toBe('unknown_report');
  });

  it('has no file before it is made', async () => {
    const server = await testServer();
    const lan = await staff(server, 'provincial_analyst');
    const { db } = server.context;
    const held = job(server, {
      state: 'working',
      worker: 'x',
      leasedUntil: NOW + 1e9,
      accountId: lan.account.id,
    });
    await db.write((tx) => [tx.insert(db.tables.reports).values(held)]);
    const reply = await lan.get(`/api/reports/${held.id}/file`);
    expect([reply.statusCode, reply.json().code]).toEqual([409, 'report_unfinished']);
  });
});
