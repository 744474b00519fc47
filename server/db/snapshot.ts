// Copies of an SQLite database that is in use, and whether a copy is whole.
import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { openingFailed } from './faults.ts';

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
  return reading(source, (original) => {
    original.prepare('vacuum into ?').run(target);
    flush(target);
    const inventory = inspectSqlite(target);
    // The log only grows: what it holds up to the copy's last response is what it held at that moment.
    const expected = count(original, reading(target, endOf));
    if (JSON.stringify(expected) !== JSON.stringify(inventory))
      throw new Error(`the copy holds ${describe(inventory)}, the original ${describe(expected)}`);
    return inventory;
  });
}

/**
 * Reads every page of a database and counts what is in it.
 * @throws Error that says what is wrong with it
 */
export function inspectSqlite(file: string): Inventory {
  return reading(file, (sqlite) => {
    const found = sqlite.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') throw new Error(String(found).replaceAll('\n', ' '));
    const broken = sqlite.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error(`${broken.length} rows refer to something that is not there`);
    return count(sqlite, endOf(sqlite));
  });
}

/** Waits until a file or a folder's list of files is on disk. */
export function flush(path: string): void {
  // Windows keeps folders by itself and refuses to open them.
  if (process.platform === 'win32') return;
  const descriptor = openSync(path, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

function reading<T>(file: string, read: (sqlite: Sqlite.Database) => T): T {
  if (!existsSync(file)) throw new Error(`${file}: there is no such file`);
  let sqlite: Sqlite.Database | undefined;
  try {
    sqlite = new Sqlite(file, { readonly: true });
    return read(sqlite);
  } catch (error) {
    throw openingFailed(file, error);
  } finally {
    sqlite?.close();
  }
}

interface End {
  seq: number;
  position: number;
}

function endOf(sqlite: Sqlite.Database): End {
  const ends = `select coalesce((select max(seq) from responses), 0) as seq,
    coalesce((select max(position) from ledger), -1) as position`;
  return sqlite.prepare(ends).get() as End;
}

function count(sqlite: Sqlite.Database, { seq, position }: End): Inventory {
  const counts = `select (select count(*) from responses where seq <= ?) as responses,
    (select count(*) from ledger where position <= ?) as counted`;
  return sqlite.prepare(counts).get(seq, position) as Inventory;
}

const describe = ({ responses, counted }: Inventory) => `${responses} responses, ${counted} counted`;
