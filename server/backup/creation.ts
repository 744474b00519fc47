// Making a backup, and removing those that are old.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { copySqlite, flush } from '../db/snapshot.ts';
import {
  type Backup,
  backupFiles,
  backupName,
  backupsFolder,
  hashFile,
  listBackups,
  type Manifest,
  type Reason,
} from './backups.ts';

export interface BackupOptions {
  reason: Reason;
  now?: number;
  /** Where the backup's own folder goes; the installation's own place when absent. */
  into?: string;
}

const UNFINISHED = '.unfinished';
/** Longer than any backup takes. */
const ABANDONED_MS = 2 * 86_400_000;

/**
 * Backs up the embedded database, while it is in use, with the key of its ledger. Until it is complete and checked
 * the folder has another name; what fails leaves nothing. Blocks the process for as long as it takes.
 * @throws Error that says what went wrong
 */
export function createBackup(dataDir: string, options: BackupOptions): Backup & Manifest {
  const { reason, now = Date.now(), into = backupsFolder(dataDir) } = options;
  const source = backupFiles(dataDir);
  if (!existsSync(source.database)) throw new Error(`${source.database}: there is no database to back up`);
  mkdirSync(into, { recursive: true, mode: 0o700 });
  removeAbandoned(into, now);
  refuseWithoutSpace(source.database, into);
  let madeAt = Math.floor(now / 1000) * 1000;
  while (existsSync(join(into, backupName(madeAt, reason)))) madeAt += 1000;
  const name = backupName(madeAt, reason);
  const path = join(into, name);
  const unfinished = `${path}.${process.pid}${UNFINISHED}`;
  try {
    mkdirSync(unfinished, { mode: 0o700 });
    const manifest = writeFiles(source, unfinished);
    renameSync(unfinished, path);
    flush(into);
    return { path, name, reason, madeAt, ...manifest };
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}

function writeFiles(source: ReturnType<typeof backupFiles>, folder: string): Manifest {
  const target = backupFiles(folder);
  const inventory = copySqlite(source.database, target.database);
  chmodSync(target.database, 0o600);
  if (existsSync(source.key)) {
    copyFileSync(source.key, target.key);
    chmodSync(target.key, 0o600);
    flush(target.key);
  }
  const bytes = statSync(target.database).size;
  const manifest = { ...inventory, bytes, sha256: hashFile(target.database) };
  writeFileSync(target.manifest, `${JSON.stringify(manifest, null, 2)}\n`);
  flush(target.manifest);
  flush(folder);
  return manifest;
}

/** A backup that fills the disk would keep the server from storing answers. */
function refuseWithoutSpace(database: string, folder: string): void {
  const log = `${database}-wal`;
  const needed = 1.2 * (statSync(database).size + (existsSync(log) ? statSync(log).size : 0));
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < needed)
    throw new Error(`${folder}: not enough space for a backup (${Math.ceil(needed / 2 ** 20)} MiB needed)`);
}

function removeAbandoned(folder: string, now: number): void {
  for (const name of readdirSync(folder).filter((each) => each.endsWith(UNFINISHED))) {
    const path = join(folder, name);
    const maker = Number(name.split('.').at(-2));
    // A number may have been given to another process since.
    if (!isRunning(maker) || statSync(path).mtimeMs < now - ABANDONED_MS)
      rmSync(path, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Removes the oldest backups made for a reason, all but the newest `keep`; others are left alone.
 * @returns their names
 */
export function removeOld(folder: string, reason: Reason, keep: number): string[] {
  const made = listBackups(folder).filter((backup) => backup.reason === reason);
  const old = made.slice(0, Math.max(0, made.length - keep));
  for (const { path } of old) rmSync(path, { recursive: true, force: true });
  return old.map(({ name }) => name);
}

/** Enough to go back by, and a program that is restarted over and over does not fill the disk. */
const KEPT_BEFORE_MIGRATION = 3;

/** @throws Error when there is no backup, so that the migration does not begin */
export function backUpBeforeMigration(dataDir: string): void {
  try {
    createBackup(dataDir, { reason: 'before-migration' });
    removeOld(backupsFolder(dataDir), 'before-migration', KEPT_BEFORE_MIGRATION);
  } catch (error) {
    const reason = (error as Error).message;
    throw new Error(`nothing was changed, because the backup before the migration failed: ${reason}`);
  }
}
