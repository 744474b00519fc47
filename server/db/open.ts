import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Database } from './database.ts';
import { openSqlite } from './sqlite.ts';

/** The database that the settings name, migrated to the present shape. */
export function openDatabase(config: Config): Database {
  return openSqlite(join(config.dataDir, 'lang-nghe.sqlite'));
}
