// Takes new comments out of the log, some at a time, and notes what can be said of them without reading them again.
import { randomUUID } from 'node:crypto';
import { allegationsAnswered, allegationsIn } from '#domain/allegations.ts';
import { maskPersonalData } from '#domain/comment-screening.ts';
import { ALLEGATION, writeLabels } from '#domain/comments.ts';
import { dayOf } from '#domain/days.ts';
import type { Answers } from '#domain/questions.ts';
import { searchKey } from '#domain/search.ts';
import type { Database } from '../db/database.ts';
import { isTaken } from '../db/faults.ts';
import { openComments } from '../responses/comments.ts';
import { Follower } from '../responses/follower.ts';
import {
  type Comment,
  type CommentedResponse,
  commentedAfter,
  insertComments,
  lastScreened,
} from './queries.ts';

/** Small enough that nobody who answers has to wait for it. */
const PAGE = 100;

/** Screens what is written; of two processes that screen the same page, the first one's rows stay. */
export function newScreening(db: Database): Follower {
  return new Follower({
    begin: () => lastScreened(db),
    next: async (seq) => {
      const page = await commentedAfter(db, seq, PAGE);
      const last = page.at(-1);
      if (!last) return { seq, more: false };
      const stored = await store(db, page.flatMap(screen));
      return stored
        ? { seq: last.seq, more: page.length === PAGE }
        : { seq: await lastScreened(db), more: true };
    },
  });
}

/** @returns whether nobody else was quicker */
async function store(db: Database, rows: Comment[]): Promise<boolean> {
  try {
    await db.write((tx) => [insertComments(tx, db.tables, rows)]);
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
}

function screen({
  seq,
  agencyId,
  touchpointId,
  answeredAt,
  answers,
  comments,
}: CommentedResponse): Comment[] {
  const alleged = allegationsAnswered(JSON.parse(answers) as Answers).length > 0;
  return Object.entries(openComments(comments)).map(([question, { text }]) => {
    const parts = maskPersonalData(text ?? '');
    const allegation = text !== undefined && (alleged || allegationsIn(text).length > 0);
    // Whoever searches for a telephone number must not learn that it was written.
    const visible = parts.map((part) => ('text' in part ? part.text : ' ')).join('');
    return {
      id: randomUUID(),
      responseSeq: seq,
      question,
      agencyId,
      touchpointId,
      day: dayOf(answeredAt),
      folded: searchKey(visible),
      personal: parts.some((part) => 'masked' in part),
      allegation,
      status: 'new',
      labels: writeLabels(allegation ? [ALLEGATION] : []),
      erasedAt: text === undefined ? answeredAt : null,
    };
  });
}
