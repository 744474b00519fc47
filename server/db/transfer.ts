// Copies everything from an SQLite database into an empty PostgreSQL: all of it, proved equal, or nothing.
import { createHash } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import { asc, getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm';
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3';
import { toSnakeCase } from 'drizzle-orm/casing';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/postgres-js';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import postgres from 'postgres';
import type { Database, Reader, Tables } from './database.ts';
import { openingFailed } from './faults.ts';
import { lockWriting, type Orm, openPostgres } from './postgres.ts';
import * as pgSchema from './schema/postgres.ts';
import * as sqliteSchema from './schema/sqlite.ts';
import { openSqlite, type SqliteOptions } from './sqlite.ts';

export interface CopiedTable {
  name: string;
  rows: number;
}

type Row = Record<string, unknown>;
const PAGE = 500;

/**
 * Copies table by table with constant memory, in one transaction. The rows are read back and compared before it is
 * committed.
 * @param file the embedded database; nobody else may have it open
 * @param prove called with the copy before it is committed; what it throws undoes everything
 * @throws Error when the target holds something, or the copy is not the same
 */
export async function transferToPostgres(
  file: string,
  url: string,
  prove: (copy: Database) => Promise<void>,
  options: SqliteOptions = {},
): Promise<CopiedTable[]> {
  await openSqlite(file, options).close();
  const source = holdSqlite(file);
  try {
    await (await openPostgres(url)).close();
    const client = postgres(url, { max: 1, onnotice: () => {} });
    try {
      const orm = drizzle(client, { casing: 'snake_case' }) as unknown as Orm;
      const copied = await orm.transaction((tx) =>
        copyAll(drizzleSqlite(source, { casing: 'snake_case' }), tx as unknown as Orm, prove),
      );
      await client`analyze`;
      return copied;
    } finally {
      await client.end();
    }
  } finally {
    source.close();
  }
}

/** Kept from everybody else: what a server stored now would stay behind. */
function holdSqlite(file: string): Sqlite.Database {
  const sqlite = new Sqlite(file, { timeout: 1000 });
  try {
    sqlite.pragma('locking_mode = EXCLUSIVE');
    sqlite.exec('begin immediate');
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw openingFailed(file, error);
  }
}

async function copyAll(
  source: Reader,
  tx: Orm,
  prove: (copy: Database) => Promise<void>,
): Promise<CopiedTable[]> {
  await lockWriting(tx);
  const tables = inOrder();
  for (const { name, target } of tables)
    if ((await tx.select().from(target).limit(1)).length > 0)
      throw new Error(`the PostgreSQL database is not empty: there are ${name} in it; nothing was copied`);
  await deferLoops(tx, 'deferrable initially deferred');
  const copied: CopiedTable[] = [];
  for (const table of tables) copied.push(await copyTable(source, tx, table));
  await tx.execute(sql`set constraints all immediate`);
  await deferLoops(tx, 'not deferrable');
  const write = () => Promise.reject(new Error('the copy is only read'));
  await prove({
    tables: pgSchema as unknown as Tables,
    read: tx as unknown as Reader,
    write,
    close: async () => {},
  });
  return copied;
}

interface TablePair {
  name: string;
  origin: SQLiteTable;
  target: PgTable;
}

/** The tables, each after those that it refers to. */
function inOrder(): TablePair[] {
  const origins: Record<string, unknown> = sqliteSchema;
  const rest = new Map<string, TablePair>(
    Object.entries(pgSchema).map(([field, target]) => [
      getTableName(target),
      { name: getTableName(target), origin: origins[field] as SQLiteTable, target },
    ]),
  );
  const sorted: TablePair[] = [];
  const visit = (table: TablePair) => {
    if (!rest.delete(table.name)) return;
    for (const { to } of references(table.target)) {
      const other = rest.get(to);
      if (other) visit(other);
    }
    sorted.push(table);
  };
  for (const table of [...rest.values()]) visit(table);
  return sorted;
}

function references(table: PgTable): { name: string; to: string }[] {
  return getTableConfig(table).foreignKeys.map((key) => ({
    name: key.getName(),
    to: getTableName(key.reference().foreignTable),
  }));
}

/** Rows that refer to rows of their own table come in any order; they are checked at the end. */
async function deferLoops(tx: Orm, how: string): Promise<void> {
  const loops = await tx.execute<{ table: string; name: string }>(sql`
    select conrelid::regclass::text as table, conname as name from pg_constraint
    where contype = 'f' and conrelid = confrelid and connamespace = current_schema()::regnamespace`);
  for (const { table, name } of loops as unknown as { table: string; name: string }[])
    await tx.execute(
      sql`alter table ${sql.raw(table)} alter constraint ${sql.identifier(name)} ${sql.raw(how)}`,
    );
}

async function copyTable(source: Reader, tx: Orm, { name, origin, target }: TablePair): Promise<CopiedTable> {
  const key = keyOf(target);
  const before = new Digest();
  for await (const page of pages(source, origin, key)) {
    before.add(page);
    await tx.insert(target).values(page as never);
  }
  const after = new Digest();
  const copy = tx as unknown as Reader;
  for await (const page of pages(copy, target as unknown as SQLiteTable, key)) after.add(page);
  if (!before.equals(after)) throw new Error(`${name}: the copy is not the same; nothing was copied`);
  await continueNumbering(tx, target);
  return { name, rows: before.rows };
}

/** The fields of a table's primary key. */
function keyOf(table: PgTable): string[] {
  const composite = getTableConfig(table).primaryKeys[0]?.columns.map(({ name }) => name) ?? [];
  const key = Object.entries(getTableColumns(table))
    .filter(([, { primary, name }]) => primary || composite.includes(name))
    .map(([field]) => field);
  if (key.length === 0) throw new Error(`${getTableName(table)} has no primary key to page by`);
  return key;
}

/** All rows of a table in the order of its key, some at a time. */
async function* pages(read: Reader, table: SQLiteTable, key: string[]): AsyncGenerator<Row[]> {
  const columns = key.flatMap((field) => getTableColumns(table)[field] ?? []);
  let after: SQL | undefined;
  for (;;) {
    const query = read
      .select()
      .from(table)
      .where(after)
      .orderBy(...columns.map((column) => asc(column)));
    const page: Row[] = await query.limit(PAGE);
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    const values = key.map((field) => sql`${last[field]}`);
    after = sql`(${sql.join(columns, sql`, `)}) > (${sql.join(values, sql`, `)})`;
  }
}

/** Of rows in any order: the dialects sort text differently. */
class Digest {
  rows = 0;
  private readonly sum = Buffer.alloc(32);

  add(page: Row[]): void {
    for (const row of page) {
      const fields = Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
      const hash = createHash('sha256').update(JSON.stringify(fields)).digest();
      for (const [index, byte] of hash.entries()) this.sum[index] = (this.sum[index] ?? 0) ^ byte;
      this.rows++;
    }
  }

  equals(other: Digest): boolean {
    return this.rows === other.rows && this.sum.equals(other.sum);
  }
}

/** The next row gets a number beyond those that were copied. */
async function continueNumbering(tx: Orm, table: PgTable): Promise<void> {
  for (const column of Object.values(getTableColumns(table)).filter(
    (each) => each.getSQLType() === 'bigserial',
  ))
    await tx.execute(sql`
      select setval(pg_get_serial_sequence(${getTableName(table)}, ${toSnakeCase(column.name)}), max(${column}))
      from ${table} having max(${column}) is not null`);
}
