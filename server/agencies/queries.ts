import { asc, eq, isNull, max, sql } from 'drizzle-orm';
import { type Database, prepared, type Statement, type Tables, type Writer } from '../db/database.ts';

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

const byId = prepared(({ read, tables: { agencies } }) =>
  read
    .select()
    .from(agencies)
    .where(eq(agencies.id, sql.placeholder('id')))
    .prepare(),
);

export async function findAgency(db: Database, id: string): Promise<Agency | null> {
  const [found] = await byId(db).execute({ id });
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

/** The agencies from the top down to one. */
export function pathTo(all: readonly Agency[], agency: Agency): [Agency, ...Agency[]] {
  const above = all.find(({ id }) => id === agency.parentId);
  return above ? [...pathTo(all, above), agency] : [agency];
}

export type AgencyName = Pick<Agency, 'id' | 'name'>;

/** The agencies that took over from one. */
export async function successorsOf({ read, tables }: Database, id: string): Promise<AgencyName[]> {
  const { agencies, agencyPredecessors } = tables;
  return await read
    .select({ id: agencies.id, name: agencies.name })
    .from(agencyPredecessors)
    .innerJoin(agencies, eq(agencies.id, agencyPredecessors.agencyId))
    .where(eq(agencyPredecessors.predecessorId, id))
    .orderBy(asc(agencies.name));
}

/** The agencies that one took over from. */
export async function predecessorsOf({ read, tables }: Database, id: string): Promise<AgencyName[]> {
  const { agencies, agencyPredecessors } = tables;
  return await read
    .select({ id: agencies.id, name: agencies.name })
    .from(agencyPredecessors)
    .innerJoin(agencies, eq(agencies.id, agencyPredecessors.predecessorId))
    .where(eq(agencyPredecessors.agencyId, id))
    .orderBy(asc(agencies.name));
}

/** How many times the tree was changed. */
export async function latestRevision({ read, tables: { agencyRevisions } }: Database): Promise<number> {
  const [found] = await read.select({ revision: max(agencyRevisions.revision) }).from(agencyRevisions);
  return Number(found?.revision ?? 0);
}

/** Fails where somebody else has changed the tree since it was read. */
export function insertRevision(
  tx: Writer,
  { agencyRevisions }: Tables,
  row: { revision: number; at: number },
): Statement {
  return tx.insert(agencyRevisions).values(row);
}

export type AgencyFields = Partial<Omit<Agency, 'id' | 'createdAt'>>;

export function updateAgency(tx: Writer, { agencies }: Tables, id: string, fields: AgencyFields): Statement {
  return tx.update(agencies).set(fields).where(eq(agencies.id, id));
}

/** Who was reopened may be merged into the same agency again. */
export function insertPredecessors(
  tx: Writer,
  { agencyPredecessors }: Tables,
  rows: { agencyId: string; predecessorId: string }[],
): Statement {
  return tx.insertMany(agencyPredecessors, rows, {
    conflict: 'skip',
    key: ['agencyId', 'predecessorId'],
  });
}
