import { z } from 'zod';
import { AGENCY_KINDS } from '#domain/agencies.ts';
import { formatDay, parseDay } from '#domain/days.ts';
import { MOST_TRANSACTIONS } from '#domain/required-samples.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { actorOf, doerOf } from '../http/access.ts';
import { countTouchpoints } from '../touchpoints/queries.ts';
import { addAgency, changeAgency, closeAgency, reopenAgency } from './changes.ts';
import { historyOf } from './history.ts';
import { importAgencies } from './import.ts';
import { IMPORT_COLUMNS } from './import-checks.ts';
import { type Agency, predecessorsOf, successorsOf } from './queries.ts';
import { mergeAgencies, splitAgency } from './reorganisations.ts';
import { agenciesWithin, agencyWithin } from './scope.ts';

const agencySchema = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  kind: z.enum(AGENCY_KINDS),
  name: z.string(),
  nameEn: z.string().nullable(),
  unitCode: z.string().nullable(),
  agencyCode: z.string().nullable(),
  yearlyTransactions: z.int().nullable().describe('What it handles in a year; null is not known.'),
  validFrom: z.string().nullable().describe('The first day, where it is known.'),
  validTo: z.string().nullable().describe('The last day; null is open.'),
});
const countedSchema = agencySchema.extend({
  touchpoints: z.int().describe('Of its own, the revoked ones left out.'),
});
const linked = z.array(z.object({ id: z.string(), name: z.string() }));

const id = z.string().max(80);
const params = z.object({ id });
const day = z
  .string()
  .max(10)
  .transform(parseDay)
  .refine(Number.isFinite, 'no such day')
  .describe('Local day, such as 2026-07-01.');
const text = z.string().trim().max(400);
const optionalText = text.transform((given) => given || null).nullable();
const transactions = z.int().min(0).max(MOST_TRANSACTIONS).nullable();
const bodySchema = z.strictObject({
  parentId: id,
  kind: z.enum(AGENCY_KINDS),
  name: text,
  nameEn: optionalText.default(null),
  unitCode: optionalText.default(null),
  agencyCode: optionalText.default(null),
  yearlyTransactions: transactions.default(null),
});
const newAgencySchema = bodySchema.extend({ validFrom: day.nullable().default(null) });
const changesSchema = z.strictObject({
  parentId: id.optional(),
  kind: z.enum(AGENCY_KINDS).optional(),
  name: text.optional(),
  nameEn: optionalText.optional(),
  unitCode: optionalText.optional(),
  agencyCode: optionalText.optional(),
  yearlyTransactions: transactions.optional(),
});
const write = { access: 'agencies.write' as const };

export function agencyRoutes(app: App, context: Context): void {
  readingRoutes(app, context);
  historyRoute(app, context);
  changeRoutes(app, context);
  closureRoutes(app, context);
  reorganisationRoutes(app, context);
  importRoute(app, context);
}

function readingRoutes(app: App, { db }: Context): void {
  app.get(
    '/api/agencies',
    {
      config: { access: 'agencies.read' },
      schema: {
        summary: 'The agencies within reach, closed ones too, as a flat list with parents',
        response: { 200: z.object({ agencies: z.array(countedSchema) }) },
      },
    },
    async (request) => {
      const counts = await countTouchpoints(db);
      const agencies = await agenciesWithin(db, actorOf(request));
      return {
        agencies: agencies.map((agency) => ({ ...shown(agency), touchpoints: counts.get(agency.id) ?? 0 })),
      };
    },
  );

  app.get(
    '/api/agencies/:id',
    {
      config: { access: 'agencies.read' },
      schema: {
        summary: 'An agency with those that it came from and those that took over',
        params,
        response: { 200: countedSchema.extend({ predecessors: linked, successors: linked }) },
      },
    },
    async (request) => {
      const agency = await agencyWithin(db, actorOf(request), request.params.id);
      return {
        ...shown(agency),
        touchpoints: (await countTouchpoints(db)).get(agency.id) ?? 0,
        predecessors: await predecessorsOf(db, agency.id),
        successors: await successorsOf(db, agency.id),
      };
    },
  );
}

function historyRoute(app: App, { db }: Context): void {
  const changeSchema = z.object({
    seq: z.int().describe('The number of its audit entry.'),
    at: z.int().describe('Ms since the epoch.'),
    actor: z.string().nullable(),
    action: z.string(),
    fields: z.array(
      z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
    ),
  });
  app.get(
    '/api/agencies/:id/history',
    {
      config: { access: 'audit.read' },
      schema: {
        summary: 'What was done to an agency, the newest first, up to two hundred changes',
        params,
        response: { 200: z.object({ changes: z.array(changeSchema) }) },
      },
    },
    async (request) => {
      const agency = await agencyWithin(db, actorOf(request), request.params.id);
      return { changes: await historyOf(db, agency.id) };
    },
  );
}

