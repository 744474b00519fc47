import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { type Database, type InsertOptions, type Statement, snakeCase, type Writer } from './database.ts';
import { openingFailed, storageFailure } from './faults.ts';
import { type Migration, migrationFailed, pendingMigrations, readMigrations } from './migrations.ts';
import * as schema from './schema/sqlite.ts';

const MIGRATIONS = fileURLToPath(new URL('../../drizzle/sqlite', import.meta.url));

/** Name of the embedded database in the data folder. */
export const DATABASE_FILE = 'lang-nghe.sqlite';

export interface SqliteOptions {
  /** Folder of the migrations. */
  migrations?: string;
  /** Called before a database that holds something is changed; what it throws stops the opening. */
  beforeMigration?: () => void;
  /** Opens what is there, of the present shape, and changes nothing. */
  readonly?: boolean;
  /** How long to wait for another process that writes. */
  busyMs?: number;
}

/**
 * Opens, and where needed creates and migrates, an SQLite database.
 * @param file path, or `:memory:`
 * @throws Error with one line that says why it cannot be opened
 */
export function openSqlite(file: string, options: SqliteOptions = {}): Database {
  let sqlite: Sqlite.Database | undefined;
  try {
    if (file !== ':memory:' && !options.readonly) mkdirSync(dirname(file), { recursive: true });
    sqlite = new Sqlite(file, { readonly: options.readonly ?? false, timeout: options.busyMs ?? 5000 });
    if (!options.readonly) sqlite.pragma('journal_mode = WAL');
    // An acknowledged answer survives a power cut.
    sqlite.pragma('synchronous = FULL');
    migrateSqlite(sqlite, options);
    if (!options.readonly) proveWritable(sqlite);
    sqlite.pragma('foreign_keys = ON');
    return overSqlite(sqlite);
  } catch (error) {
    sqlite?.close();
    throw openingFailed(file, error);
  }
}

/** Better not to start than to refuse every answer. */
function proveWritable(sqlite: Sqlite.Database): void {
  const version = sqlite.pragma('user_version', { simple: true });
  sqlite.exec(`begin immediate; pragma user_version = ${version}; rollback`);
}

function migrateSqlite(sqlite: Sqlite.Database, { migrations, beforeMigration, readonly }: SqliteOptions) {
  const known = readMigrations(migrations ?? MIGRATIONS);
  const applied = appliedMigrations(sqlite);
  if (pendingMigrations(known, applied).length === 0) return;
  if (readonly) throw new Error('the database is of another version of the program');
  if (applied.length > 0) beforeMigration?.();
  // A migration that rebuilds a table would otherwise delete the rows that refer to it.
  sqlite.pragma('foreign_keys = OFF');
  const migrateAll = sqlite.transaction(() => {
    sqlite.exec(
      `create table if not exists ${JOURNAL} (id serial primary key, hash text not null, created_at numeric)`,
    );
    // Looked up again: of two processes that start together the other may have been first.
    for (const migration of pendingMigrations(known, appliedMigrations(sqlite))) apply(sqlite, migration);
  });
  migrateAll.immediate();
}

const JOURNAL = '__drizzle_migrations';

function appliedMigrations(sqlite: Sqlite.Database): number[] {
  const journal = sqlite.prepare('select 1 from sqlite_master where name = ?').get(JOURNAL);
  return journal ? sqlite.prepare(`select created_at from ${JOURNAL}`).pluck().all().map(Number) : [];
}

function apply(sqlite: Sqlite.Database, migration: Migration): void {
  try {
    for (const statement of migration.statements) sqlite.exec(statement);
    const broken = sqlite.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error(`${broken.length} rows refer to something that is not there`);
  } catch (error) {
    throw migrationFailed(migration, error);
  }
  const { hash, when } = migration;
  sqlite.prepare(`insert into ${JOURNAL} (hash, created_at) values (?, ?)`).run(hash, when);
}

function overSqlite(sqlite: Sqlite.Database): Database {
  const orm = drizzle(sqlite, { casing: 'snake_case' });
  const writer = writerOf(orm);
  const runAll = sqlite.transaction((statements: Statement[]) => statements.map(run));
  return {
    tables: schema,
    read: orm,
    async write(build) {
      try {
        return runAll.immediate(build(writer));
      } catch (error) {
        throw storageFailure(error) ?? error;
      }
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
