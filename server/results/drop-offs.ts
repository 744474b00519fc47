// Where people left the form on the tablets of an agency and everything below it.
import { formatDay, type Range } from '#domain/days.ts';
import { type DropOffs, dropOffSteps } from '#domain/drop-offs.ts';
import { responsesIn } from '#domain/tally.ts';
import { type Agency, subtrees } from '../agencies/queries.ts';
import type { Database } from '../db/database.ts';
import { dropOffsOf } from '../devices/queries.ts';
import { listTouchpoints } from '../touchpoints/queries.ts';
import { answeredVersions, chooseVersion } from './queries.ts';
import type { Viewer } from './viewer.ts';

/** @throws Failure not_found: unknown_questionnaire, no_responses */
export async function readDropOffs(
  db: Database,
  query: Range & {
    all: Agency[];
    agency: Agency;
    questionnaire?: string | undefined;
    viewer?: Viewer | null;
  },
): Promise<DropOffs> {
  const { all, agency } = query;
  const within = subtrees(all).get(agency.id) ?? [];
  const scopes = agency.parentId === null ? null : within;
  const versions = await answeredVersions(db, query, scopes);
  const { id, content, tally, from, to } = await chooseVersion(db, query, versions);
  const left = await dropOffsOf(db, {
    questionnaire: id,
    ...(scopes && { touchpoints: await touchpointsOf(db, within) }),
    from,
    to,
  });
  return {
    agency: { id: agency.id, name: agency.name, kind: agency.kind },
    from: formatDay(from),
    to: formatDay(to),
    questionnaire: { id, title: content.title },
    responses: responsesIn(tally),
    ...dropOffSteps(content, left),
  };
}

async function touchpointsOf(db: Database, agencies: string[]): Promise<string[]> {
  const within = new Set(agencies);
  return (await listTouchpoints(db)).filter(({ agency }) => within.has(agency.id)).map(({ id }) => id);
}
