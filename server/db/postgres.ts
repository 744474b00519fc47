// PostgreSQL behind the same interface: the queries are typed for SQLite and run unchanged.
import { fileURLToPath } from 'node:url';
import { getTableColumns, sql } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT, PgTable } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { chunks, type Database, type Reader, type Statement, type Tables, type Writer } from './database.ts';
import * as schema from './schema/postgres.ts';

export const POSTGRES_MIGRATIONS = fileURLToPath(new URL('../../drizzle/postgres', import.meta.url));

type Orm = PgDatabase<PgQueryResultHKT>;

/**
 * Connects to, and where needed migrates, a PostgreSQL database.
 * @param url postgres://user:password@host:port/database
 */
export async function openPostgres(url: string): Promise<Database> {
  const client = postgres(url, { max: 8, onnotice: () => {} });
  const orm = drizzle(client, { casing: 'snake_case' });
  // Of several processes that start together one migrates and the others wait.
  const lone = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await lone`select pg_advisory_lock(${LOCKS.migration})`;
    await migrate(drizzle(lone), { migrationsFolder: POSTGRES_MIGRATIONS });
  } finally {
    await lone.end();
  }
  return overPostgres(orm as unknown as Orm, () => client.end());
}

/** Keys of the advisory locks. */
const LOCKS = { migration: 7_301_001, write: 7_301_002 };

/** The interface over any Drizzle driver that speaks PostgreSQL. */
export function overPostgres(orm: Orm, close: () => Promise<void>): Database {
  return {
    tables: schema as unknown as Tables,
    read: orm as unknown as Reader,
    write(build) {
      return orm.transaction(async (tx) => {
        // One write at a time, as on SQLite: what commits later has the higher `seq`, so nobody who reads the log
        // in order can miss a response that was numbered earlier and committed later.
        await tx.execute(sql`select pg_advisory_xact_lock(${LOCKS.write})`);
        const results: unknown[][] = [];
        for (const statement of build(writerOf(tx))) results.push(await run(statement));
        return results;
      });
    },
    close,
  };
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

const snakeCase = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
