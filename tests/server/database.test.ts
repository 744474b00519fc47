// The storage under bad conditions: each ends in a clear message and no damage.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { dayOf, formatDay } from '#domain/days.ts';
import type { Database } from '../../server/db/database.ts';
import { openPostgres } from '../../server/db/postgres.ts';
import { DATABASE_FILE, openSqlite } from '../../server/db/sqlite.ts';
import { verifyLedger } from '../../server/ledger/verification.ts';
import { responsesAfter } from '../../server/responses/queries.ts';
import { Projector } from '../../server/tallies/projector.ts';
import { temporaryFolder } from '../support/folders.ts';
import { NOW, submission, type TestServer, testServer } from '../support/server.ts';

const codeOf = (server: TestServer) => server.touchpoints[0]?.code ?? '';

/** The connection below the interface, to bring about what cannot be had by asking. */
const connectionOf = (db: Database) => (db.read as unknown as { $client: Sqlite.Database }).$client;

/** A closed database with enough rows for several pages. */
async function filledFile(): Promise<string> {
  const folder = temporaryFolder();
  const server = await testServer({ folder });
  for (let index = 0; index < 40; index++) await server.submit(submission(codeOf(server)));
  await server.app.close();
  await server.context.db.close();
  return join(folder, DATABASE_FILE);
}

