import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import postgres from 'postgres';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backupCommands } from '../../server/backup/commands.ts';
import { readConfig } from '../../server/config.ts';
import type { Database } from '../../server/db/database.ts';
import { openPostgres } from '../../server/db/postgres.ts';
import { DATABASE_FILE } from '../../server/db/sqlite.ts';
import { openSigner } from '../../server/ledger/key.ts';
import { verifyLedger } from '../../server/ledger/verification.ts';
import { responsesAfter } from '../../server/responses/queries.ts';
import { Projector } from '../../server/tallies/projector.ts';
import { temporaryFolder } from '../support/folders.ts';
import { allCriteria, submission, testServer } from '../support/server.ts';
import { Tablet } from '../support/tablet.ts';

const URL_OF_SERVER = process.env.TEST_DATABASE_URL ?? '';

/** An empty database on the server, dropped after the test. */
async function emptyDatabase(): Promise<string> {
  const name = `lang_nghe_${randomBytes(6).toString('hex')}`;
  const admin = postgres(URL_OF_SERVER, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name}`);
  onTestFinished(async () => {
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end();
  });
  const url = new URL(URL_OF_SERVER);
  url.pathname = `/${name}`;
  return url.href;
}

/** A stopped installation with counted responses. */
async function installation(count = 120) {
  const folder = temporaryFolder();
  const server = await testServer({ folder });
  const code = server.touchpoints[0]?.code ?? '';
  for (let index = 0; index < count; index++) {
    const answers = allCriteria(
      String((index % 5) + 1),
      index % 3 === 0 ? { comment: `Ý kiến ${index} 👍\n"` } : {},
    );
    await server.submit(submission(code, { answers }));
  }
  // A paired tablet with a chain and people who left, an odd response, staff who changed something.
  const tablet = await Tablet.paired(server);
  const left = { day: '2026-11-20', questionnaire: 'one-stop@1', question: 'c15', n: 2 };
  await tablet.deliver([submission(code)], { dropOffs: [left] });
  await tablet.heartbeat();
  await server.submit(submission(code, { trap: 'x' }));
  const url = `/api/touchpoints/${server.touchpoints[0]?.id}`;
  await server.app.inject({ method: 'PATCH', url, payload: { proof: true } });
  await new Projector(server.context).catchUp();
  const results = (await server.get('/api/results?from=2026-11-01&to=2026-11-30')).json();
  const rows = await responsesAfter(server.context.db, 0, 1000);
  const others = await othersIn(server.context.db);
  await server.app.close();
  await server.context.db.close();
  return { folder, code, rows, results, others, signer: server.context.signer };
}

/** What is neither responses nor derived from them. */
async function othersIn({ read, tables }: Database) {
  return {
    audit: await read.select().from(tables.auditEntries).orderBy(tables.auditEntries.seq),
    devices: await read.select().from(tables.devices),
    chain: await read.select().from(tables.deviceBatches),
    dropOffs: await read.select().from(tables.dropOffs),
    touchpoints: await read.select().from(tables.touchpoints).orderBy(tables.touchpoints.id),
  };
}

function migrate(folder: string, url: string): Promise<string[]> {
  const command = backupCommands.find(({ usage }) => usage.startsWith('data migrate '));
  return command?.run(readConfig({ DATA_DIR: folder }), ['--to', url]) ?? Promise.resolve([]);
}

async function counts(url: string): Promise<Record<string, number>> {
  const client = postgres(url, { max: 1 });
  const [row] = await client`select (select count(*)::int from responses) as responses,
    (select count(*)::int from agencies) as agencies, (select count(*)::int from tallies) as tallies`;
  await client.end();
  return { ...row };
}

