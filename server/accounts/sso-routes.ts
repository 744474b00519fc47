// To the province's single sign-on and back. These are pages that a browser walks through, so that whatever goes wrong
// ends at the sign-in page, which says it in words.
import { z } from 'zod';
import { safeNext } from '#domain/addresses.ts';
import type { App } from '../app.ts';
import { recordAudit } from '../audit/recording.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { openSession } from './sign-in.ts';
import { finishSignOn, RETURN, startSignOn } from './single-sign-on.ts';

const querystring = z.object({
  next: z.string().max(1000).optional().describe('Where to go on, a path of the console.'),
});

export function singleSignOnRoutes(app: App, context: Context): void {
  app.get(
    '/api/session/sso',
    { config: { access: 'public' }, schema: { summary: 'Signs in at the single sign-on', querystring } },
    async (request, reply) => {
      await startSignOn(context, request, reply, { next: safeNext(request.query.next), link: null });
      return reply;
    },
  );

  app.get(
    '/api/me/sso',
    {
      config: { access: 'signed_in', firstPassword: true },
      schema: { summary: 'Links the own account with the single sign-on', querystring },
    },
    async (request, reply) => {
      if (!request.signedIn) throw new Failure('conflict', 'no_account');
      const link = request.signedIn.account.id;
      await startSignOn(context, request, reply, { next: safeNext(request.query.next), link });
      return reply;
    },
  );

  app.get(
    RETURN,
    {
      config: { access: 'public' },
      schema: { summary: 'Where the single sign-on leads back to' },
    },
    async (request, reply) => {
      try {
        const { account, next } = await finishSignOn(context, request, reply);
        await openSession(context, request, reply, account);
        return reply.redirect(next);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        const { db, now } = context;
        const subject = { kind: 'account', id: 'unknown' };
        const entry = { actor: null, origin: request.ip, at: now(), action: 'session.refused', subject };
        await db.write((tx) => [
          recordAudit(tx, db.tables, { ...entry, agencyId: null, after: { code: error.code } }),
        ]);
        return reply.redirect(`/app/sign-in?refused=${error.code}`);
      }
    },
  );
}
