// Putting a backup back where there is nothing yet.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { flush } from '../db/snapshot.ts';
import { backupFiles, checkBackup, checkDatabase, type Manifest } from './backups.ts';

/**
 * Restores a backup into a data folder without a database. The backup is checked before, what was written after;
 * the database appears under its name only when it is complete.
 * @throws Error that says why not; nothing half-written stays
 */
export function restoreBackup(path: string, dataDir: string): Manifest {
  const target = backupFiles(dataDir);
  refuseToOverwrite(target.database);
  const source = backupFiles(path);
  const manifest = checkBackup(path);
  const keyIsNew = existsSync(source.key) && !existsSync(target.key);
  if (!keyIsNew) refuseOtherKey(source.key, target.key);
  mkdirSync(dataDir, { recursive: true });
  const unfinished = `${target.database}.${process.pid}.unfinished`;
  try {
    copyFileSync(source.database, unfinished);
    chmodSync(unfinished, 0o600);
    flush(unfinished);
    checkDatabase(unfinished, manifest);
    if (keyIsNew) copyKey(source.key, target.key);
    try {
      appear(unfinished, target.database);
    } catch (error) {
      if (keyIsNew) rmSync(target.key, { force: true });
      throw error;
    }
    flush(dataDir);
    return manifest;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** A database that a server holds open is there too, and so are the side files of one that was moved away. */
function refuseToOverwrite(database: string): void {
  const there = ['', '-wal', '-shm'].map((suffix) => database + suffix).find((file) => existsSync(file));
  if (there)
    throw new Error(
      `${there} exists, and a restore overwrites nothing: stop the server and move its files away, or set DATA_DIR to another folder`,
    );
}

/** Checkpoints signed with one key cannot be continued with another. */
function refuseOtherKey(source: string, target: string): void {
  if (!existsSync(source) || readFileSync(source, 'utf8') === readFileSync(target, 'utf8')) return;
  throw new Error(`${target} exists and is not the key in the backup: move it away`);
}

function copyKey(source: string, target: string): void {
  copyFileSync(source, target);
  chmodSync(target, 0o600);
  flush(target);
}

/** Gives a file its name unless the name is taken, also by somebody who took it just now. */
function appear(unfinished: string, database: string): void {
  refuseToOverwrite(database);
  try {
    linkSync(unfinished, database);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    // A file system without links.
    renameSync(unfinished, database);
  }
}