describe.skipIf(!URL_OF_SERVER)('data migrate', () => {
  it('copies every row, proves the ledger, and the numbering goes on', async () => {
    const { folder, code, rows, results, others, signer } = await installation();
    const url = await emptyDatabase();
    const lines = await migrate(folder, url);
    expect(lines).toContain(`${'122'.padStart(10)}  responses`);
    expect(lines.at(-1)).toContain('the ledger is right');

    const db = await openPostgres(url);
    const server = await testServer({ db, signer, empty: true });
    expect(await responsesAfter(db, 0, 1000)).toEqual(rows);
    expect(rows.filter(({ marks }) => marks)).toHaveLength(1);
    for (const each of Object.values(others)) expect(each.length).toBeGreaterThan(0);
    expect(await othersIn(db)).toEqual(others);
    expect((await server.get('/api/results?from=2026-11-01&to=2026-11-30')).json()).toEqual(results);
    expect((await server.submit(submission(code))).statusCode).toBe(201);
    await new Projector(server.context).catchUp();
    expect(await verifyLedger(db, signer)).toMatchObject({ ok: true, size: 123 });
  });

  it('refuses a database that holds something, and leaves it as it is', async () => {
    const { folder } = await installation(3);
    const url = await emptyDatabase();
    await migrate(folder, url);
    await expect(migrate(folder, url)).rejects.toThrow(
      'is not empty: there are agencies in it; nothing was copied',
    );
    expect(await counts(url)).toMatchObject({ responses: 5, agencies: 4 });
  });

  it('copies nothing when the ledger is not right', async () => {
    const { folder } = await installation(9);
    const sqlite = new Sqlite(join(folder, DATABASE_FILE));
    sqlite.exec(`update responses set duration_ms = duration_ms + 1 where seq = 8`);
    sqlite.close();
    const url = await emptyDatabase();
    await expect(migrate(folder, url)).rejects.toThrow(
      'the ledger is not right: changed at 7; nothing was copied',
    );
    expect(await counts(url)).toMatchObject({ responses: 0, agencies: 0 });
  });

  it('takes agencies in whatever order their ids put them', async () => {
    const { folder } = await installation(1);
    const sqlite = new Sqlite(join(folder, DATABASE_FILE));
    // Below a department, and before it in the order of the key.
    sqlite.exec(`insert into agencies (id, parent_id, kind, name, created_at)
      select '0', id, 'department', 'Phòng', 0 from agencies where kind = 'department'`);
    sqlite.close();
    const url = await emptyDatabase();
    await migrate(folder, url);
    expect(await counts(url)).toMatchObject({ responses: 3, agencies: 5 });
    const client = postgres(url, { max: 1 });
    // The rule that was set aside for the copying holds again.
    await expect(client`update agencies set parent_id = 'nobody' where id = '0'`).rejects.toThrow(
      'foreign key',
    );
    await client.end();
  });

  it('refuses while a server has the data open', async () => {
    const server = await testServer({ folder: temporaryFolder() });
    const url = await emptyDatabase();
    await expect(migrate(server.context.config.dataDir, url)).rejects.toThrow(
      'another program holds the database',
    );
  });

  it('copies more rows than fit on a page', async () => {
    const { folder } = await installation(1);
    const sqlite = new Sqlite(join(folder, DATABASE_FILE));
    // Not counted yet, so that the ledger has nothing to say about them.
    sqlite.exec(`with recursive n(i) as (select 1 union all select i + 1 from n where i < 4000)
      insert into responses (id, receipt, touchpoint_id, agency_id, questionnaire_id, answers, locale, channel,
        answered_at, device_answered_at, received_at, duration_ms, salt)
      select 'r' || i, receipt, touchpoint_id, agency_id, questionnaire_id, answers, locale, channel,
        answered_at, device_answered_at, received_at, duration_ms, salt from n, responses where seq = 1`);
    sqlite.exec(`with recursive n(i) as (select 1 union all select i + 1 from n where i < 1200)
      insert into tallies select 'agency', 'q' || (i % 2), i % 3, 's' || i, '[1,2]' from n`);
    sqlite.close();
    const url = await emptyDatabase();
    await migrate(folder, url);
    expect((await counts(url)).responses).toBe(4003);
    expect((await counts(url)).tallies).toBeGreaterThan(1200);
  });
});

describe('data migrate', () => {
  it('says what is missing', async () => {
    const folder = temporaryFolder();
    await expect(migrate(folder, 'nonsense')).rejects.toThrow('--to postgres://');
    await expect(migrate(folder, 'postgres://127.0.0.1:1/x')).rejects.toThrow('there is no database to copy');
    openSigner(folder);
    const { folder: filled } = await installation(1);
    await expect(migrate(filled, 'postgres://someone:secret@127.0.0.1:1/x')).rejects.toThrow(
      /^PostgreSQL 127\.0\.0\.1:1\/x: connect ECONNREFUSED/,
    );
  });
});
