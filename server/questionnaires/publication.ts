// Publishing freezes a version: checked, hashed, and from then on unchangeable.
import { createHash } from 'node:crypto';
import stringify from 'fast-json-stable-stringify';
import { audioOf, spokenPlaces } from '#domain/audio.ts';
import { type Questionnaire, readQuestionnaire } from '#domain/questionnaire.ts';
import { OPERATOR } from '#domain/roles.ts';
import type { AudioFiles } from '../audio/files.ts';
import { insertAudio, storedAudio } from '../audio/queries.ts';
import { type Doer, recordAudit } from '../audit/recording.ts';
import type { Context } from '../context.ts';
import type { Database } from '../db/database.ts';
import { Failure } from '../errors.ts';
import { findQuestionnaire, insertQuestionnaire, type PublishedQuestionnaire } from './queries.ts';

/** The name of a version everywhere outside the database: `one-stop@1`. */
export function questionnaireId({ code, version }: { code: string; version: number }): string {
  return `${code}@${version}`;
}

/** SHA-256, hex, of the content as JSON with sorted keys and no white space. */
export function questionnaireHash(questionnaire: Questionnaire): string {
  return createHash('sha256').update(stringify(questionnaire)).digest('hex');
}

/** The row that publishing a questionnaire stores. */
export function publishedRow(content: Questionnaire, now: number): PublishedQuestionnaire {
  return { id: questionnaireId(content), hash: questionnaireHash(content), content, publishedAt: now };
}

/**
 * Publishes a version. The same content again changes nothing.
 * @param files the recordings that it names and that are not stored yet
 * @throws Failure invalid/invalid_questionnaire with every fault and its place;
 * conflict/questionnaire_published when this code and version stand for other content
 */
export async function publishQuestionnaire(
  { db, now }: Context,
  input: unknown,
  by: Doer = { actor: OPERATOR, origin: null },
  files: AudioFiles = new Map(),
): Promise<{ published: PublishedQuestionnaire; created: boolean }> {
  const result = readQuestionnaire(input);
  if (!result.ok) throw new Failure('invalid', 'invalid_questionnaire', result.issues);
  await refuseSilence(db, result.questionnaire, files);
  const row = publishedRow(result.questionnaire, now());
  const before = await findQuestionnaire(db, row.id);
  if (!before)
    await db.write((tx) => [
      ...[...files].map(([name, bytes]) => insertAudio(tx, db.tables, name, bytes)),
      insertQuestionnaire(tx, db.tables, row),
      recordAudit(tx, db.tables, {
        ...by,
        at: row.publishedAt,
        action: 'questionnaire.published',
        subject: { kind: 'questionnaire', id: row.id },
        agencyId: null,
        after: { hash: row.hash },
      }),
    ]);
  const published = before ?? (await findQuestionnaire(db, row.id));
  if (published?.hash !== row.hash) throw new Failure('conflict', 'questionnaire_published');
  return { published, created: !before };
}

/** A published version must not name a recording that nobody has. */
async function refuseSilence(db: Database, questionnaire: Questionnaire, files: AudioFiles): Promise<void> {
  const stored = await storedAudio(db, audioOf(questionnaire));
  const issues = spokenPlaces(questionnaire).flatMap(({ path, spoken }) =>
    Object.entries(spoken.audio ?? {})
      .filter(([, name]) => !stored.has(name) && !files.has(name))
      .map(([language]) => ({ path: [...path, 'audio', language], code: 'unknown_audio' })),
  );
  if (issues.length > 0) throw new Failure('invalid', 'invalid_questionnaire', issues);
}
