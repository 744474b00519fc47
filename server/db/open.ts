import { join } from 'node:path';
import { backUpBeforeMigration } from '../backup/creation.ts';
import type { Config } from '../config.ts';
import type { Database } from './database.ts';
import { DATABASE_FILE, openSqlite } from './sqlite.ts';

/** The database that the settings name, migrated to the present shape. */
export async function openDatabase(config: Config): Promise<Database> {
  if (config.databaseUrl) {
    // Loaded only where it is used: most installations never need the driver.
    const { openPostgres } = await import('./postgres.ts');
    return openPostgres(config.databaseUrl);
  }
  return openSqlite(sqliteFile(config), { beforeMigration: () => backUpBeforeMigration(config.dataDir) });
}

/** Where the embedded database lies. */
export function sqliteFile(config: Config): string {
  return join(config.dataDir, DATABASE_FILE);
}
