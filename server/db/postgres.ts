// PostgreSQL behind the same interface: the queries are typed for SQLite and run unchanged.
import { fileURLToPath } from 'node:url';
import { getTableColumns, sql } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT, PgTable } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import {
  chunks,
  type Database,
  type Reader,
  type Statement,
  snakeCase,
  type Tables,
  type Writer,
} from './database.ts';
import { openingFailed, storageFailure } from './faults.ts';
import { type Migration, migrationFailed, pendingMigrations, readMigrations } from './migrations.ts';
import * as schema from './schema/postgres.ts';

export const POSTGRES_MIGRATIONS = fileURLToPath(new URL('../../drizzle/postgres', import.meta.url));

export type Orm = PgDatabase<PgQueryResultHKT>;

/**
 * Connects to, and where needed migrates, a PostgreSQL database.
 * @param url postgres://user:password@host:port/database
 * @param migrations folder of the migrations
 * @throws Error with one line that says why it cannot be used
 */
export async function openPostgres(url: string, migrations = POSTGRES_MIGRATIONS): Promise<Database> {
  // A connection of its own: the lock below belongs to it.
  const lone = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await migratePostgres(lone, migrations);
  } catch (error) {
    // Never with the password.
    const { host, pathname } = new URL(url);
    throw openingFailed(`PostgreSQL ${host}${pathname}`, error);
  } finally {
    await lone.end();
  }
  const client = postgres(url, { max: 8, onnotice: () => {} });
  const orm = drizzle(client, { casing: 'snake_case' });
  return overPostgres(orm as unknown as Orm, () => client.end());
}

const OLDEST = 14;

async function migratePostgres(client: postgres.Sql, folder: string): Promise<void> {
  const [version] = await client<{ server_version_num: string }[]>`show server_version_num`;
  if (Number(version?.server_version_num) < OLDEST * 10_000)
    throw new Error(`PostgreSQL ${OLDEST} or newer is needed`);
  // Of several processes that start together one migrates and the others wait.
  await client`select pg_advisory_lock(${LOCKS.migration})`;
  const known = readMigrations(folder);
  const pending = pendingMigrations(known, await appliedMigrations(client));
  if (pending.length === 0) return;
  await client.begin(async (tx) => {
    await tx`create schema if not exists drizzle`;
    await tx`create table if not exists drizzle.__drizzle_migrations
      (id serial primary key, hash text not null, created_at bigint)`;
    for (const migration of pending) await apply(tx, migration);
  });
}

async function appliedMigrations(client: postgres.Sql): Promise<number[]> {
  const [journal] = await client`select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  if (!journal?.there) return [];
  const rows = await client<{ created_at: string }[]>`select created_at from drizzle.__drizzle_migrations`;
  return rows.map((row) => Number(row.created_at));
}

async function apply(tx: postgres.TransactionSql, migration: Migration): Promise<void> {
  try {
    for (const statement of migration.statements) await tx.unsafe(statement);
  } catch (error) {
    throw migrationFailed(migration, error);
  }
  const { hash, when } = migration;
  await tx`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${when})`;
}

/** Keys of the advisory locks. */
const LOCKS = { migration: 7_301_001, write: 7_301_002 };

/** The interface over any Drizzle driver that speaks PostgreSQL. */
export function overPostgres(orm: Orm, close: () => Promise<void>): Database {
  return {
    tables: schema as unknown as Tables,
    read: orm as unknown as Reader,
    async write(build) {
      try {
        return await orm.transaction(async (tx) => {
          await lockWriting(tx);
          const results: unknown[][] = [];
          for (const statement of build(writerOf(tx))) results.push(await run(statement));
          return results;
        });
      } catch (error) {
        throw storageFailure(error) ?? error;
      }
    },
    close,
  };
}

/**
 * One write at a time, as on SQLite: what commits later has the higher `seq`, so nobody who reads the log in order
 * can miss a response that was numbered earlier and committed later.
 */
export async function lockWriting(tx: Orm): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCKS.write})`);
}

async function run(statement: Statement): Promise<unknown[]> {
  if (statement instanceof ManyRows) return statement.runAll();
  const result: unknown = await (statement as unknown as PromiseLike<unknown>);
  return / returning /.test(statement.toSQL().sql) ? (result as unknown[]) : [];
}

function writerOf(tx: Orm): Writer {
  const insertMany: Writer['insertMany'] = (table, rows, options = {}) =>
    new ManyRows(tx, table as unknown as PgTable, rows, options.conflict ?? 'fail', options.key ?? []);
  const writer = { insert: tx.insert.bind(tx), update: tx.update.bind(tx), delete: tx.delete.bind(tx) };
  return { ...(writer as unknown as Writer), insertMany };
}

/** Several rows to a statement, as many as the protocol's limit on parameters allows. */
class ManyRows implements Statement {
  private readonly tx: Orm;
  private readonly table: PgTable;
  private readonly rows: readonly object[];
  private readonly conflict: 'fail' | 'skip' | 'replace';
  private readonly key: string[];

  constructor(
    tx: Orm,
    table: PgTable,
    rows: readonly object[],
    conflict: 'fail' | 'skip' | 'replace',
    key: string[],
  ) {
    this.tx = tx;
    this.table = table;
    this.rows = rows;
    this.conflict = conflict;
    this.key = key;
  }

  toSQL(): { sql: string } {
    return this.insert(this.rows).toSQL();
  }

  async runAll(): Promise<unknown[]> {
    const results: unknown[] = [];
    for (const part of chunks(this.rows)) {
      const inserted: unknown = await this.insert(part);
      if (this.key.length > 0) results.push(...(inserted as unknown[]));
    }
    return results;
  }

  private insert(rows: readonly object[]) {
    const columns = getTableColumns(this.table);
    const insert = this.tx.insert(this.table).values(rows as never);
    const key = this.key.flatMap((field) => columns[field] ?? []);
    if (this.conflict === 'skip') insert.onConflictDoNothing();
    if (this.conflict === 'replace') {
      const fields = Object.keys(rows[0] ?? {}).filter((field) => !this.key.includes(field));
      const set = fields.map((field) => [field, sql.raw(`excluded.${snakeCase(field)}`)]);
      insert.onConflictDoUpdate({ target: key, set: Object.fromEntries(set) });
    }
    const returning = this.key.map((field) => [field, columns[field]]);
    return returning.length > 0 ? insert.returning(Object.fromEntries(returning)) : insert;
  }
}
