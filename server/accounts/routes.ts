// Accounts as those manage them who may: within their own agencies.
import { z } from 'zod';
import { ROLES } from '#domain/roles.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { actorOf, doerOf } from '../http/access.ts';
import { changeAccount, changeAccountState, endSessions } from './changes.ts';
import { createAccounts, newAccountSchema, personSchema, resetPassword } from './creation.ts';
import { IMPORT_COLUMNS, importAccounts, MOST_IMPORTED } from './import.ts';
import { ACCOUNT_SORTS, ACCOUNT_STATES, readAccounts, showAccount, showAccounts } from './listing.ts';
import { meRoutes } from './me-routes.ts';
import { accountWithin, refuseAgency } from './reach.ts';
import { sessionRoutes } from './session-routes.ts';
import { singleSignOnRoutes } from './sso-routes.ts';
import { Throttle } from './throttle.ts';

const accountSchema = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  agency: z.object({ id: z.string(), name: z.string() }).nullable(),
  state: z.enum(ACCOUNT_STATES).describe('invited: has a first password and has not chosen another yet.'),
  authenticator: z.boolean(),
  signedInAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
const firstPassword = z.string().describe('Shown once, good for seven days.');
const params = z.object({ id: z.string().max(80) });
const read = { access: 'accounts.read' as const };
const write = { access: 'accounts.write' as const };

export function accountRoutes(app: App, context: Context): void {
  const throttle = new Throttle();
  sessionRoutes(app, context, throttle);
  singleSignOnRoutes(app, context);
  meRoutes(app, { ...context, throttle });
  listRoutes(app, context);
  creationRoutes(app, context);
  changeRoutes(app, context);
}

function listRoutes(app: App, context: Context): void {
  app.get(
    '/api/accounts',
    {
      config: read,
      schema: {
        summary: 'The accounts within reach',
        querystring: z.object({
          q: z
            .string()
            .max(200)
            .optional()
            .describe('Words of the name, username or agency, without diacritics.'),
          role: z.enum(ROLES).optional(),
          state: z.enum(ACCOUNT_STATES).optional(),
          agency: z.string().max(80).optional(),
          sort: z.enum(ACCOUNT_SORTS).default('name'),
          order: z.enum(['asc', 'desc']).default('asc'),
          page: z.coerce.number().int().min(1).default(1),
          size: z.coerce.number().int().min(1).max(1000).optional(),
        }),
        response: { 200: z.object({ accounts: z.array(accountSchema), total: z.int() }) },
      },
    },
    (request) => readAccounts(context, actorOf(request), request.query),
  );

  app.get(
    '/api/accounts/:id',
    { config: read, schema: { summary: 'One account', params, response: { 200: accountSchema } } },
    async (request) =>
      showAccount(context.db, await accountWithin(context, actorOf(request), request.params.id)),
  );
}

function creationRoutes(app: App, context: Context): void {
  app.post(
    '/api/accounts',
    {
      config: write,
      schema: {
        summary: 'Creates an account with a first password',
        body: newAccountSchema,
        response: { 201: z.object({ account: accountSchema, firstPassword }) },
      },
    },
    async (request, reply) => {
      await refuseAgency(context, actorOf(request), request.body.agencyId);
      const [made] = await createAccounts(context, doerOf(request), [request.body]);
      if (!made) throw new Error('nothing was created');
      return reply.code(201).send(await shown(context, made));
    },
  );

  const cell = z.string().max(1000).optional();
  app.post(
    '/api/accounts/imports',
    {
      config: write,
      bodyLimit: 1024 * 1024,
      schema: {
        summary:
          'Creates the accounts of a spreadsheet, all or none; `dryRun` names every fault and changes nothing',
        querystring: z.object({ dryRun: z.string().max(10).optional() }),
        body: z.strictObject({
          rows: z
            .array(
              z.object({
                row: z.int().min(1).max(1_000_000).describe('As the spreadsheet numbers it.'),
                username: cell,
                name: cell,
                role: cell.describe('One of the codes of roles.'),
                agency: cell.describe('Name, unit code or agency code; empty is the whole installation.'),
              }),
            )
            .min(1)
            .max(MOST_IMPORTED),
        }),
        response: {
          200: z.object({
            faults: z.array(z.object({ row: z.int(), column: z.enum(IMPORT_COLUMNS), code: z.string() })),
            accounts: z.array(z.object({ account: accountSchema, firstPassword })),
          }),
        },
      },
    },
    async (request) => {
      const dryRun = request.query.dryRun !== undefined;
      const { faults, made } = await importAccounts(context, doerOf(request), request.body.rows, dryRun);
      const accounts = await showAccounts(
        context.db,
        made.map(({ account }) => account),
      );
      return {
        faults,
        accounts: accounts.map((account, index) => ({
          account,
          firstPassword: made[index]?.firstPassword ?? '',
        })),
      };
    },
  );
}

async function shown(
  { db }: Context,
  made: { account: Parameters<typeof showAccount>[1]; firstPassword: string },
) {
  return { account: await showAccount(db, made.account), firstPassword: made.firstPassword };
}

function changeRoutes(app: App, context: Context): void {
  app.patch(
    '/api/accounts/:id',
    {
      config: write,
      schema: {
        summary: 'Changes the name, the role, the agency, or who they are at the single sign-on',
        params,
        body: z.strictObject({
          name: personSchema.optional(),
          role: z.enum(ROLES).optional(),
          agencyId: z.string().max(80).nullable().optional(),
          ssoSubject: z.string().trim().min(1).max(255).nullable().optional(),
        }),
        response: { 200: accountSchema },
      },
    },
    async (request) => {
      const account = await accountWithin(context, actorOf(request), request.params.id);
      const given = Object.entries(request.body).filter(([, value]) => value !== undefined);
      return showAccount(
        context.db,
        await changeAccount(context, doerOf(request), account, Object.fromEntries(given)),
      );
    },
  );

  app.put(
    '/api/accounts/:id/state',
    {
      config: write,
      schema: {
        summary: 'Disables an account, which ends its sessions, or enables it again',
        params,
        body: z.strictObject({ state: z.enum(['active', 'disabled']) }),
        response: { 200: accountSchema },
      },
    },
    async (request) => {
      const account = await accountWithin(context, actorOf(request), request.params.id);
      return showAccount(
        context.db,
        await changeAccountState(context, doerOf(request), account, request.body.state),
      );
    },
  );

  app.post(
    '/api/accounts/:id/password',
    {
      config: write,
      schema: {
        summary: 'Gives a new first password; ends the sessions and forgets the authenticator',
        params,
        response: { 200: z.object({ account: accountSchema, firstPassword }) },
      },
    },
    async (request) => {
      const account = await accountWithin(context, actorOf(request), request.params.id);
      return shown(context, await resetPassword(context, doerOf(request), account));
    },
  );

  app.delete(
    '/api/accounts/:id/sessions',
    {
      config: write,
      schema: { summary: 'Ends every session of an account', params, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const account = await accountWithin(context, actorOf(request), request.params.id);
      await endSessions(context, doerOf(request), account);
      return reply.code(204).send(null);
    },
  );
}
