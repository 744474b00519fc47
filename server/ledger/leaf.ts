// What the ledger commits to for one response.
import { receiptOf } from '#domain/receipts.ts';
import { openComments, saltedHash } from '../responses/comments.ts';
import type { Response } from '../responses/queries.ts';
import { leafHash } from './merkle.ts';

/**
 * The leaf of a response. The answers are in it as a salted hash, each comment as its own salted hash, so that
 * neither can be guessed from it, and a comment can be erased.
 */
export function hashResponse(row: Response): Buffer {
  const comments = Object.entries(openComments(row.comments)).map(([question, { hash }]) => [question, hash]);
  const content = [
    'response/1',
    row.id,
    row.touchpointId,
    row.agencyId,
    row.questionnaireId,
    saltedHash(row.salt, row.answers),
    comments,
    row.locale,
    row.channel,
    row.answeredAt,
    row.deviceAnsweredAt,
    row.receivedAt,
    row.durationMs,
    row.deviceId,
    row.marks,
  ];
  return leafHash(Buffer.from(JSON.stringify(content)));
}

/** Whether the parts of a response that its leaf does not hold as they are still fit what the leaf holds. */
export function isConsistent(row: Response): boolean {
  try {
    if (row.receipt !== receiptOf(row.id)) return false;
    const comments = openComments(row.comments);
    return row.comments === null || (isCanonical(row.comments, comments) && fitHashes(comments));
  } catch {
    // An id or JSON that cannot even be read was not written by us.
    return false;
  }
}

const isCanonical = (column: string, comments: object) => JSON.stringify(comments) === column;

function fitHashes(comments: ReturnType<typeof openComments>): boolean {
  return Object.values(comments).every(({ text, salt, hash, ...unknown }) => {
    if (Object.keys(unknown).length > 0) return false;
    if (text === undefined && salt === undefined) return true;
    return text !== undefined && salt !== undefined && saltedHash(salt, text) === hash;
  });
}
