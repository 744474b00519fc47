// Signing in and out.
import { z } from 'zod';
import type { App } from '../app.ts';
import { recordAudit } from '../audit/recording.ts';
import type { Context } from '../context.ts';
import { meOf, meSchema } from './me.ts';
import { actorFor } from './queries.ts';
import { deleteSession, sessionOfToken, setSessionCookie, tokenOf } from './sessions.ts';
import { checkCredentials, openSession } from './sign-in.ts';
import type { Throttle } from './throttle.ts';

const credentialsSchema = z.strictObject({
  username: z.string().trim().toLowerCase().min(1).max(64),
  password: z.string().min(1).max(1000),
  code: z.string().trim().max(40).optional().describe('Of the authenticator, or a recovery code.'),
});

export function sessionRoutes(app: App, context: Context, throttle: Throttle): void {
  const config = { access: 'public' as const, sameOrigin: true };

  app.post(
    '/api/session',
    {
      config,
      schema: { summary: 'Signs in', body: credentialsSchema, response: { 200: meSchema } },
    },
    async (request, reply) => {
      const account = await checkCredentials(context, throttle, request, request.body);
      await openSession(context, request, reply, account);
      return meOf(context, actorFor(account), account);
    },
  );

  app.delete(
    '/api/session',
    { config, schema: { summary: 'Signs out; harmless without a session', response: { 204: z.null() } } },
    async (request, reply) => {
      const { db, now } = context;
      const token = tokenOf(request, context.config);
      const found = token ? await sessionOfToken(db, token, now()) : null;
      if (token && found) {
        const { id, agencyId } = found.account;
        const doer = { actor: actorFor(found.account), origin: request.ip };
        const subject = { kind: 'account', id };
        await db.write((tx) => [
          deleteSession(tx, db.tables, token),
          recordAudit(tx, db.tables, { ...doer, at: now(), action: 'session.closed', subject, agencyId }),
        ]);
      }
      setSessionCookie(reply, context.config, null);
      return reply.code(204).send(null);
    },
  );
}
