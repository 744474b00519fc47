// One of several responses that were sent together: each is looked at by itself, a bad one spoils no other.
import { z } from 'zod';
import type { Issue } from '#domain/issues.ts';
import { type Submission, submissionSchema } from '#domain/submissions.ts';
import { Failure } from '../errors.ts';

const issueSchema = z.object({ path: z.array(z.union([z.string(), z.int()])), code: z.string() });
export const itemResultSchema = z.object({
  status: z.int().describe('As the single route would have answered: 201, 200, 400, 409 or 422.'),
  id: z.string().nullable(),
  receipt: z.string().optional(),
  code: z.string().optional(),
  issues: z.array(issueSchema).optional(),
});
export type ItemResult = z.infer<typeof itemResultSchema>;

/** The submission that an item is, or the result that says why it is none. */
export function parseItem(item: unknown): { submission: Submission } | { refused: ItemResult } {
  const parsed = submissionSchema.safeParse(item);
  if (parsed.success) return { submission: parsed.data };
  const given = (item as { id?: unknown } | null)?.id;
  const issues = parsed.error.issues.map(({ path, code }): Issue => ({ path: path.map(toStep), code }));
  return {
    refused: { status: 400, id: typeof given === 'string' ? given : null, code: 'malformed', issues },
  };
}

/**
 * The result of an item that was refused.
 * @throws what was thrown, when it says nothing about this item alone
 */
export function refusedItem(id: string, error: unknown): ItemResult {
  if (!(error instanceof Failure) || error.kind === 'overloaded' || error.kind === 'too_many') throw error;
  return { status: error.status, id, code: error.code, issues: error.issues };
}

const toStep = (step: PropertyKey) => (typeof step === 'symbol' ? String(step) : step);
