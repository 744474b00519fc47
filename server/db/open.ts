import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Database } from './database.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/** The database that the settings name, migrated to the present shape. */
export async function openDatabase(config: Config): Promise<Database> {
  return config.databaseUrl ? openPostgres(config.databaseUrl) : openSqlite(sqliteFile(config));
}

/** Where the embedded database lies. */
export function sqliteFile(config: Config): string {
  return join(config.dataDir, 'lang-nghe.sqlite');
}
