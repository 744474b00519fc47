// Moves an installation from SQLite to PostgreSQL.
import { existsSync } from 'node:fs';
import { type CopiedTable, transferToPostgres } from '../db/transfer.ts';
import { openSigner } from '../ledger/key.ts';
import { verifyLedger } from '../ledger/verification.ts';
import { backupFiles } from './backups.ts';
import { backUpBeforeMigration } from './creation.ts';

/**
 * Copies the embedded database into an empty PostgreSQL and recomputes the ledger there; all or nothing.
 * The SQLite file stays as it is.
 * @throws Error that says why not
 */
export async function migrateData(dataDir: string, url: string): Promise<CopiedTable[]> {
  const { database } = backupFiles(dataDir);
  if (!existsSync(database)) throw new Error(`${database}: there is no database to copy`);
  const verifier = openSigner(dataDir);
  return transferToPostgres(
    database,
    url,
    async (copy) => {
      const verdict = await verifyLedger(copy, verifier);
      if (!verdict.ok)
        throw new Error(
          `the ledger is not right: ${verdict.fault} at ${verdict.position}; nothing was copied`,
        );
    },
    { beforeMigration: () => backUpBeforeMigration(dataDir) },
  );
}
