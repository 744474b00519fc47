import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import type { Database, Statement } from './database.ts';
import * as schema from './schema/sqlite.ts';

const MIGRATIONS = fileURLToPath(new URL('../../drizzle/sqlite', import.meta.url));

/**
 * Opens, and where needed creates and migrates, an SQLite database.
 * @param file path, or `:memory:`
 */
export function openSqlite(file: string): Database {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const sqlite = new Sqlite(file);
  sqlite.pragma('journal_mode = WAL');
  // An acknowledged answer survives a power cut.
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('busy_timeout = 5000');
  const orm = drizzle(sqlite, { casing: 'snake_case' });
  // A migration that rebuilds a table would otherwise delete the rows that refer to it.
  sqlite.pragma('foreign_keys = OFF');
  migrate(orm, { migrationsFolder: MIGRATIONS });
  const broken = sqlite.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) throw new Error(`${broken.length} rows refer to something that is not there`);
  sqlite.pragma('foreign_keys = ON');

  const runAll = sqlite.transaction((statements: Runnable[]) => statements.map(run));
  return {
    tables: schema,
    read: orm,
    async write(build) {
      return runAll.immediate(build(orm) as unknown as Runnable[]);
    },
    async close() {
      sqlite.close();
    },
  };
}

type Runnable = Statement & { all(): unknown[]; run(): unknown };

function run(statement: Runnable): unknown[] {
  if (/ returning /.test(statement.toSQL().sql)) return statement.all();
  statement.run();
  return [];
}
