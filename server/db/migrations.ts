// The steps that bring a database to the present shape, and which of them it still lacks.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Migration {
  /** As its file is named, without the ending. */
  name: string;
  statements: string[];
  hash: string;
  /** When it was generated, ms since the epoch; what a database remembers it by. */
  when: number;
}

/** The migrations in a folder that drizzle-kit keeps, in order. */
export function readMigrations(folder: string): Migration[] {
  const journal = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as {
    entries: { tag: string; when: number }[];
  };
  return journal.entries.map(({ tag, when }) => {
    const content = readFileSync(join(folder, `${tag}.sql`), 'utf8');
    return {
      name: tag,
      statements: content.split('--> statement-breakpoint'),
      hash: createHash('sha256').update(content).digest('hex'),
      when,
    };
  });
}

/**
 * The migrations that a database lacks.
 * @param applied what it remembers
 * @throws Error when it remembers one that this program does not know
 */
export function pendingMigrations(migrations: Migration[], applied: number[]): Migration[] {
  const known = new Set(migrations.map(({ when }) => when));
  if (applied.some((when) => !known.has(when)))
    throw new Error('the database was written by a newer version of the program; use that version');
  return migrations.filter(({ when }) => !applied.includes(when));
}

/** What to say when a migration fails; everything it did has been undone. */
export function migrationFailed(migration: Migration, error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return new Error(`migration ${migration.name} failed, the database is as it was before: ${reason}`, {
    cause: error,
  });
}
