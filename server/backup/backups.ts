// What a backup is: a folder named by its local time that holds the database, the ledger's key and a manifest.
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { startOfDay } from '#domain/days.ts';
import { inspectSqlite } from '../db/snapshot.ts';
import { DATABASE_FILE } from '../db/sqlite.ts';
import { KEY_FILE } from '../ledger/key.ts';
import { parseSigner } from '../ledger/note.ts';

export const REASONS = ['daily', 'manual', 'before-migration'] as const;
export type Reason = (typeof REASONS)[number];

const MANIFEST_FILE = 'backup.json';
const manifestSchema = z.object({
  responses: z.int(),
  /** Responses that have their place in the ledger. */
  counted: z.int(),
  bytes: z.int(),
  /** Of the database. */
  sha256: z.string(),
});
export type Manifest = z.infer<typeof manifestSchema>;

export interface Backup {
  path: string;
  name: string;
  reason: Reason;
  /** ms since the epoch, to the second. */
  madeAt: number;
}

export const backupFiles = (path: string) => ({
  database: join(path, DATABASE_FILE),
  key: join(path, KEY_FILE),
  manifest: join(path, MANIFEST_FILE),
});

/** Where an installation keeps the backups that it makes by itself. */
export function backupsFolder(dataDir: string): string {
  return join(dataDir, 'backups');
}

/** `2026-11-22-020000-daily`; local time in Viet Nam whatever the machine is set to. */
export function backupName(madeAt: number, reason: Reason): string {
  const [day, time] = new Date(madeAt + LOCAL).toISOString().slice(0, 19).split('T');
  return `${day}-${time?.replaceAll(':', '')}-${reason}`;
}

const LOCAL = -startOfDay(0);
const NAME = /^(\d{4}-\d{2}-\d{2})-(\d{2})(\d{2})(\d{2})-(.+)$/;

/** The complete backups in a folder, oldest first. */
export function listBackups(folder: string): Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const [, day, hour, minute, second, suffix] = NAME.exec(name) ?? [];
      const madeAt = Date.parse(`${day}T${hour}:${minute}:${second}Z`) - LOCAL;
      const reason = REASONS.find((each) => each === suffix);
      return reason && Number.isFinite(madeAt) ? [{ path: join(folder, name), name, reason, madeAt }] : [];
    });
}

/**
 * @throws Error when the folder holds no manifest that can be read
 */
export function readManifest(path: string): Manifest {
  const { manifest } = backupFiles(path);
  if (!existsSync(manifest)) throw new Error(`${path} is not a backup: there is no ${MANIFEST_FILE} in it`);
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(manifest, 'utf8')));
  } catch {
    throw new Error(`${manifest} is damaged`);
  }
}

/**
 * Whether the files in a folder are, byte for byte, those that were backed up, and a whole database.
 * @throws Error that says what is wrong
 */
export function checkBackup(path: string): Manifest {
  const manifest = readManifest(path);
  const { database, key } = backupFiles(path);
  checkDatabase(database, manifest);
  if (existsSync(key)) readKey(key);
  return manifest;
}

/** @throws Error when a database is not the one that a manifest describes */
export function checkDatabase(file: string, manifest: Manifest): void {
  if (!existsSync(file)) throw new Error(`${file}: there is no such file`);
  if (hashFile(file) !== manifest.sha256)
    throw new Error(`${file} is damaged: it is not what was backed up (its SHA-256 differs)`);
  const { responses, counted } = inspectSqlite(file);
  if (responses !== manifest.responses || counted !== manifest.counted)
    throw new Error(`${file} holds ${responses} responses instead of ${manifest.responses}`);
}

/** The key in a file. @throws Error when it is damaged */
export function readKey(file: string) {
  try {
    return parseSigner(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}

/** SHA-256, hex, of a file of any size. */
export function hashFile(file: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(1 << 20);
  const descriptor = openSync(file, 'r');
  try {
    for (;;) {
      const length = readSync(descriptor, piece);
      if (length === 0) return hash.digest('hex');
      hash.update(piece.subarray(0, length));
    }
  } finally {
    closeSync(descriptor);
  }
}
