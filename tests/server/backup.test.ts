import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { backupName, backupsFolder, listBackups } from '../../server/backup/backups.ts';
import { backupCommands } from '../../server/backup/commands.ts';
import { createBackup, removeOld } from '../../server/backup/creation.ts';
import { restoreBackup } from '../../server/backup/restoring.ts';
import { isBackupDue, lastTimeAt } from '../../server/backup/schedule.ts';
import { verifyBackup } from '../../server/backup/verification.ts';
import { readConfig } from '../../server/config.ts';
import { DATABASE_FILE } from '../../server/db/sqlite.ts';
import { KEY_FILE } from '../../server/ledger/key.ts';
import { verifyLedger } from '../../server/ledger/verification.ts';
import { Projector } from '../../server/tallies/projector.ts';
import { temporaryFolder } from '../support/folders.ts';
import { submission, type TestServer, testServer } from '../support/server.ts';

const codeOf = (server: TestServer) => server.touchpoints[0]?.code ?? '';

/** A server whose data lie in a folder, with some counted responses. */
async function filled(count = 5): Promise<{ folder: string; server: TestServer; receipts: string[] }> {
  const folder = temporaryFolder();
  const server = await testServer({ folder });
  const receipts: string[] = [];
  for (let index = 0; index < count; index++)
    receipts.push((await server.submit(submission(codeOf(server)))).json().receipt);
  await new Projector(server.context).checkpoint();
  return { folder, server, receipts };
}

const manual = (folder: string, into?: string) =>
  createBackup(folder, { reason: 'manual', ...(into && { into }) });

function damage(file: string, at: number): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.from('damage'), 0, 6, at);
  closeSync(descriptor);
}

describe('a backup', () => {
  it('is made while the server has the database open, and holds all that is stored', async () => {
    const { folder, server } = await filled();
    const made = manual(folder);
    expect(made).toMatchObject({ responses: 5, counted: 5, reason: 'manual' });
    expect(readdirSync(made.path).sort()).toEqual(['backup.json', DATABASE_FILE, KEY_FILE]);
    expect(readFileSync(join(made.path, KEY_FILE))).toEqual(readFileSync(join(folder, KEY_FILE)));
    expect(await verifyBackup(made.path)).toMatchObject({ responses: 5, ledger: { ok: true, size: 5 } });
    // Verifying leaves no side files, and the server goes on.
    expect(readdirSync(made.path)).toHaveLength(3);
    expect((await server.submit(submission(codeOf(server)))).statusCode).toBe(201);
  });

  it.skipIf(process.platform === 'win32')('can be read by its owner only', async () => {
    const { folder } = await filled(1);
    const { path } = manual(folder);
    for (const file of [DATABASE_FILE, KEY_FILE]) expect(statSync(join(path, file)).mode & 0o777).toBe(0o600);
    expect(statSync(path).mode & 0o777).toBe(0o700);
  });

  it('is one moment of a database that somebody writes to', async () => {
    const { folder, server } = await filled();
    let stop = false;
    const writing = (async () => {
      for (let sent = 5; ; sent++) {
        if (stop) return sent;
        await server.submit(submission(codeOf(server)));
        await pause(0);
      }
    })();
    const sizes: number[] = [];
    for (let time = 0; time < 4; time++) {
      await pause(20);
      const { path } = manual(folder);
      const verdict = await verifyBackup(path);
      expect(verdict.ledger).toMatchObject({ ok: true });
      sizes.push(verdict.responses);
    }
    stop = true;
    expect(sizes.at(-1)).toBeLessThanOrEqual(await writing);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(sizes.at(-1)).toBeGreaterThan(5);
  });

  it('that fails leaves nothing behind', async () => {
    const { folder, server } = await filled(1);
    await server.context.db.close();
    damage(join(folder, DATABASE_FILE), 0);
    for (const suffix of ['-wal', '-shm']) rmSync(join(folder, DATABASE_FILE + suffix), { force: true });
    expect(() => manual(folder)).toThrow('this is not a database');
    expect(readdirSync(backupsFolder(folder))).toEqual([]);
    const empty = temporaryFolder();
    expect(() => manual(empty)).toThrow('there is no database to back up');
    expect(existsSync(backupsFolder(empty))).toBe(false);
  });

  it('removes what a killed one left, and not what another one is writing', async () => {
    const { folder } = await filled(1);
    const killed = spawnSync(process.execPath, ['-e', '']).pid;
    for (const pid of [killed, process.ppid])
      mkdirSync(join(backupsFolder(folder), `2026-11-22-020000-daily.${pid}.unfinished`), {
        recursive: true,
      });
    const { name } = manual(folder);
    expect(readdirSync(backupsFolder(folder)).sort()).toEqual(
      [name, `2026-11-22-020000-daily.${process.ppid}.unfinished`].sort(),
    );
    expect(listBackups(backupsFolder(folder))).toHaveLength(1);
  });

  it('goes where it is told, under another name when two are made in one second', async () => {
    const { folder } = await filled(1);
    const into = join(temporaryFolder(), 'elsewhere');
    const now = Date.parse('2026-11-21T17:30:00.500Z');
    const names = [1, 2, 3].map(() => createBackup(folder, { reason: 'manual', now, into }).name);
    expect(names).toEqual([
      '2026-11-22-003000-manual',
      '2026-11-22-003001-manual',
      '2026-11-22-003002-manual',
    ]);
    expect(existsSync(backupsFolder(folder))).toBe(false);
  });

  it('is found damaged whatever byte of it was changed', async () => {
    const { folder } = await filled();
    const { path, bytes } = manual(folder);
    const database = join(path, DATABASE_FILE);
    const good = readFileSync(database);
    for (const at of [0, 100, Math.floor(bytes / 2), bytes - 6]) {
      damage(database, at);
      await expect(verifyBackup(path)).rejects.toThrow('is damaged');
      writeFileSync(database, good);
    }
    appendFileSync(join(path, KEY_FILE), 'x');
    await expect(verifyBackup(path)).rejects.toThrow(KEY_FILE);
    writeFileSync(join(path, 'backup.json'), '{"responses": 5}');
    await expect(verifyBackup(path)).rejects.toThrow('backup.json is damaged');
    await expect(verifyBackup(folder)).rejects.toThrow('is not a backup');
  });

  it('of a database that was tampered with says where', async () => {
    const { folder, server } = await filled();
    await server.context.db.close();
    const sqlite = new Sqlite(join(folder, DATABASE_FILE));
    sqlite.exec(`update responses set answers = replace(answers, '4', '5') where seq = 3`);
    sqlite.close();
    const { path } = manual(folder);
    expect((await verifyBackup(path)).ledger).toEqual({ ok: false, fault: 'changed', position: 2 });
  });
});