/** Runs statements in another process, which then keeps the database until the test ends. */
async function heldByAnother(file: string, statements: string): Promise<void> {
  const code = `const sqlite = new (require('better-sqlite3'))(process.argv[1]);
    sqlite.exec(process.argv[2]); console.log('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['-e', code, file, statements], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  });
  await once(child.stdout, 'data');
}

describe('opening the embedded database', () => {
  it('refuses a file that is not a database, and leaves it as it is', () => {
    const file = join(temporaryFolder(), 'x.sqlite');
    const content = 'Lắng Nghe, nhưng không phải cơ sở dữ liệu. '.repeat(200);
    writeFileSync(file, content);
    expect(() => openSqlite(file)).toThrow(
      `${file}: this is not a database, or its beginning is damaged; restore a backup`,
    );
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  it('refuses a damaged database, and leaves it as it is', async () => {
    const file = await filledFile();
    const bytes = readFileSync(file);
    // The first page holds the list of the tables.
    bytes.fill(0xff, 110, 4000);
    writeFileSync(file, bytes);
    expect(() => openSqlite(file)).toThrow(/^\S+: the database is damaged \(.+\); restore a backup$/);
    expect(readFileSync(file)).toEqual(bytes);
  });

  it('refuses a folder that is a file, and a file that is a folder', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'data'), '');
    expect(() => openSqlite(join(folder, 'data', 'x.sqlite'))).toThrow(/^\S+x\.sqlite: .*(EEXIST|ENOTDIR)/);
    mkdirSync(join(folder, 'x.sqlite'));
    expect(() => openSqlite(join(folder, 'x.sqlite'))).toThrow('the file cannot be opened or made');
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'refuses what it may not write',
    async () => {
      const file = await filledFile();
      chmodSync(file, 0o400);
      expect(() => openSqlite(file)).toThrow('the database cannot be written; check the rights of the file');
      const folder = temporaryFolder();
      chmodSync(folder, 0o500);
      expect(() => openSqlite(join(folder, 'x.sqlite'))).toThrow('the file cannot be opened or made');
    },
  );

  it('refuses a database that another program keeps for itself', async () => {
    const file = await filledFile();
    await heldByAnother(file, 'pragma locking_mode = exclusive; begin immediate; delete from tallies');
    expect(() => openSqlite(file, { busyMs: 50 })).toThrow(
      `${file}: another program holds the database; stop it and try again`,
    );
  });
});

describe('opening PostgreSQL', () => {
  it('says in one line, without the password, that it cannot be reached', async () => {
    await expect(openPostgres('postgres://someone:secret@127.0.0.1:1/x')).rejects.toThrow(
      /^PostgreSQL 127\.0\.0\.1:1\/x: connect ECONNREFUSED 127\.0\.0\.1:1$/,
    );
  });

  it.runIf(process.env.TEST_DATABASE_URL)('says that the database does not exist', async () => {
    const url = new URL(process.env.TEST_DATABASE_URL ?? '');
    url.pathname = '/no_such_database';
    await expect(openPostgres(url.href)).rejects.toThrow('database "no_such_database" does not exist');
  });
});

describe('a full disk', () => {
  it('refuses answers with storage_full, keeps every acknowledged one, and goes on reading and then storing', async () => {
    const server = await testServer({ folder: temporaryFolder() });
    const earlier = submission(codeOf(server));
    await server.submit(earlier);
    await new Projector(server.context).catchUp();
    const connection = connectionOf(server.context.db);
    const used = Number(connection.pragma('page_count', { simple: true }));
    connection.pragma(`max_page_count = ${used + 4}`);
    const acknowledged = [earlier.id];
    const refused: string[] = [];
    for (let round = 0; round < 20; round++) {
      // Together, so that some share a commit with others.
      const bodies = Array.from({ length: 4 }, () => submission(codeOf(server)));
      const replies = await Promise.all(bodies.map((body) => server.submit(body)));
      for (const [index, reply] of replies.entries()) {
        if (reply.statusCode !== 201) {
          expect(reply.json()).toEqual({ status: 503, code: 'storage_full' });
          expect(reply.headers['retry-after']).toBe('5');
        }
        (reply.statusCode === 201 ? acknowledged : refused).push(bodies[index]?.id ?? '');
      }
    }
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(refused.length).toBeGreaterThan(20);
    const stored = async () => (await responsesAfter(server.context.db, 0, 1000)).map(({ id }) => id);
    expect(await stored()).toEqual(acknowledged);
    for (const url of [`/api/touchpoints/${codeOf(server)}`, '/api/results', '/api/exports/responses.csv'])
      expect((await server.get(url)).statusCode, url).toBe(200);
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');

    connection.pragma('max_page_count = 1000000');
    expect((await server.submit(submission(codeOf(server)))).statusCode).toBe(201);
    await new Projector(server.context).catchUp();
    const { signer, db } = server.context;
    expect(await verifyLedger(db, signer)).toMatchObject({ ok: true, size: acknowledged.length + 1 });
  });
});

describe('a database that cannot be written for the moment', () => {
  it('answers storage_busy while another process writes for long, and stores afterwards', async () => {
    const server = await testServer({ folder: temporaryFolder() });
    const connection = connectionOf(server.context.db);
    connection.pragma('busy_timeout = 50');
    const other = new Sqlite(connection.name);
    other.exec('begin immediate');
    const body = submission(codeOf(server));
    expect((await server.submit(body)).json()).toEqual({ status: 503, code: 'storage_busy' });
    other.exec('commit');
    other.close();
    expect((await server.submit(body)).statusCode).toBe(201);
  });

  it('answers storage_readonly when it has become read-only', async () => {
    const server = await testServer();
    connectionOf(server.context.db).pragma('query_only = on');
    expect((await server.submit(submission(codeOf(server)))).json()).toEqual({
      status: 503,
      code: 'storage_readonly',
    });
    expect((await server.get(`/api/touchpoints/${codeOf(server)}`)).statusCode).toBe(200);
  });
});

describe('a clock that jumps', () => {
  it('changes neither the order of the answers nor the ledger', async () => {
    const server = await testServer();
    const jumps = [0, 3600_000, -86_400_000, 10 * 365 * 86_400_000, -40 * 365 * 86_400_000, 0];
    const sent: string[] = [];
    for (const jump of jumps) {
      server.clock.now = NOW + jump;
      const at = new Date(server.clock.now).toISOString();
      const body = submission(codeOf(server), { startedAt: at, answeredAt: at, sentAt: at });
      expect((await server.submit(body)).statusCode).toBe(201);
      sent.push(body.id);
      await new Projector(server.context).checkpoint();
    }
    const rows = await responsesAfter(server.context.db, 0, 100);
    expect(rows.map(({ id }) => id)).toEqual(sent);
    expect(rows.map(({ receivedAt }) => receivedAt - NOW)).toEqual(jumps);
    const { db, signer } = server.context;
    expect(await verifyLedger(db, signer)).toMatchObject({ ok: true, size: 6, checkpoints: 6 });
    const counted: number[] = [];
    for (const jump of new Set(jumps)) {
      const day = formatDay(dayOf(NOW + jump));
      const results = await server.get(`/api/results?from=${day}&to=${day}`);
      counted.push(results.json().n);
    }
    expect(counted).toEqual([3, 3, 1, 1, 1]);
  });
});
