import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Database, InsertOptions, Statement, Writer } from './database.ts';
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

  const writer = writerOf(orm);
  const runAll = sqlite.transaction((statements: Statement[]) => statements.map(run));
  return {
    tables: schema,
    read: orm,
    async write(build) {
      return runAll.immediate(build(writer));
    },
    async close() {
      sqlite.close();
    },
  };
}

/** A statement of Drizzle's, or rows for a prepared insert. */
type Runnable = Statement & { all(): unknown[]; run(): unknown };

function run(statement: Statement): unknown[] {
  const runnable = statement as Runnable;
  if (statement instanceof ManyRows || / returning /.test(statement.toSQL().sql)) return runnable.all();
  runnable.run();
  return [];
}

function writerOf(orm: BetterSQLite3Database): Writer {
  const prepared = new Map<string, PreparedInsert>();
  const insertMany: Writer['insertMany'] = (table, rows, options = {}) => {
    if (rows.length === 0) return NOTHING;
    const fields = Object.keys(rows[0] ?? {});
    const id = [getTableName(table), options.conflict, ...fields].join();
    const insert = prepared.get(id) ?? prepareInsert(orm, table, fields, options);
    prepared.set(id, insert);
    return new ManyRows(insert, rows, options.key ?? []);
  };
  return {
    insert: orm.insert.bind(orm),
    update: orm.update.bind(orm),
    delete: orm.delete.bind(orm),
    insertMany,
  };
}

type PreparedInsert = ReturnType<typeof prepareInsert>;

function prepareInsert<T extends SQLiteTable>(
  orm: BetterSQLite3Database,
  table: T,
  fields: string[],
  { conflict = 'fail', key = [] }: InsertOptions<T>,
) {
  const values = Object.fromEntries(fields.map((field) => [field, sql.placeholder(field)]));
  const insert = orm.insert(table).values(values as T['$inferInsert']);
  const columns = getTableColumns(table);
  if (conflict === 'skip') insert.onConflictDoNothing();
  if (conflict === 'replace') {
    const others = fields.filter((field) => !(key as string[]).includes(field));
    insert.onConflictDoUpdate({
      target: (key as string[]).flatMap((field) => columns[field] ?? []),
      set: Object.fromEntries(
        others.map((field) => [field, sql.raw(`excluded.${snakeCase(field)}`)]),
      ) as never,
    });
  }
  return insert.prepare();
}

const NOTHING: Runnable = { toSQL: () => ({ sql: '' }), all: () => [], run: () => {} };

/** On SQLite nothing beats one prepared statement run row by row inside the transaction. */
class ManyRows implements Statement {
  private readonly insert: PreparedInsert;
  private readonly rows: readonly Record<string, unknown>[];
  private readonly key: string[];

  constructor(insert: PreparedInsert, rows: readonly object[], key: string[]) {
    this.insert = insert;
    this.rows = rows as readonly Record<string, unknown>[];
    this.key = key;
  }

  toSQL(): { sql: string } {
    return this.insert.getQuery();
  }

  all(): unknown[] {
    return this.rows
      .filter((row) => this.insert.run(row).changes > 0)
      .map((row) => Object.fromEntries(this.key.map((field) => [field, row[field]])));
  }
}

const snakeCase = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
