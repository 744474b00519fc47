// The databases that the server's tests run on: SQLite and PGlite always, a real PostgreSQL when there is one to use.
import { randomBytes } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { getTableName } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import postgres from 'postgres';
import type { Database } from '../../server/db/database.ts';
import { openPostgres, overPostgres, POSTGRES_MIGRATIONS } from '../../server/db/postgres.ts';
import * as schema from '../../server/db/schema/postgres.ts';
import { openSqlite } from '../../server/db/sqlite.ts';

export type Dialect = 'SQLite' | 'PGlite' | 'PostgreSQL';

const REAL = process.env.TEST_DATABASE_URL;

export const DIALECTS: Dialect[] = REAL ? ['SQLite', 'PGlite', 'PostgreSQL'] : ['SQLite', 'PGlite'];

/** A fresh, empty, migrated database. */
export function freshDatabase(dialect: Dialect = 'SQLite'): Promise<Database> {
  if (dialect === 'SQLite') return Promise.resolve(openSqlite(':memory:'));
  return dialect === 'PGlite' ? freshPglite() : freshPostgres(REAL ?? '');
}

let pglite: Promise<PGlite> | undefined;

/** One per worker, emptied for each test: starting PostgreSQL takes a second, emptying it almost nothing. */
async function freshPglite(): Promise<Database> {
  pglite ??= (async () => {
    const first = new PGlite();
    await migrate(drizzle(first), { migrationsFolder: POSTGRES_MIGRATIONS });
    return first;
  })();
  const client = await pglite;
  const orm = drizzle(client, { casing: 'snake_case' });
  await client.exec(
    `truncate ${Object.values(schema).map(getTableName).join(', ')} restart identity cascade`,
  );
  return overPostgres(orm, async () => {});
}

/** A database of its own on the server, dropped when it is closed. */
async function freshPostgres(url: string): Promise<Database> {
  const name = `lang_nghe_${randomBytes(6).toString('hex')}`;
  const admin = postgres(url, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const db = await openPostgres(own.href);
  return {
    ...db,
    async close() {
      await db.close();
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}
