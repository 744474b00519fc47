// Routes as somebody of a given role meets them, whatever way of signing in there is.
import fastify from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { onTestFinished } from 'vitest';
import { type Actor, allows, type Role } from '#domain/roles.ts';
import type { App } from '../../server/app.ts';
import { Failure } from '../../server/errors.ts';
import type { Access } from '../../server/http/access.ts';
import { handleErrors } from '../../server/http/error-handler.ts';

/** Somebody with a role, of an agency or of the whole installation. */
export function actor(role: Role, agencyId: string | null = null): Actor {
  return { accountId: `account-${role}`, name: `Lan (${role})`, role, agencyId };
}

/** An app with some routes, where each request says who makes it. */
export async function staffApp(register: (app: App) => void) {
  const app: App = fastify().withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  handleErrors(app);
  app.decorateRequest('actor', null);
  app.addHook('onRequest', async (request) => {
    const access: Access = request.routeOptions.config.access ?? 'public';
    if (access === 'public') return;
    const who = JSON.parse(decodeURIComponent(String(request.headers['x-actor']))) as Actor;
    if (access !== 'signed_in' && !allows(who.role, access)) throw new Failure('forbidden', 'not_allowed');
    request.actor = who;
  });
  register(app);
  await app.ready();
  onTestFinished(() => app.close());
  return (who: Actor) => {
    const headers = { 'x-actor': encodeURIComponent(JSON.stringify(who)) };
    const send =
      (method: 'GET' | 'POST' | 'PATCH') =>
      (url: string, payload: object = {}) =>
        app.inject({ method, url, headers, ...(method !== 'GET' && { payload }) });
    return { get: send('GET'), post: send('POST'), patch: send('PATCH') };
  };
}
