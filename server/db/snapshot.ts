// Copies of an SQLite database that is in use, and whether a copy is whole.
import { closeSync, fsyncSync, openSync } from 'node:fs';
import Sqlite from 'better-sqlite3';

export interface Inventory {
  responses: number;
  /** Responses that have their place in the ledger. */
  counted: number;
}

/**
 * Copies a database as it is at one moment, also while others write; the copy is on disk when this returns.
 * Blocks the process for as long as it takes.
 * @param target must not exist
 * @throws Error when the copy is not whole or does not hold what the original does
 */
export function copySqlite(source: string, target: string): Inventory {
  const original = new Sqlite(source, { readonly: true, fileMustExist: true });
  try {
    original.prepare('vacuum into ?').run(target);
    flush(target);
    const inventory = inspectSqlite(target);
    // The log only grows, so what it holds up to the copy's last response is what it held at that moment.
    const expected = count(original, lastSeq(target));
    if (JSON.stringify(expected) !== JSON.stringify(inventory))
      throw new Error(`the copy holds ${describe(inventory)}, the original ${describe(expected)}`);
    return inventory;
  } finally {
    original.close();
  }
}

/**
 * Reads every page of a database and counts what is in it.
 * @throws Error that says what is wrong with it
 */
export function inspectSqlite(file: string): Inventory {
  const sqlite = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    const found = sqlite.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') throw new Error(`${file} is damaged: ${String(found).split('\n', 1)[0]}`);
    const broken = sqlite.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0)
      throw new Error(`${file}: ${broken.length} rows refer to something that is not there`);
    return count(sqlite, Number.MAX_SAFE_INTEGER);
  } finally {
    sqlite.close();
  }
}

const describe = ({ responses, counted }: Inventory) => `${responses} responses, ${counted} counted`;

function lastSeq(file: string): { seq: number; position: number } {
  const sqlite = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    return sqlite
      .prepare(
        `select coalesce((select max(seq) from responses), -1) as seq,
                coalesce((select max(position) from ledger), -1) as position`,
      )
      .get() as { seq: number; position: number };
  } finally {
    sqlite.close();
  }
}
