// What the staff of the demo have done with comments so far: old ones are dealt with, the newest wait.
import { type CommentStatus, readLabels, writeLabels } from '#domain/comments.ts';
import { type Comment, updateComment } from '../comments/queries.ts';
import { newScreening } from '../comments/screening.ts';
import type { Database } from '../db/database.ts';

/** Words without diacritics that tell what a comment is about. */
const TOPICS: Record<string, RegExp> = {
  attitude: /tan tinh|vui ve|nhe nhang|le phep|coc loc|qua loa|thai do|niem no|nhiet tinh|hach dich/,
  time: /cho lau|ngoi cho|tre hen|qua han|dung hen|hen \w+|thoi gian|mat nguyen|nhanh/,
  procedure: /giay to|thu tuc|to khai|bo sung|niem yet/,
  facilities: /ghe|quat|wifi|gui xe|nha ve sinh|may lay so|tru so|photo|loa goi so/,
  online: /qua mang|tren mang|truc tuyen|dich vu cong|vneid/,
  praise: /hai long|cam on|5 sao|rat tot|phan khoi/,
  proposal: /^(?:de nghi|nen|mong|can) /,
};

/** Days after which a comment has been read, taken up and dealt with. */
const READ_AFTER = 4;
/** Allegations wait for the inspector, who is alone. */
const INSPECTED_AFTER = 14;
const TAKEN_UP_AFTER = 9;
const RESOLVED_AFTER = 25;

/** Screens everything and sorts what is older than a few days. @param to the last day with answers */
export async function sortComments(db: Database, to: number): Promise<void> {
  await newScreening(db).catchUp();
  const comments = await db.read.select().from(db.tables.comments);
  const seen = comments.filter(
    ({ day, allegation }) => to - day >= (allegation ? INSPECTED_AFTER : READ_AFTER),
  );
  await db.write((tx) =>
    seen.map((comment) => updateComment(tx, db.tables, comment.id, sorted(comment, to - comment.day))),
  );
}

function sorted(
  { folded, labels, allegation }: Comment,
  age: number,
): { status: CommentStatus; labels: string } {
  const topics = Object.keys(TOPICS).filter((label) => TOPICS[label]?.test(folded));
  return {
    // Whether money was asked for is not settled in a month.
    status:
      age >= RESOLVED_AFTER && !allegation ? 'resolved' : age >= TAKEN_UP_AFTER ? 'in_progress' : 'read',
    labels: writeLabels([...readLabels(labels), ...topics.slice(0, 2)]),
  };
}
