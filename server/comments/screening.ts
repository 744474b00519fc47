// Takes new comments out of the log, some at a time, and notes what can be said of them without reading them again.
import { randomUUID } from 'node:crypto';
import { allegationsAnswered, allegationsIn } from '#domain/allegations.ts';
import { findPersonalData, maskPersonalData } from '#domain/comment-screening.ts';
import { ALLEGATION, writeLabels } from '#domain/comments.ts';
import { dayOf } from '#domain/days.ts';
import type { Answers } from '#domain/questions.ts';
import { searchKey } from '#domain/search.ts';
import type { Database } from '../db/database.ts';
import { isTaken } from '../db/faults.ts';
import { openComments } from '../responses/comments.ts';
import {
  type Comment,
  type CommentedResponse,
  commentedAfter,
  insertComments,
  lastScreened,
} from './queries.ts';

/** Small enough that nobody who answers has to wait for it. */
const PAGE = 100;

/** One for each process; of two processes that screen the same, the first one's rows stay. */
export class Screening {
  private readonly db: Database;
  private running: Promise<void> | null = null;
  /** The log is looked through up to here. */
  private seq: number | null = null;

  constructor(db: Database) {
    this.db = db;
  }

  /** Resolves when everything stored before the call is screened. */
  async catchUp(): Promise<void> {
    if (this.running) await this.running.catch(() => {});
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
    await this.running;
  }

  private async run(): Promise<void> {
    this.seq ??= await lastScreened(this.db);
    for (;;) {
      const page = await commentedAfter(this.db, this.seq, PAGE);
      const last = page.at(-1);
      if (!last) return;
      const rows = page.flatMap(screen);
      this.seq = (await this.store(rows)) ? last.seq : await lastScreened(this.db);
      if (page.length < PAGE && this.seq >= last.seq) return;
      // Lets requests in between two pages.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  /** @returns whether nobody else was quicker */
  private async store(rows: Comment[]): Promise<boolean> {
    try {
      await this.db.write((tx) => [insertComments(tx, this.db.tables, rows)]);
      return true;
    } catch (error) {
      if (isTaken(error)) return false;
      throw error;
    }
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
    const allegation = text !== undefined && (alleged || allegationsIn(text).length > 0);
    return {
      id: randomUUID(),
      responseSeq: seq,
      question,
      agencyId,
      touchpointId,
      day: dayOf(answeredAt),
      folded: searchKey(visibleWords(text ?? '')),
      personal: text !== undefined && findPersonalData(text).length > 0,
      allegation,
      status: 'new',
      erasedAt: text === undefined ? answeredAt : null,
      labels: writeLabels(allegation ? [ALLEGATION] : []),
    };
  });
}

/** What a search may find: whoever searches for a telephone number must not learn that it was written. */
function visibleWords(text: string): string {
  return maskPersonalData(text)
    .map((part) => ('text' in part ? part.text : ' '))
    .join('');
}
