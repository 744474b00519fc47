import { and, asc, eq, ne, sql } from 'drizzle-orm';
import type { TouchpointState } from '#domain/touchpoints.ts';
import { type Database, prepared, type Statement, type Tables, type Writer } from '../db/database.ts';

export type Touchpoint = Tables['touchpoints']['$inferSelect'];

const byCode = prepared(({ read, tables: { touchpoints } }) =>
  read
    .select()
    .from(touchpoints)
    .where(eq(touchpoints.code, sql.placeholder('code')))
    .prepare(),
);

/** The touchpoint that a normalised code belongs to, or null. */
export async function findTouchpoint(db: Database, code: string): Promise<Touchpoint | null> {
  const [found] = await byCode(db).execute({ code });
  return found ?? null;
}

/** The touchpoint that a code belonged to until it was replaced, or null. */
export async function findByRetiredCode(db: Database, code: string): Promise<Touchpoint | null> {
  const { touchpoints, retiredCodes } = db.tables;
  const [found] = await db.read
    .select({ touchpoint: touchpoints })
    .from(retiredCodes)
    .innerJoin(touchpoints, eq(touchpoints.id, retiredCodes.touchpointId))
    .where(eq(retiredCodes.code, code));
  return found?.touchpoint ?? null;
}

export async function findTouchpointById({ read, tables: { touchpoints } }: Database, id: string) {
  const [found] = await read.select().from(touchpoints).where(eq(touchpoints.id, id));
  return found ?? null;
}

export type ListedTouchpoint = Awaited<ReturnType<typeof listTouchpoints>>[number];

/** Every touchpoint with the name of its agency, by agency and name. */
export async function listTouchpoints({ read, tables: { touchpoints, agencies } }: Database) {
  return await read
    .select({
      id: touchpoints.id,
      code: touchpoints.code,
      kind: touchpoints.kind,
      name: touchpoints.name,
      state: touchpoints.state,
      questionnaire: touchpoints.questionnaireId,
      proof: touchpoints.asksForProof,
      createdAt: touchpoints.createdAt,
      agency: { id: agencies.id, name: agencies.name, kind: agencies.kind },
    })
    .from(touchpoints)
    .innerJoin(agencies, eq(agencies.id, touchpoints.agencyId))
    .orderBy(asc(agencies.name), asc(touchpoints.name), asc(touchpoints.id));
}

/** How many touchpoints that are not revoked each agency has of its own, by agency. */
export async function countTouchpoints({
  read,
  tables: { touchpoints },
}: Database): Promise<Map<string, number>> {
  const rows = await read
    .select({ agencyId: touchpoints.agencyId, n: sql<number>`count(*)` })
    .from(touchpoints)
    .where(ne(touchpoints.state, 'revoked'))
    .groupBy(touchpoints.agencyId);
  return new Map(rows.map(({ agencyId, n }) => [agencyId, Number(n)]));
}

export function insertTouchpoints(tx: Writer, { touchpoints }: Tables, rows: Touchpoint[]): Statement {
  return tx.insertMany(touchpoints, rows);
}

export function updateTouchpoint(
  tx: Writer,
  { touchpoints }: Tables,
  id: string,
  changes: Partial<Pick<Touchpoint, 'name' | 'kind' | 'questionnaireId' | 'asksForProof' | 'code'>>,
): Statement {
  return tx.update(touchpoints).set(changes).where(eq(touchpoints.id, id));
}

/** What is revoked stays so, whatever somebody else decides in the same moment. */
export function putState(tx: Writer, { touchpoints }: Tables, id: string, state: TouchpointState): Statement {
  return tx
    .update(touchpoints)
    .set({ state })
    .where(and(eq(touchpoints.id, id), ne(touchpoints.state, 'revoked')));
}

/** Fails where the code is retired already: of two renewals at once only one is made. */
export function retireCode(
  tx: Writer,
  { retiredCodes }: Tables,
  touchpoint: Touchpoint,
  at: number,
): Statement {
  return tx
    .insert(retiredCodes)
    .values({ code: touchpoint.code, touchpointId: touchpoint.id, retiredAt: at });
}
