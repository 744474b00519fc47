// Whether a backup could be restored today, and whether anything in it was changed.
import { existsSync } from 'node:fs';
import { openSqlite } from '../db/sqlite.ts';
import { type Verdict, verifyLedger } from '../ledger/verification.ts';
import { backupFiles, checkBackup, type Manifest, readKey } from './backups.ts';

export interface BackupVerdict extends Manifest {
  /** Null when the backup holds no key to check the ledger by. */
  ledger: Verdict | null;
}

/**
 * Reads all of a backup and recomputes its ledger; changes nothing.
 * @throws Error when it is damaged
 */
export async function verifyBackup(path: string): Promise<BackupVerdict> {
  const manifest = checkBackup(path);
  const { database, key } = backupFiles(path);
  if (!existsSync(key)) return { ...manifest, ledger: null };
  const db = openSqlite(database, { readonly: true });
  try {
    return { ...manifest, ledger: await verifyLedger(db, readKey(key)) };
  } finally {
    await db.close();
  }
}
