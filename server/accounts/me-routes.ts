// What everybody who is signed in may do with their own account.
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { passwordFaults } from '#domain/passwords.ts';
import type { App } from '../app.ts';
import { recordAudit } from '../audit/recording.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { actorOf, doerOf, type SignedIn } from '../http/access.ts';
import { confirmAuthenticator, proposeAuthenticator, removeAuthenticator } from './authenticator.ts';
import { meOf, meSchema } from './me.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { type Account, updateAccount } from './queries.ts';
import { deleteSessionsOf, IDLE_MS, sessionsOf } from './sessions.ts';
import { openSession } from './sign-in.ts';
import type { Throttle } from './throttle.ts';

const password = z.string().min(1).max(1000);
const config = { access: 'signed_in' as const };
/** What may be done with a first password, before another is chosen. */
const atFirst = { ...config, firstPassword: true };

type Guarded = Context & { throttle: Throttle };

export function meRoutes(app: App, context: Guarded): void {
  app.get(
    '/api/me',
    {
      config: atFirst,
      schema: { summary: 'Who is signed in, and what they may do', response: { 200: meSchema } },
    },
    (request) => meOf(context, actorOf(request), request.signedIn?.account ?? null),
  );

  app.put(
    '/api/me/password',
    {
      config: atFirst,
      schema: {
        summary: 'Chooses another password; every other session ends',
        body: z.strictObject({ current: password, password: z.string().max(1000) }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { account } = own(request);
      await changePassword(context, request, account);
      await openSession(context, request, reply, account);
      return reply.code(204).send(null);
    },
  );
  ownSessionRoutes(app, context);
  authenticatorRoutes(app, context);
}

async function changePassword(
  context: Guarded,
  request: FastifyRequest<{ Body: { current: string; password: string } }>,
  account: Account,
): Promise<void> {
  await confirmPassword(context, account, ['current', request.body.current]);
  const { db, now } = context;
  const { current, password } = request.body;
  const faults = passwordFaults(password, account.username);
  if (current === password) faults.push({ path: ['password'], code: 'password_unchanged' });
  if (faults.length > 0) throw new Failure('invalid', 'weak_password', faults);
  const changed = { passwordHash: await hashPassword(password), firstPasswordUntil: null };
  const at = now();
  const subject = { kind: 'account', id: account.id };
  const entry = {
    ...doerOf(request),
    at,
    action: 'account.password_changed',
    subject,
    agencyId: account.agencyId,
  };
  await db.write((tx) => [
    updateAccount(tx, db.tables, account.id, changed),
    deleteSessionsOf(tx, db.tables, account.id),
    recordAudit(tx, db.tables, entry),
  ]);
}

/**
 * Asks for the password again before something weighty, with the same patience as signing in.
 * @throws Failure invalid/wrong_password; too_many/too_many_sign_ins
 */
async function confirmPassword(
  { now, throttle }: Guarded,
  account: Account,
  [field, given]: [string, string],
): Promise<void> {
  throttle.attempt(account.id, now());
  if (!(await verifyPassword(given, account.passwordHash)))
    throw new Failure('invalid', 'wrong_password', [{ path: [field], code: 'wrong_password' }]);
  throttle.succeeded(account.id);
}

/** The signed-in account and its session. @throws Failure conflict/no_account for the operator and in a demonstration */
function own(request: FastifyRequest): SignedIn {
  if (!request.signedIn) throw new Failure('conflict', 'no_account');
  return request.signedIn;
}

const sessionSchema = z.object({
  id: z.string(),
  browser: z.string().nullable(),
  createdAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  endsAt: z.iso.datetime().describe('When it ends unless it is used before.'),
  current: z.boolean(),
});

function ownSessionRoutes(app: App, { db, now }: Context): void {
  app.get(
    '/api/me/sessions',
    {
      config,
      schema: {
        summary: 'Where the account is signed in',
        response: { 200: z.object({ sessions: z.array(sessionSchema) }) },
      },
    },
    async (request) => {
      const { account, session } = own(request);
      const found = await sessionsOf(db, account.id, now());
      return {
        sessions: found.map(({ id, browser, createdAt, seenAt }) => ({
          id,
          browser,
          createdAt: iso(createdAt),
          seenAt: iso(seenAt),
          endsAt: iso(seenAt + IDLE_MS),
          current: id === session.id,
        })),
      };
    },
  );

  app.delete(
    '/api/me/sessions/:id',
    {
      config,
      schema: {
        summary: 'Ends one of the own sessions; `others` ends all but this one',
        params: z.object({ id: z.string().max(80) }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { account, session } = own(request);
      const { id } = request.params;
      const which = id === 'others' ? { except: session.id } : { only: id };
      const subject = { kind: 'account', id: account.id };
      const entry = {
        ...doerOf(request),
        at: now(),
        action: 'session.revoked',
        subject,
        agencyId: account.agencyId,
      };
      const [ended = []] = await db.write((tx) => [
        deleteSessionsOf(tx, db.tables, account.id, which),
        recordAudit(tx, db.tables, entry),
      ]);
      if (ended.length === 0 && id !== 'others') throw new Failure('not_found', 'unknown_session');
      return reply.code(204).send(null);
    },
  );
}

const iso = (at: number) => new Date(at).toISOString();

function authenticatorRoutes(app: App, context: Guarded): void {
  const url = '/api/me/authenticator';
  const withPassword = z.strictObject({ password });

  app.post(
    url,
    {
      config,
      schema: {
        summary: 'Proposes a secret for an authenticator app',
        body: withPassword,
        response: {
          201: z.object({ secret: z.string(), address: z.string().describe('otpauth://, for a QR code.') }),
        },
      },
    },
    async (request, reply) => {
      const { account } = own(request);
      await confirmPassword(context, account, ['password', request.body.password]);
      return reply.code(201).send(await proposeAuthenticator(context, account));
    },
  );

  app.put(
    url,
    {
      config,
      schema: {
        summary: 'Switches the second factor on by a first code; the recovery codes are shown once',
        body: z.strictObject({ code: z.string().trim().min(1).max(40) }),
        response: { 200: z.object({ recoveryCodes: z.array(z.string()) }) },
      },
    },
    async (request) => {
      const { account } = own(request);
      return {
        recoveryCodes: await confirmAuthenticator(context, doerOf(request), account, request.body.code),
      };
    },
  );

  app.post(
    `${url}/removal`,
    {
      config,
      schema: { summary: 'Switches the second factor off', body: withPassword, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const { account } = own(request);
      await confirmPassword(context, account, ['password', request.body.password]);
      await removeAuthenticator(context, doerOf(request), account);
      return reply.code(204).send(null);
    },
  );
}