function changeRoutes(app: App, context: Context): void {
  app.post(
    '/api/agencies',
    {
      config: write,
      schema: {
        summary: 'Adds an agency below another',
        body: newAgencySchema,
        response: { 201: agencySchema },
      },
    },
    async (request, reply) =>
      reply.code(201).send(shown(await addAgency(context, doerOf(request), request.body))),
  );

  app.patch(
    '/api/agencies/:id',
    {
      config: write,
      schema: {
        summary: 'Renames an agency, gives it other codes, or moves it to another parent',
        params,
        body: changesSchema,
        response: { 200: agencySchema },
      },
    },
    async (request) => {
      const given = Object.entries(request.body).filter(([, value]) => value !== undefined);
      return shown(
        await changeAgency(context, doerOf(request), request.params.id, Object.fromEntries(given)),
      );
    },
  );
}

function closureRoutes(app: App, context: Context): void {
  app.put(
    '/api/agencies/:id/closure',
    {
      config: write,
      schema: {
        summary: 'Closes an agency; its touchpoints take no answers after the last day',
        params,
        body: z.strictObject({ lastDay: day }),
        response: { 200: agencySchema },
      },
    },
    async (request) =>
      shown(await closeAgency(context, doerOf(request), request.params.id, request.body.lastDay)),
  );

  app.delete(
    '/api/agencies/:id/closure',
    { config: write, schema: { summary: 'Reopens an agency', params, response: { 200: agencySchema } } },
    async (request) => shown(await reopenAgency(context, doerOf(request), request.params.id)),
  );
}

function reorganisationRoutes(app: App, context: Context): void {
  const response = { 201: z.object({ agencies: z.array(agencySchema) }) };
  app.post(
    '/api/agencies/mergers',
    {
      config: write,
      schema: {
        summary: 'Merges agencies into a new or an existing one; results before the day stay where they are',
        body: z.strictObject({
          from: z.array(id).min(1).max(100),
          into: z.union([z.strictObject({ id }), bodySchema]),
          on: day.describe('The first day of the merged agency.'),
        }),
        response,
      },
    },
    async (request, reply) => {
      const { from, into, on } = request.body;
      const heir = 'id' in into ? into.id : { ...into, validFrom: on };
      const agencies = await mergeAgencies(context, doerOf(request), { from, into: heir, on });
      return reply.code(201).send({ agencies: agencies.map(shown) });
    },
  );

  app.post(
    '/api/agencies/splits',
    {
      config: write,
      schema: {
        summary: 'Splits an agency into new ones; results before the day stay where they are',
        body: z.strictObject({ from: id, into: z.array(bodySchema).min(2).max(50), on: day }),
        response,
      },
    },
    async (request, reply) => {
      const { from, into, on } = request.body;
      const made = into.map((agency) => ({ ...agency, validFrom: on }));
      const agencies = await splitAgency(context, doerOf(request), { from, into: made, on });
      return reply.code(201).send({ agencies: agencies.map(shown) });
    },
  );
}

const cell = z.string().max(1000).optional();
const rowSchema = z.object({
  row: z.int().min(1).max(1_000_000).describe('As the spreadsheet numbers it.'),
  name: cell,
  nameEn: cell,
  kind: cell,
  parent: cell.describe('Name, unit code or agency code; may stand in another row.'),
  unitCode: cell,
  agencyCode: cell,
  yearlyTransactions: cell.describe('Whole number; dots and commas between thousands are allowed.'),
  validFrom: cell.describe('2026-07-01 or 01/07/2026.'),
});

function importRoute(app: App, context: Context): void {
  app.post(
    '/api/agencies/imports',
    {
      config: write,
      bodyLimit: 8 * 1024 * 1024,
      schema: {
        summary:
          'Adds the agencies of a spreadsheet, all or none; `dryRun` names every fault and changes nothing',
        querystring: z.object({ dryRun: z.string().max(10).optional() }),
        body: z.strictObject({ rows: z.array(rowSchema).min(1).max(5000) }),
        response: {
          200: z.object({
            added: z.int(),
            faults: z.array(z.object({ row: z.int(), column: z.enum(IMPORT_COLUMNS), code: z.string() })),
          }),
        },
      },
    },
    (request) =>
      importAgencies(context, doerOf(request), request.body.rows, request.query.dryRun !== undefined),
  );
}

function shown({ validFrom, validTo, createdAt: _createdAt, ...agency }: Agency) {
  return {
    ...agency,
    validFrom: validFrom === null ? null : formatDay(validFrom),
    validTo: validTo === null ? null : formatDay(validTo),
  };
}
