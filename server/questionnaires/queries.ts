import { asc, eq } from 'drizzle-orm';
import type { Database, Statement, Tables, Writer } from '../db/database.ts';

export type PublishedQuestionnaire = Tables['questionnaires']['$inferSelect'];

/** Published versions never change, so each is read and parsed once per database. */
const cache = new WeakMap<Database, Map<string, PublishedQuestionnaire>>();

/** A published version by `code@version`, or null. */
export async function findQuestionnaire(db: Database, id: string): Promise<PublishedQuestionnaire | null> {
  const known = cache.get(db) ?? new Map<string, PublishedQuestionnaire>();
  cache.set(db, known);
  const cached = known.get(id);
  if (cached) return cached;
  const { questionnaires } = db.tables;
  const [found] = await db.read.select().from(questionnaires).where(eq(questionnaires.id, id)).limit(1);
  if (found) known.set(id, found);
  return found ?? null;
}

/** Ids of all published versions, oldest first. */
export async function listQuestionnaireIds({ read, tables }: Database): Promise<string[]> {
  const { questionnaires } = tables;
  const rows = await read
    .select({ id: questionnaires.id })
    .from(questionnaires)
    .orderBy(asc(questionnaires.publishedAt), asc(questionnaires.id));
  return rows.map((row) => row.id);
}

/** The statement that adds a version; nothing happens when the id is already published. */
export function insertQuestionnaire(
  tx: Writer,
  { questionnaires }: Tables,
  row: PublishedQuestionnaire,
): Statement {
  return tx.insert(questionnaires).values(row).onConflictDoNothing();
}
