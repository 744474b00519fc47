import { asc, eq, sql } from 'drizzle-orm';
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
      agency: { id: agencies.id, name: agencies.name, kind: agencies.kind },
    })
    .from(touchpoints)
    .innerJoin(agencies, eq(agencies.id, touchpoints.agencyId))
    .orderBy(asc(agencies.name), asc(touchpoints.name), asc(touchpoints.id));
}

export function insertTouchpoints(tx: Writer, { touchpoints }: Tables, rows: Touchpoint[]): Statement {
  return tx.insertMany(touchpoints, rows);
}
