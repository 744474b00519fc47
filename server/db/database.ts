// The only way to the data. Queries are written once, against the table objects that come with the connection;
// this folder alone knows which dialect they speak.
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type * as schema from './schema/sqlite.ts';

export type Tables = typeof schema;
export type Reader = Pick<BetterSQLite3Database, 'select' | 'selectDistinct'>;
export type Writer = Pick<BetterSQLite3Database, 'insert' | 'update' | 'delete'>;

/** An insert, update or delete that has been written but not run. */
export interface Statement {
  toSQL(): { sql: string };
  then: PromiseLike<unknown>['then'];
}

export interface Database {
  tables: Tables;
  read: Reader;
  /**
   * Runs the statements in order as one: all or nothing. None can depend on another's result, which is what
   * makes it the same on every dialect; races are settled by unique constraints and conditions in the statements.
   * @returns for each statement the rows of its `returning`, or an empty list
   */
  write(build: (tx: Writer) => Statement[]): Promise<unknown[][]>;
  close(): Promise<void>;
}

/** Splits rows so that one statement stays under the dialects' limit on parameters. */
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
