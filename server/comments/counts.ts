// How many comments there are by status and label, over time.

import { readLabels } from '#domain/comments.ts';
import { formatDay } from '#domain/days.ts';
import type { Actor } from '#domain/roles.ts';
import { type Step, stepsOf } from '#domain/steps.ts';
import type { Context } from '../context.ts';
import { narrowed, reachOf } from './inbox.ts';
import { type CommentFilter, countByDay, matching } from './queries.ts';

type Counts = Record<string, number>;
export interface CommentCounts {
  statuses: Counts;
  labels: Counts;
  over: { from: string; to: string; n: number; labels: Counts }[];
}

/** Numbers of what somebody may see, as a whole and for each step of time. */
export async function readCommentCounts(
  { db, now }: Pick<Context, 'db' | 'now'>,
  actor: Actor,
  filter: CommentFilter & { agency?: string | undefined; by: Step },
): Promise<CommentCounts> {
  const where = matching(db.tables, await reachOf(db, actor, now()), await narrowed(db, actor, filter));
  const steps = stepsOf(filter.by, filter.from, filter.to).map((step) => ({
    ...step,
    n: 0,
    labels: {} as Counts,
  }));
  const statuses: Counts = {};
  const labels: Counts = {};
  const at = (day: number) => steps.find(({ from, to }) => from <= day && day <= to);
  for (const { day, status, labels: codes, n } of await countByDay(db, where)) {
    const step = at(day);
    add(statuses, status, Number(n));
    if (step) step.n += Number(n);
    for (const code of readLabels(codes)) {
      add(labels, code, Number(n));
      if (step) add(step.labels, code, Number(n));
    }
  }
  return {
    statuses,
    labels,
    over: steps.map((step) => ({ ...step, from: formatDay(step.from), to: formatDay(step.to) })),
  };
}

function add(counts: Counts, key: string, n: number): void {
  counts[key] = (counts[key] ?? 0) + n;
}
