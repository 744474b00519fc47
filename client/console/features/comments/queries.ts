import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CommentPart } from '#domain/comment-screening.ts';
import type { CommentStatus } from '#domain/comments.ts';
import { parseDay } from '#domain/days.ts';
import type { Step } from '#domain/steps.ts';
import { getJson, sendJson } from '../../../api.ts';
import type { ServedRows } from '../../list/ServedList.tsx';

export interface Comment {
  id: string;
  agency: { id: string; name: string };
  touchpoint: { id: string; name: string };
  /** Local day of answering. */
  day: string;
  /** Its words, personal data masked; null when they are erased. */
  parts: CommentPart[] | null;
  personal: boolean;
  /** Hidden from the agency that it names. */
  allegation: boolean;
  status: CommentStatus;
  labels: string[];
}

export type Counts = Record<string, number>;
export interface CommentCounts {
  statuses: Counts;
  labels: Counts;
  over: { from: string; to: string; n: number; labels: Counts }[];
}

export const COMMENTS = ['comments'] as const;
const COUNTS = ['comment-counts'] as const;

/** Days of an address made sense of: what is no day is left out, and two in the wrong order are turned round. */
export function withDays(wanted: URLSearchParams): URLSearchParams {
  const asked = new URLSearchParams(wanted);
  for (const name of ['from', 'to']) if (Number.isNaN(parseDay(asked.get(name) ?? ''))) asked.delete(name);
  const [from, to] = [asked.get('from'), asked.get('to')];
  if (!from || !to || from <= to) return asked;
  asked.set('from', to);
  asked.set('to', from);
  return asked;
}

export async function readComments(
  wanted: URLSearchParams,
  signal?: AbortSignal,
): Promise<ServedRows<Comment>> {
  const { comments, ...found } = await getJson<{ comments: Comment[]; total: number; more: boolean }>(
    `/comments?${withDays(wanted)}`,
    signal,
  );
  return { rows: comments, ...found };
}

/** Numbers by status and label over time, narrowed like the inbox. */
export function useCommentCounts(wanted: URLSearchParams, by: Step) {
  const asked = withDays(wanted);
  asked.set('by', by);
  return useQuery({
    queryKey: [...COUNTS, asked.toString()],
    queryFn: ({ signal }) => getJson<CommentCounts>(`/comments/counts?${asked}`, signal),
    placeholderData: keepPreviousData,
  });
}

export interface CommentChanges {
  status?: CommentStatus;
  labels?: string[];
}

/** Changes of comments. What is on the screen stays in its place, with what is now true of it. */
export function useCommentChanges() {
  const client = useQueryClient();
  const replace = (changed: Comment) =>
    client.setQueriesData<ServedRows<Comment>>(
      { queryKey: COMMENTS },
      (page) =>
        page && {
          ...page,
          rows: page.rows.map((row) => (row.id === changed.id ? changed : row)),
        },
    );
  return {
    change: async (id: string, changes: CommentChanges): Promise<Comment> => {
      const changed = await sendJson<Comment>('PATCH', `/comments/${encodeURIComponent(id)}`, changes);
      replace(changed);
      void client.invalidateQueries({ queryKey: COUNTS });
      return changed;
    },
    /** Reads the lists anew: something has gone from them, or come back. */
    reread: () => void client.invalidateQueries({ queryKey: COMMENTS }),
  };
}

/** The words with nothing masked; the server writes down that somebody looked. */
export async function openComment(id: string): Promise<string> {
  const { text } = await sendJson<{ text: string }>('POST', `/comments/${encodeURIComponent(id)}/opening`);
  return text;
}
