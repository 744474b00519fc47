// What staff do with a comment; each is written down.
import { ALLEGATION, type CommentStatus, readLabels, writeLabels } from '#domain/comments.ts';
import { type AuditEntry, type Doer, recordAudit } from '../audit/recording.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { readComment, type ShownComment, show, textsOf } from './inbox.ts';
import { type Comment, updateComment } from './queries.ts';

export interface CommentChanges {
  status?: CommentStatus | undefined;
  labels?: string[] | undefined;
}

/**
 * Sets how far a comment is dealt with, and its labels. Bearing `allegation` keeps it from the agency that it names.
 * @throws Failure not_found/unknown_comment
 */
export async function changeComment(
  context: Context,
  doer: Doer,
  id: string,
  { status, labels }: CommentChanges,
): Promise<ShownComment> {
  const { db, now } = context;
  const comment = await readComment(context, actorIn(doer), id);
  const before = { status: comment.status, labels: readLabels(comment.labels) };
  const after = {
    status: status ?? before.status,
    labels: labels ? [...new Set(labels)].sort() : before.labels,
  };
  if (JSON.stringify(before) !== JSON.stringify(after)) {
    const allegation = after.labels.includes(ALLEGATION);
    const entry = entryFor(comment, doer, allegation);
    // Only what was asked for: two people may change one each.
    const changed = {
      ...(status && { status }),
      ...(labels && { labels: writeLabels(after.labels), allegation }),
    };
    await db.write((tx) => [
      updateComment(tx, db.tables, id, changed),
      recordAudit(tx, db.tables, { ...entry, at: now(), action: 'comment.changed', before, after }),
    ]);
    Object.assign(comment, changed);
  }
  const [shown] = await show(db, [comment]);
  if (!shown) throw new Failure('not_found', 'unknown_comment');
  return shown;
}

/**
 * The words of a comment with nothing masked. That somebody looked is written down each time, before the answer.
 * @throws Failure not_found/unknown_comment; gone/comment_erased
 */
export async function openComment(
  context: Context,
  doer: Doer,
  id: string,
): Promise<{ id: string; text: string }> {
  const { db, now } = context;
  const comment = await readComment(context, actorIn(doer), id);
  const [text] = await textsOf(db, [comment]);
  if (text === undefined) throw new Failure('gone', 'comment_erased');
  const entry = entryFor(comment, doer, comment.allegation);
  await db.write((tx) => [recordAudit(tx, db.tables, { ...entry, at: now(), action: 'comment.opened' })]);
  return { id, text };
}

/** An entry about an allegation is nothing for the people of the agency that it names. */
function entryFor(comment: Comment, doer: Doer, allegation: boolean): Omit<AuditEntry, 'at' | 'action'> {
  const secret = comment.allegation || allegation;
  return {
    ...doer,
    subject: { kind: 'comment', id: comment.id },
    agencyId: secret ? null : comment.agencyId,
  };
}

function actorIn({ actor }: Doer) {
  if (!actor) throw new Failure('forbidden', 'not_allowed');
  return actor;
}
