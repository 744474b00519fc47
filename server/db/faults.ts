// What goes wrong below the queries, in words: for the person who starts the server, and for the one who calls it.
import { Failure } from '../errors.ts';

/** Codes of SQLite, PostgreSQL and the system, by the code that the caller gets. */
const CODES: [RegExp, string][] = [
  [/^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|53100)$/, 'storage_full'],
  [/^(SQLITE_BUSY|SQLITE_LOCKED|55P03|40001|40P01)/, 'storage_busy'],
  [/^(SQLITE_READONLY|25006)/, 'storage_readonly'],
  [/^(SQLITE_IOERR|ECONN|ENOTFOUND|ETIMEDOUT|EPIPE|CONNECT|53200|53300|57P0[1-5]|08)/, 'storage_unavailable'],
];

/** A failure of the storage itself, from which it may recover without a change to the program; null for others. */
export function storageFailure(error: unknown): Failure | null {
  const code = codeOf(error);
  const known = CODES.find(([pattern]) => pattern.test(code));
  if (!known) return null;
  const failure = new Failure('overloaded', known[1]);
  failure.cause = error;
  return failure;
}

/** Whether a write failed because a key that must be unique is taken, by somebody who was quicker. */
export function isTaken(error: unknown): boolean {
  return /^(SQLITE_CONSTRAINT_(PRIMARYKEY|UNIQUE)|23505)$/.test(codeOf(error));
}

/** One line that says why a database cannot be opened, and what to do. */
export function openingFailed(where: string, error: unknown): Error {
  return new Error(`${where}: ${explain(error)}`, { cause: error });
}

function explain(error: unknown): string {
  const code = codeOf(error);
  const message = (error instanceof Error && error.message) || code || String(error);
  if (code === 'SQLITE_NOTADB')
    return 'this is not a database, or its beginning is damaged; restore a backup';
  if (code.startsWith('SQLITE_CORRUPT')) return `the database is damaged (${message}); restore a backup`;
  if (code.startsWith('SQLITE_BUSY')) return 'another program holds the database; stop it and try again';
  if (code.startsWith('SQLITE_READONLY'))
    return 'the database cannot be written; check the rights of the file';
  if (code === 'SQLITE_CANTOPEN') return 'the file cannot be opened or made; check the folder and its rights';
  if (code === 'SQLITE_FULL') return 'no space is left on the disk';
  return message.split('\n', 1)[0] ?? '';
}

/** Drivers and query builders wrap one another's errors. */
function codeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code } = at as NodeJS.ErrnoException;
    if (typeof code === 'string') return code;
  }
  return '';
}
