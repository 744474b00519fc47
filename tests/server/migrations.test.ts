import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import postgres from 'postgres';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backupsFolder, checkBackup, listBackups } from '../../server/backup/backups.ts';
import { backUpBeforeMigration } from '../../server/backup/creation.ts';
import { readMigrations } from '../../server/db/migrations.ts';
import { openPostgres, POSTGRES_MIGRATIONS } from '../../server/db/postgres.ts';
import { DATABASE_FILE, openSqlite } from '../../server/db/sqlite.ts';
import { temporaryFolder } from '../support/folders.ts';
import { submission, testServer } from '../support/server.ts';

const BREAK = '--> statement-breakpoint';

/** A folder of migrations as drizzle-kit writes it. */
function migrationsFolder(...contents: string[]): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'meta'));
  const entries = contents.map((content, index) => {
    const tag = `000${index}_step-${index}`;
    writeFileSync(join(folder, `${tag}.sql`), content);
    return { idx: index, version: '6', when: 1_700_000_000_000 + index, tag, breakpoints: true };
  });
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ entries }));
  return folder;
}

const FIRST = `CREATE TABLE parents (id text PRIMARY KEY, name text);
${BREAK}
CREATE TABLE children (id text PRIMARY KEY, parent_id text NOT NULL REFERENCES parents(id) ON DELETE CASCADE);
${BREAK}
INSERT INTO parents VALUES ('p1', 'one'), ('p2', 'two');
${BREAK}
INSERT INTO children VALUES ('c1', 'p1'), ('c2', 'p2'), ('c3', 'p2');`;

/** What drizzle-kit generates when a column changes its type. */
const REBUILD = `PRAGMA foreign_keys=OFF;${BREAK}
CREATE TABLE __new_parents (id text PRIMARY KEY, name text NOT NULL, added integer DEFAULT 7);
${BREAK}
INSERT INTO __new_parents (id, name) SELECT id, name FROM parents;${BREAK}
DROP TABLE parents;${BREAK}
ALTER TABLE __new_parents RENAME TO parents;${BREAK}
PRAGMA foreign_keys=ON;`;

function rowsOf(file: string, query: string): unknown[] {
  const sqlite = new Sqlite(file, { readonly: true });
  const rows = sqlite.prepare(query).all();
  sqlite.close();
  return rows;
}

describe('migrations of the embedded database', () => {
  it('keep the rows that refer to a table which is rebuilt', async () => {
    const file = join(temporaryFolder(), 'x.sqlite');
    await openSqlite(file, { migrations: migrationsFolder(FIRST) }).close();
    await openSqlite(file, { migrations: migrationsFolder(FIRST, REBUILD) }).close();
    expect(rowsOf(file, 'select id, name, added from parents order by id')).toEqual([
      { id: 'p1', name: 'one', added: 7 },
      { id: 'p2', name: 'two', added: 7 },
    ]);
    expect(rowsOf(file, 'select id from children')).toHaveLength(3);
  });

  it('that fail half-way leave everything as it was and are named', async () => {
    const file = join(temporaryFolder(), 'x.sqlite');
    await openSqlite(file, { migrations: migrationsFolder(FIRST) }).close();
    const before = rowsOf(file, 'select * from sqlite_master');
    const halfWay = `ALTER TABLE parents ADD COLUMN extra text;${BREAK}
DELETE FROM children;${BREAK}
INSERT INTO nowhere VALUES (1);`;
    const open = () => openSqlite(file, { migrations: migrationsFolder(FIRST, REBUILD, halfWay) });
    expect(open).toThrow(
      /^\S+x\.sqlite: migration 0002_step-2 failed, the database is as it was before: no such table: nowhere$/,
    );
    expect(rowsOf(file, 'select * from sqlite_master')).toEqual(before);
    expect(rowsOf(file, 'select id from children')).toHaveLength(3);
    await openSqlite(file, { migrations: migrationsFolder(FIRST, REBUILD) }).close();
    expect(rowsOf(file, 'select added from parents')).toHaveLength(2);
  });

  it('that would leave rows referring to nothing are undone', async () => {
    const file = join(temporaryFolder(), 'x.sqlite');
    await openSqlite(file, { migrations: migrationsFolder(FIRST) }).close();
    const orphaning = `DELETE FROM parents WHERE id = 'p2';`;
    const open = () => openSqlite(file, { migrations: migrationsFolder(FIRST, orphaning) });
    expect(open).toThrow('0001_step-1 failed, the database is as it was before: 2 rows refer to something');
    expect(rowsOf(file, 'select id from parents')).toHaveLength(2);
  });

  it('are refused by a program that is older than the database', async () => {
    const file = join(temporaryFolder(), 'x.sqlite');
    await openSqlite(file, { migrations: migrationsFolder(FIRST, REBUILD) }).close();
    const open = () => openSqlite(file, { migrations: migrationsFolder(FIRST) });
    expect(open).toThrow('written by a newer version of the program');
  });

  it('run once, and on the present database there are none left', async () => {
    const file = join(temporaryFolder(), 'x.sqlite');
    let asked = 0;
    const beforeMigration = () => {
      asked++;
    };
    for (let time = 0; time < 3; time++) await openSqlite(file, { beforeMigration }).close();
    const applied = rowsOf(file, 'select created_at as at from __drizzle_migrations');
    expect(applied).toHaveLength(
      readMigrations(fileURLToPath(new URL('../../drizzle/sqlite', import.meta.url))).length,
    );
    expect(asked).toBe(0);
  });

  it('have the same names on both dialects, each later than the one before', () => {
    const folders = [fileURLToPath(new URL('../../drizzle/sqlite', import.meta.url)), POSTGRES_MIGRATIONS];
    const [sqlite, postgres] = folders.map(readMigrations);
    expect(sqlite?.map(({ name }) => name)).toEqual(postgres?.map(({ name }) => name));
    for (const migrations of [sqlite ?? [], postgres ?? []])
      for (const [index, { when }] of migrations.entries())
        expect(when).toBeGreaterThan(migrations[index - 1]?.when ?? 0);
  });
});

