// The only way to the data. Queries are written once, against the table objects that come with the connection;
// this folder alone knows which dialect they speak.
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type * as schema from './schema/sqlite.ts';

export type Tables = typeof schema;
export type Reader = Pick<BetterSQLite3Database, 'select' | 'selectDistinct'>;
export interface Writer extends Pick<BetterSQLite3Database, 'insert' | 'update' | 'delete'> {
  /**
   * Inserts many rows the fastest way that the dialect has; every row must have the same fields.
   * @param conflict what happens to a row whose key is taken: `fail` undoes the whole write, `skip` leaves the stored
   * row, `replace` overwrites all of it but the key
   * @returns as the statement's result, the keys of the rows that were inserted or replaced
   */
  insertMany<T extends SQLiteTable>(
    table: T,
    rows: readonly T['$inferInsert'][],
    options?: InsertOptions<T>,
  ): Statement;
}
export interface InsertOptions<T extends SQLiteTable> {
  conflict?: 'fail' | 'skip' | 'replace';
  /** The fields that make the key; needed by `skip` and `replace`. */
  key?: (keyof T['$inferInsert'] & string)[];
}

/** A change that has been written down but not run. */
export interface Statement {
  toSQL(): { sql: string };
}

export interface Database {
  tables: Tables;
  read: Reader;
  /**
   * Runs the statements in order as one: all or nothing. None can depend on another's result, which is what
   * makes it the same on every dialect; races are settled by unique constraints and conditions in the statements.
   * @returns for each statement the rows of its `returning` (or the keys that `insertMany` promises), or an empty list
   */
  write(build: (tx: Writer) => Statement[]): Promise<unknown[][]>;
  close(): Promise<void>;
}

/** Splits a list so that one statement stays under the dialects' limit on parameters. */
export function chunks<T>(rows: readonly T[], size = 500): T[][] {
  const result: T[][] = [];
  for (let start = 0; start < rows.length; start += size) result.push(rows.slice(start, start + size));
  return result;
}

/** A query of the hot path, built once per database and run with other values each time. */
export function prepared<Query>(build: (db: Database) => Query): (db: Database) => Query {
  const built = new WeakMap<Database, Query>();
  return (db) => {
    const known = built.get(db) ?? build(db);
    built.set(db, known);
    return known;
  };
}

/** The name of a field's column, as Drizzle's `casing: 'snake_case'` makes it. */
export function snakeCase(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
