// What this installation is: whether it lives, which province it serves, whether it is a demonstration.
import { z } from 'zod';
import { AGENCY_KINDS, type AgencyKind } from '#domain/agencies.ts';
import { settingsSchema } from '#domain/settings.ts';
import { hasAccounts } from '../accounts/queries.ts';
import { listProvinces, officesOf, provinceTree } from '../agencies/province.ts';
import { findProvince } from '../agencies/queries.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { doerOf } from '../http/access.ts';
import { setUp, setUpSchema } from './set-up.ts';
import { changeSettings, readSettings } from './settings.ts';

const installationSchema = z.object({
  demo: z.boolean(),
  accounts: z.boolean().describe('Whether anybody can sign in; without accounts it is to be set up.'),
  singleSignOn: z.boolean().describe('Whether the province has its own sign-in.'),
  province: z.object({ id: z.string(), name: z.string(), nameEn: z.string().nullable() }).nullable(),
  closingDay: settingsSchema.shape.closingDay,
  publicUrl: z.string().nullable().describe('Where everybody reaches it; null where nobody has said.'),
});

const provinceSchema = z.object({
  unitCode: z.string(),
  name: z.string(),
  nameEn: z.string(),
  agencyCode: z.string().nullable(),
});

function setUpRoutes(app: App, context: Context): void {
  app.get(
    '/api/provinces',
    {
      config: { access: 'public' },
      schema: {
        summary: 'The provinces and centrally-run cities in the order of their codes',
        response: { 200: z.object({ provinces: z.array(provinceSchema) }) },
      },
    },
    async () => ({ provinces: listProvinces() }),
  );

  app.get(
    '/api/provinces/:unitCode',
    {
      config: { access: 'public' },
      schema: {
        summary:
          'What a province is set up with: its usual offices, and how many units of each kind below them',
        params: z.object({ unitCode: z.string().max(10) }),
        response: {
          200: provinceSchema.extend({
            offices: z.array(z.object({ kind: z.enum(AGENCY_KINDS), name: z.string(), nameEn: z.string() })),
            units: z.partialRecord(z.enum(AGENCY_KINDS), z.int()),
          }),
        },
      },
    },
    async ({ params }) => {
      const province = listProvinces().find(({ unitCode }) => unitCode === params.unitCode);
      if (!province) throw new Failure('not_found', 'unknown_province');
      const units: Partial<Record<AgencyKind, number>> = {};
      for (const { kind } of provinceTree(province.unitCode, [])?.children ?? [])
        units[kind] = (units[kind] ?? 0) + 1;
      return { ...province, offices: officesOf(province), units };
    },
  );

  app.post(
    '/api/set-up',
    {
      config: { access: 'public', sameOrigin: true },
      schema: {
        summary: 'Gives an empty installation its province and first administrator, who is signed in',
        body: setUpSchema,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await setUp(context, request, reply, request.body);
      return reply.code(204).send(null);
    },
  );
}

export function installationRoutes(app: App, context: Context): void {
  const { db, config } = context;
  app.get(
    '/api/health',
    {
      config: { access: 'public' },
      schema: {
        summary: 'Answers when the server and its database do',
        response: { 200: z.object({ status: z.literal('ok') }) },
      },
    },
    async () => {
      await findProvince(db);
      return { status: 'ok' as const };
    },
  );

  app.get(
    '/api/installation',
    {
      config: { access: 'public' },
      schema: { summary: 'What this installation is', response: { 200: installationSchema } },
    },
    async () => {
      const province = await findProvince(db);
      const { closingDay } = await readSettings(db);
      const singleSignOn = config.singleSignOn !== null;
      return {
        demo: config.demo,
        accounts: await hasAccounts(db),
        singleSignOn,
        province,
        closingDay,
        publicUrl: config.publicUrl,
      };
    },
  );
  setUpRoutes(app, context);

  app.get(
    '/api/settings',
    {
      config: { access: 'signed_in' },
      schema: { summary: 'What is set for the whole installation', response: { 200: settingsSchema } },
    },
    () => readSettings(db),
  );

  app.patch(
    '/api/settings',
    {
      config: { access: 'settings.write' },
      schema: {
        summary: 'Sets what is given and leaves the rest',
        body: settingsSchema.partial(),
        response: { 200: settingsSchema },
      },
    },
    (request) => changeSettings(context, doerOf(request), request.body),
  );
}
