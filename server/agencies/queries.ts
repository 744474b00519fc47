import { asc, eq, isNull } from 'drizzle-orm';
import type { Database, Statement, Tables, Writer } from '../db/database.ts';

export type Agency = Tables['agencies']['$inferSelect'];

/** Every agency, in order of kind and name. */
export function listAgencies({ read, tables: { agencies } }: Database): Promise<Agency[]> {
  return Promise.resolve(read.select().from(agencies).orderBy(asc(agencies.name)));
}

/** The province: the one agency without a parent; null before the set-up. */
export async function findProvince({ read, tables: { agencies } }: Database): Promise<Agency | null> {
  const [found] = await read.select().from(agencies).where(isNull(agencies.parentId)).limit(1);
  return found ?? null;
}

export async function findAgency(
  { read, tables: { agencies } }: Database,
  id: string,
): Promise<Agency | null> {
  const [found] = await read.select().from(agencies).where(eq(agencies.id, id)).limit(1);
  return found ?? null;
}

/** The statement that adds agencies; a parent must come before its children. */
export function insertAgencies(tx: Writer, { agencies }: Tables, rows: Agency[]): Statement {
  return tx.insertMany(agencies, rows);
}

/** The ids of an agency and of everything below it, by agency id. */
export function subtrees(all: readonly { id: string; parentId: string | null }[]): Map<string, string[]> {
  const below = new Map<string, string[]>(all.map(({ id }) => [id, [id]]));
  const parents = new Map(all.map(({ id, parentId }) => [id, parentId]));
  for (const { id } of all) for (let up = parents.get(id); up; up = parents.get(up)) below.get(up)?.push(id);
  return below;
}