describe('a restore', () => {
  it('brings back everything: printed codes, receipts, the ledger and its key', async () => {
    const { folder, server, receipts } = await filled();
    const before = {
      touchpoint: (await server.get(`/api/touchpoints/${codeOf(server)}`)).json(),
      results: (await server.get('/api/results?from=2026-11-01&to=2026-11-30')).json(),
      key: (await server.get('/api/ledger/key')).body,
      checkpoint: (await server.get('/api/ledger/checkpoint')).body,
    };
    const { path } = manual(folder);
    const other = join(temporaryFolder(), 'new');
    expect(restoreBackup(path, other)).toMatchObject({ responses: 5, counted: 5 });
    expect(readdirSync(other).sort()).toEqual([DATABASE_FILE, KEY_FILE]);

    const restored = await testServer({ folder: other, empty: true });
    expect((await restored.get(`/api/touchpoints/${codeOf(server)}`)).json()).toEqual(before.touchpoint);
    expect((await restored.get('/api/results?from=2026-11-01&to=2026-11-30')).json()).toEqual(before.results);
    expect((await restored.get('/api/ledger/key')).body).toBe(before.key);
    expect((await restored.get('/api/ledger/checkpoint')).body).toBe(before.checkpoint);
    for (const receipt of receipts)
      expect((await restored.get(`/api/receipts/${receipt}`)).statusCode).toBe(200);
    expect((await restored.submit(submission(codeOf(server)))).statusCode).toBe(201);
    await new Projector(restored.context).catchUp();
    expect(await verifyLedger(restored.context.db, restored.context.signer)).toMatchObject({
      ok: true,
      size: 6,
    });
  });

  it('overwrites no database, also not one that a server holds open', async () => {
    const { folder } = await filled();
    const { path } = manual(folder);
    const before = readFileSync(join(folder, DATABASE_FILE));
    expect(() => restoreBackup(path, folder)).toThrow('a restore overwrites nothing');
    expect(readFileSync(join(folder, DATABASE_FILE))).toEqual(before);
    // The main file is gone, but its log would be taken for that of the restored one.
    renameSync(join(folder, DATABASE_FILE), join(folder, 'aside.sqlite'));
    writeFileSync(join(folder, `${DATABASE_FILE}-wal`), '');
    expect(() => restoreBackup(path, folder)).toThrow('-wal exists');
  });

  it('overwrites no other key', async () => {
    const { folder } = await filled(1);
    const { path } = manual(folder);
    const other = temporaryFolder();
    writeFileSync(join(other, KEY_FILE), 'another');
    expect(() => restoreBackup(path, other)).toThrow('is not the key in the backup');
    expect(readdirSync(other)).toEqual([KEY_FILE]);
  });

  it('of a damaged backup writes nothing', async () => {
    const { folder } = await filled();
    const { path, bytes } = manual(folder);
    damage(join(path, DATABASE_FILE), bytes / 2);
    const other = temporaryFolder();
    expect(() => restoreBackup(path, other)).toThrow('is damaged');
    expect(readdirSync(other)).toEqual([]);
  });
});

