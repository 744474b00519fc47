// Whose results of which days somebody may see.
import type { Actor } from '#domain/roles.ts';
import { listAgencies } from '../agencies/queries.ts';
import { agencyWithin } from '../agencies/scope.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { readRange } from './range.ts';
import { viewerOf } from './viewer.ts';

/**
 * The agency and the days asked for, as far as somebody may see them: an agency's people see themselves up to yesterday.
 * @throws Failure not_found: unknown_agency, no_responses
 */
export async function seen(
  db: Context['db'],
  actor: Actor,
  query: { agency?: string | undefined; from?: string | undefined; to?: string | undefined },
  now: number,
) {
  const all = await listAgencies(db);
  const root = query.agency ?? actor.agencyId ?? all.find(({ parentId }) => parentId === null)?.id;
  if (!root) throw new Failure('not_found', 'no_responses');
  const agency = await agencyWithin(db, actor, root);
  const viewer = await viewerOf({ db, now: () => now }, actor);
  return { all, agency, ...readRange(query, now, actor), viewer };
}
