// Who may call a route. Every route says so; a route that does not say keeps the server from starting.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';

/** public = anyone, without any identity; staff = the people who run surveys and read results. */
export type Access = 'public' | 'staff';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
}

/** Routes that plugins add for files anybody may have; they cannot say so themselves. */
const PUBLIC_FILES = ['/survey/', '/app/', '/api/docs'];

/** Adds the check to every route that is registered afterwards. */
export function guardRoutes(app: FastifyInstance, context: Context): void {
  app.addHook('onRoute', (route) => {
    if (route.config?.access) return;
    if (!PUBLIC_FILES.some((prefix) => route.url.startsWith(prefix)))
      throw new Error(`${route.method} ${route.url} does not say who may call it`);
    route.config = { ...route.config, access: 'public' };
  });
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.access === 'staff' && !isStaff(request, context))
      throw new Failure('forbidden', 'not_allowed');
  });
}

const FORWARDING = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];
const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Without accounts the only proof of being staff is to sit at the server itself; a demonstration has no secrets.
 * A request that came through a proxy is never local.
 */
function isStaff(request: FastifyRequest, context: Context): boolean {
  if (context.config.demo) return true;
  const forwarded = FORWARDING.some((header) => request.headers[header] !== undefined);
  // A web page that has its own name point at this machine must not borrow the operator's seat.
  const local = LOCAL_NAMES.includes(request.hostname);
  return local && !forwarded && /^(127\.|::1$|::ffff:127\.)/.test(request.ip);
}