describe('the schedule', () => {
  const at = (iso: string) => Date.parse(iso);
  const TWO = at('2026-11-21T19:00:00Z');

  it('knows the last time at which it was the hour in Viet Nam', () => {
    expect(lastTimeAt(2, TWO)).toBe(TWO);
    expect(lastTimeAt(2, TWO - 1)).toBe(TWO - 86_400_000);
    expect(lastTimeAt(2, TWO + 86_399_999)).toBe(TWO);
    expect(lastTimeAt(0, at('2026-11-21T17:00:00Z'))).toBe(at('2026-11-21T17:00:00Z'));
    expect(lastTimeAt(23, at('2026-11-21T17:00:00Z'))).toBe(at('2026-11-21T16:00:00Z'));
  });

  it('is due once a day, also when the server was off at the hour', () => {
    const folder = temporaryFolder();
    const config = readConfig({ DATA_DIR: folder });
    const make = (madeAt: number, reason: 'daily' | 'manual' = 'daily') =>
      mkdirSync(join(backupsFolder(folder), backupName(madeAt, reason)), { recursive: true });
    expect(isBackupDue(config, TWO)).toBe(true);
    make(TWO + 30_000);
    expect(isBackupDue(config, TWO + 60_000)).toBe(false);
    expect(isBackupDue(config, TWO + 86_340_000)).toBe(false);
    expect(isBackupDue(config, TWO + 86_400_000)).toBe(true);
    make(TWO + 86_500_000, 'manual');
    expect(isBackupDue(config, TWO + 10 * 86_400_000)).toBe(true);
    make(TWO + 10 * 86_400_000 + 5 * 3_600_000);
    expect(isBackupDue(config, TWO + 10 * 86_400_000 + 6 * 3_600_000)).toBe(false);
  });

  it('is not held up by a backup that was made while the clock was years ahead', () => {
    const folder = temporaryFolder();
    mkdirSync(join(backupsFolder(folder), backupName(TWO + 3e11, 'daily')), { recursive: true });
    expect(isBackupDue(readConfig({ DATA_DIR: folder }), TWO)).toBe(true);
  });

  it('keeps as many daily backups as it is told and leaves the others alone', () => {
    const folder = temporaryFolder();
    for (let day = 0; day < 6; day++)
      for (const reason of ['daily', 'manual'] as const)
        mkdirSync(join(folder, backupName(TWO + day * 86_400_000, reason)));
    mkdirSync(join(folder, 'something-else'));
    expect(removeOld(folder, 'daily', 4)).toEqual(['2026-11-22-020000-daily', '2026-11-23-020000-daily']);
    expect(listBackups(folder).filter(({ reason }) => reason === 'daily')).toHaveLength(4);
    expect(readdirSync(folder)).toHaveLength(11);
    expect(removeOld(folder, 'daily', 4)).toEqual([]);
  });
});

describe('the commands', () => {
  const run = (words: string, settings: NodeJS.ProcessEnv) => {
    const [noun, verb, ...args] = words.split(' ');
    const command = backupCommands.find(({ usage }) => usage.startsWith(`${noun} ${verb} `));
    return command?.run(readConfig(settings), args) ?? Promise.reject(new Error(`no command ${words}`));
  };

  it('make, list, verify and restore', async () => {
    const { folder } = await filled(3);
    const [made] = await run('backup create', { DATA_DIR: folder });
    expect(made).toMatch(/-manual: 3 responses, 3 counted, \d\.\d MiB$/);
    await run('backup daily', { DATA_DIR: folder, BACKUP_KEEP: '1' });
    await pause(1000);
    const daily = await run('backup daily', { DATA_DIR: folder, BACKUP_KEEP: '1' });
    expect(daily[1]).toMatch(/^removed \S+-daily$/);
    const listed = await run('backup list', { DATA_DIR: folder });
    expect(listed).toHaveLength(2);
    const name = listed[0]?.split(' ')[0] ?? '';
    const [verified] = await run(`backup verify ${name}`, { DATA_DIR: folder });
    expect(verified).toMatch(/3 responses, 3 counted.*the ledger is right$/);
    const other = temporaryFolder();
    await run(`backup restore ${join(backupsFolder(folder), name)}`, { DATA_DIR: other });
    expect(readdirSync(other).sort()).toEqual([DATABASE_FILE, KEY_FILE]);
    await expect(run('backup verify', { DATA_DIR: folder })).rejects.toThrow('which backup?');
  });

  it('name the tools of PostgreSQL when the installation is there', async () => {
    const settings = { DATA_DIR: temporaryFolder(), DATABASE_URL: 'postgres://127.0.0.1:1/x' };
    for (const words of [
      'backup create',
      'backup daily',
      'backup list',
      'backup verify x',
      'backup restore x',
    ])
      await expect(run(words, settings)).rejects.toThrow('pg_dump');
  });
});
