// Erases what people wrote once it is old enough. Figures and ledger stay as they are: they hold hashes, no words.
import { dayOf } from '#domain/days.ts';
import { type Doer, recordAudit } from '../audit/recording.ts';
import type { Context } from '../context.ts';
import { readSettings } from '../installation/settings.ts';
import type { Follower } from '../responses/follower.ts';
import { eraseTexts, sealedTexts, unerasedBefore } from './queries.ts';

const PAGE = 200;
const LOOK_MS = 3_600_000;

/**
 * Erases the text of every comment answered more than so many days ago.
 * @returns how many comments lost their text
 */
export async function eraseOlderThan(
  { db, now }: Pick<Context, 'db' | 'now'>,
  screening: Follower,
  days: number,
  doer: Doer,
): Promise<number> {
  await screening.catchUp();
  const before = dayOf(now()) - days;
  let erased = 0;
  for (;;) {
    const page = await unerasedBefore(db, before, PAGE);
    if (page.length === 0) return erased;
    const sealed = await sealedTexts(db, [...new Set(page.map(({ responseSeq }) => responseSeq))]);
    const at = now();
    await db.write((tx) => [
      ...eraseTexts(tx, db.tables, sealed, at),
      recordAudit(tx, db.tables, {
        ...doer,
        at,
        action: 'comments.erased',
        subject: { kind: 'comments', id: String(before) },
        agencyId: null,
        after: { olderThanDays: days, comments: page.length },
      }),
    ]);
    erased += page.length;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Looks every hour for what has become old enough. @returns what ends it */
export function scheduleErasing(
  context: Context,
  screening: Follower,
  report: (error: unknown) => void,
): () => void {
  const look = async () => {
    const { commentDays } = await readSettings(context.db);
    if (commentDays > 0) await eraseOlderThan(context, screening, commentDays, { actor: null, origin: null });
  };
  const timer = setInterval(() => look().catch(report), LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}
