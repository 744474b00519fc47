// Who may call a route. Every route says so; a route that does not say keeps the server from starting.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Actor, allows, OPERATOR, type Permission } from '#domain/roles.ts';
import type { Doer } from '../audit/recording.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';

/** public = anyone, without any identity; signed_in = any staff; else staff whose role has the permission. */
export type Access = 'public' | 'signed_in' | Permission;

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
  interface FastifyRequest {
    /** Null on public routes. */
    actor: Actor | null;
  }
}

/** Routes that plugins add for files anybody may have; they cannot say so themselves. */
const PUBLIC_FILES = ['/survey/', '/kiosk/', '/app/', '/api/docs'];

/** Adds the check to every route that is registered afterwards. */
export function guardRoutes(app: FastifyInstance, context: Context): void {
  app.decorateRequest('actor', null);
  app.addHook('onRoute', (route) => {
    if (route.config?.access) return;
    if (!PUBLIC_FILES.some((prefix) => route.url.startsWith(prefix)))
      throw new Error(`${route.method} ${route.url} does not say who may call it`);
    route.config = { ...route.config, access: 'public' };
  });
  app.addHook('onRequest', async (request) => {
    const { access = 'public' } = request.routeOptions.config;
    if (access === 'public') return;
    const actor = identify(request, context);
    if (!actor || (access !== 'signed_in' && !allows(actor.role, access)))
      throw new Failure('forbidden', 'not_allowed');
    request.actor = actor;
  });
}

/**
 * Whoever calls a route that is not public.
 * @throws Error on a public route, where nobody is known
 */
export function actorOf(request: FastifyRequest): Actor {
  if (!request.actor) throw new Error(`${request.routeOptions.url} knows nobody`);
  return request.actor;
}

/** Who does something and from where, for the audit log. */
export function doerOf(request: FastifyRequest): Doer {
  return { actor: actorOf(request), origin: request.ip };
}

const FORWARDING = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];
const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Without accounts the only proof of being staff is to sit at the server itself; a demonstration has no secrets.
 * A request that came through a proxy is never local.
 */
function identify(request: FastifyRequest, context: Context): Actor | null {
  if (context.config.demo) return OPERATOR;
  const forwarded = FORWARDING.some((header) => request.headers[header] !== undefined);
  // A web page that has its own name point at this machine must not borrow the operator's seat.
  const local = LOCAL_NAMES.includes(request.hostname);
  return local && !forwarded && /^(127\.|::1$|::ffff:127\.)/.test(request.ip) ? OPERATOR : null;
}
