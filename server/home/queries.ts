// What the home page needs to know, counted by the database.
import { and, count, eq, inArray } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { listQuestionnaireIds } from '../questionnaires/queries.ts';
import { lastAnsweredDays } from '../tallies/queries.ts';

/** @param agencies ids; undefined is the whole installation */
export async function countOpenTouchpoints(
  { read, tables: { touchpoints } }: Database,
  agencies: string[] | undefined,
): Promise<number> {
  const [found] = await read
    .select({ n: count() })
    .from(touchpoints)
    .where(
      and(eq(touchpoints.state, 'open'), agencies ? inArray(touchpoints.agencyId, agencies) : undefined),
    );
  return found?.n ?? 0;
}

/** Whether a touchpoint was ever printed. */
export async function hasPrinted(
  { read, tables: { auditEntries } }: Database,
  agencies: string[] | undefined,
): Promise<boolean> {
  const found = await read
    .select({ seq: auditEntries.seq })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.action, 'touchpoint.printed'),
        agencies ? inArray(auditEntries.agencyId, agencies) : undefined,
      ),
    )
    .limit(1);
  return found.length > 0;
}

/** The agencies with an answer of their own in a range of days (inclusive), to any questionnaire. */
export async function answeredAgencies(
  db: Database,
  range: { from: number; to: number },
): Promise<Set<string>> {
  const answered = new Set<string>();
  for (const questionnaireId of await listQuestionnaireIds(db))
    for (const [id] of await lastAnsweredDays(db, { grain: 'agency', questionnaireId, ...range }))
      answered.add(id);
  return answered;
}

/** The agencies with an open touchpoint. */
export async function agenciesThatAsk({ read, tables: { touchpoints } }: Database): Promise<Set<string>> {
  const rows = await read
    .selectDistinct({ id: touchpoints.agencyId })
    .from(touchpoints)
    .where(eq(touchpoints.state, 'open'));
  return new Set(rows.map(({ id }) => id));
}