describe('the backup before a migration', () => {
  const ADDED = 'CREATE TABLE later (id text PRIMARY KEY);';

  /** The folder of the real migrations, and one more. */
  function oneMore(sql: string): string {
    const real = readMigrations(fileURLToPath(new URL('../../drizzle/sqlite', import.meta.url)));
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'meta'));
    const all = [...real, { name: '9999_later', statements: [sql], when: Date.now() }];
    for (const { name, statements } of all)
      writeFileSync(join(folder, `${name}.sql`), statements.join(BREAK));
    const entries = all.map(({ name: tag, when }) => ({ tag, when }));
    writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ entries }));
    return folder;
  }

  async function installation(): Promise<string> {
    const folder = temporaryFolder();
    const server = await testServer({ folder });
    await server.submit(submission(server.touchpoints[0]?.code ?? ''));
    await server.app.close();
    await server.context.db.close();
    return folder;
  }

  it('holds what was there before', async () => {
    const folder = await installation();
    await openSqlite(join(folder, DATABASE_FILE), {
      migrations: oneMore(ADDED),
      beforeMigration: () => backUpBeforeMigration(folder),
    }).close();
    const [backup, ...others] = listBackups(backupsFolder(folder));
    expect(others).toEqual([]);
    expect(backup?.reason).toBe('before-migration');
    expect(checkBackup(backup?.path ?? '')).toMatchObject({ responses: 1 });
    const tables = rowsOf(join(backup?.path ?? '', DATABASE_FILE), 'select name from sqlite_master');
    expect(tables).not.toContainEqual({ name: 'later' });
  });

  it('that cannot be made keeps the migration from beginning', async () => {
    const folder = await installation();
    // A file where the folder of the backups should be.
    writeFileSync(backupsFolder(folder), '');
    const open = () =>
      openSqlite(join(folder, DATABASE_FILE), {
        migrations: oneMore(ADDED),
        beforeMigration: () => backUpBeforeMigration(folder),
      });
    expect(open).toThrow('nothing was changed, because the backup before the migration failed');
    expect(rowsOf(join(folder, DATABASE_FILE), 'select name from sqlite_master')).not.toContainEqual({
      name: 'later',
    });
  });

  it('is kept three times only when a migration fails again and again', async () => {
    const folder = await installation();
    for (let time = 0; time < 5; time++)
      expect(() =>
        openSqlite(join(folder, DATABASE_FILE), {
          migrations: oneMore('INSERT INTO nowhere VALUES (1);'),
          beforeMigration: () => backUpBeforeMigration(folder),
        }),
      ).toThrow('9999_later');
    expect(readdirSync(backupsFolder(folder))).toHaveLength(3);
  });
});

describe.runIf(process.env.TEST_DATABASE_URL)('migrations of PostgreSQL', () => {
  it('that fail half-way leave everything as it was and are named', async () => {
    const name = `lang_nghe_${randomBytes(6).toString('hex')}`;
    const admin = postgres(process.env.TEST_DATABASE_URL ?? '', { max: 1 });
    await admin.unsafe(`create database ${name}`);
    const url = new URL(process.env.TEST_DATABASE_URL ?? '');
    url.pathname = `/${name}`;
    const client = postgres(url.href, { max: 1 });
    onTestFinished(async () => {
      await client.end();
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
    });
    await (await openPostgres(url.href, migrationsFolder(FIRST))).close();
    const halfWay = `DELETE FROM children;${BREAK}\nINSERT INTO nowhere VALUES (1);`;
    await expect(openPostgres(url.href, migrationsFolder(FIRST, halfWay))).rejects.toThrow(
      'migration 0001_step-1 failed, the database is as it was before: relation "nowhere" does not exist',
    );
    expect(await client`select id from children`).toHaveLength(3);
    await (await openPostgres(url.href, migrationsFolder(FIRST))).close();
  });
});
