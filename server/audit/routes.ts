// Who did what to which thing: read by those who may, within their agencies.
import { Readable } from 'node:stream';
import { z } from 'zod';
import { BOM, csvLine } from '#domain/csv.ts';
import { parseDay, startOfDay } from '#domain/days.ts';
import { type Actor, ROLES } from '#domain/roles.ts';
import { matches } from '#domain/search.ts';
import { listAccounts } from '../accounts/queries.ts';
import { listAgencies } from '../agencies/queries.ts';
import { agenciesWithin, agencyWithin } from '../agencies/scope.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import type { Database } from '../db/database.ts';
import { actorOf } from '../http/access.ts';
import { listTouchpoints } from '../touchpoints/queries.ts';
import { lastSeal, type StoredEntry, sealAudit } from './chain.ts';
import { type AuditFilter, listEntries } from './queries.ts';

const entrySchema = z.object({
  seq: z.int(),
  at: z.iso.datetime(),
  actor: z
    .object({ accountId: z.string().nullable(), name: z.string(), role: z.enum(ROLES) })
    .nullable()
    .describe('Null for somebody who is not known, such as a refused sign-in.'),
  action: z.string().describe('`noun.verb`'),
  subject: z.object({ kind: z.string(), id: z.string() }),
  agency: z.object({ id: z.string(), name: z.string() }).nullable(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  origin: z.string().nullable().describe('The address it was done from; null at the server itself.'),
});
const filterSchema = z.object({
  q: z
    .string()
    .max(200)
    .optional()
    .describe('Words of the name of who did it or what it was done to, without diacritics.'),
  account: z.string().max(80).optional(),
  agency: z.string().max(80).optional(),
  action: z.string().max(80).optional().describe('`noun` or `noun.verb`'),
  kind: z.string().max(40).optional().describe('Of the subject, with `id`.'),
  id: z.string().max(80).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional().describe('Inclusive.'),
});
const config = { access: 'audit.read' as const };
const DAY_MS = 86_400_000;
const PAGE = 500;

export function auditRoutes(app: App, context: Context): void {
  const { db } = context;
  app.get(
    '/api/audit',
    {
      config,
      schema: {
        summary: 'The audit log within reach, the newest first, and where its chain ends',
        querystring: filterSchema.extend({
          page: z.coerce.number().int().min(1).default(1),
          size: z.coerce.number().int().min(1).max(200).default(50),
        }),
        response: {
          200: z.object({
            entries: z.array(entrySchema),
            total: z.int(),
            head: z.object({ seq: z.int(), hash: z.string() }).describe('To be noted down elsewhere.'),
          }),
        },
      },
    },
    async (request) => {
      await sealAudit(context);
      const { page, size } = request.query;
      const filter = await filterOf(context, actorOf(request), request.query);
      const { entries, total } = await listEntries(db, filter, { offset: (page - 1) * size, limit: size });
      const names = await agencyNames(context);
      return { entries: entries.map((entry) => show(entry, names)), total, head: await lastSeal(db) };
    },
  );

  app.get(
    '/api/exports/audit.csv',
    {
      config,
      schema: { summary: 'The same as CSV, streamed', querystring: filterSchema, produces: ['text/csv'] },
    },
    async (request, reply) => {
      const filter = await filterOf(context, actorOf(request), request.query);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="audit.csv"')
        .send(Readable.from(exportEntries(context, filter)));
    },
  );
}

/** @throws Failure not_found/unknown_agency for an agency out of reach */
async function filterOf(
  { db }: Context,
  actor: Actor,
  query: z.output<typeof filterSchema>,
): Promise<AuditFilter> {
  const { from, to, kind, id, agency, q, account, action } = query;
  if (agency) await agencyWithin(db, actor, agency);
  const within =
    actor.agencyId === null ? undefined : (await agenciesWithin(db, actor)).map((each) => each.id);
  return {
    agency,
    account,
    action,
    about: q?.trim() ? await namedLike(db, q) : undefined,
    agencies: within,
    subject: kind && id ? { kind, id } : undefined,
    from: from === undefined ? undefined : startOfDay(parseDay(from)),
    to: to === undefined ? undefined : startOfDay(parseDay(to)) + DAY_MS,
  };
}

/** More of the same name would find half of everything. */
const MOST_NAMED = 1000;

/** The accounts and the things whose names have all words of a search. */
async function namedLike(db: Database, q: string): Promise<{ accounts: string[]; subjects: string[] }> {
  const ids = (rows: { id: string; name: string }[]) =>
    rows
      .filter(({ name }) => matches(name, q))
      .slice(0, MOST_NAMED)
      .map(({ id }) => id);
  const accounts = ids(
    (await listAccounts(db)).map(({ id, name, username }) => ({ id, name: `${name} ${username}` })),
  );
  return {
    accounts,
    subjects: [...accounts, ...ids(await listAgencies(db)), ...ids(await listTouchpoints(db))],
  };
}

async function agencyNames({ db }: Context): Promise<Map<string, string>> {
  return new Map((await listAgencies(db)).map(({ id, name }) => [id, name]));
}

function show(entry: StoredEntry, names: Map<string, string>) {
  const { seq, at, accountId, actorName, role, action, subjectKind, subjectId, agencyId, origin } = entry;
  return {
    seq,
    at: new Date(at).toISOString(),
    actor: actorName === null || role === null ? null : { accountId, name: actorName, role },
    action,
    subject: { kind: subjectKind, id: subjectId },
    agency: agencyId === null ? null : { id: agencyId, name: names.get(agencyId) ?? '' },
    before: entry.before === null ? null : JSON.parse(entry.before),
    after: entry.after === null ? null : JSON.parse(entry.after),
    origin,
  };
}

const COLUMNS = ['seq', 'at', 'actor', 'role', 'action', 'kind', 'id', 'agency', 'before', 'after', 'origin'];

async function* exportEntries(context: Context, filter: AuditFilter): AsyncGenerator<string> {
  yield `${BOM}${csvLine(COLUMNS)}`;
  const names = await agencyNames(context);
  for (let offset = 0; ; offset += PAGE) {
    const { entries } = await listEntries(context.db, filter, { offset, limit: PAGE });
    for (const entry of entries) {
      const { seq, at, actor, action, subject, agency, origin } = show(entry, names);
      const who = [actor?.name ?? '', actor?.role ?? ''];
      const what = [action, subject.kind, subject.id, agency?.name ?? ''];
      yield csvLine([seq, at, ...who, ...what, entry.before, entry.after, origin]);
    }
    if (entries.length < PAGE) return;
  }
}
