// Who may call a route. Every route says so; a route that does not say keeps the server from starting.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Actor, OPERATOR, type Permission, permits } from '#domain/roles.ts';
import { type Account, actorFor, hasAccounts } from '../accounts/queries.ts';
import { type Session, sessionOfToken, tokenOf } from '../accounts/sessions.ts';
import { type Doer, recordAudit } from '../audit/recording.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';

/** public = anyone, without any identity; signed_in = any staff; else staff whose role has the permission. */
export type Access = 'public' | 'signed_in' | Permission;

/** An account and the session that it calls from. */
export interface SignedIn {
  account: Account;
  session: Session;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** May be called with a first password, before another was chosen. */
    firstPassword?: boolean;
    /** Refuses other sites' pages, as every staff route does, although anybody may call it. */
    sameOrigin?: boolean;
  }
  interface FastifyRequest {
    /** Null on public routes. */
    actor: Actor | null;
    /** Null without an account: on public routes, for the operator and in a demonstration. */
    signedIn: SignedIn | null;
  }
}

/** Routes that plugins add for files anybody may have; they cannot say so themselves. */
const PUBLIC_FILES = ['/survey/', '/kiosk/', '/app/', '/api/docs'];

/** Adds the check to every route that is registered afterwards. */
export function guardRoutes(app: FastifyInstance, context: Context): void {
  app.decorateRequest('actor', null);
  app.decorateRequest('signedIn', null);
  app.addHook('onRoute', (route) => {
    if (route.config?.access) return;
    if (!PUBLIC_FILES.some((prefix) => route.url.startsWith(prefix)))
      throw new Error(`${route.method} ${route.url} does not say who may call it`);
    route.config = { ...route.config, access: 'public' };
  });
  app.addHook('onRequest', async (request, reply) => {
    const { access = 'public', firstPassword = false, sameOrigin = false } = request.routeOptions.config;
    if (access !== 'public' || sameOrigin) refuseOtherSites(request, context);
    if (access === 'public') return;
    reply.header('cache-control', 'no-store');
    request.actor = await identify(request, context);
    if (!request.actor) throw new Failure('unauthenticated', 'not_signed_in');
    const first = request.signedIn ? request.signedIn.account.firstPasswordUntil !== null : false;
    if (first && !firstPassword) throw new Failure('forbidden', 'password_change_required');
    if (access !== 'signed_in' && !permits(request.actor, access))
      throw new Failure('forbidden', 'not_allowed');
  });
  app.addHook('onError', async (request, _reply, error) => {
    if (error instanceof Failure && isRefusal(error) && request.signedIn)
      await recordRefusal(request, context, error).catch((fault) =>
        request.log.error({ err: fault }, 'audit'),
      );
  });
}

const isRefusal = ({ kind, code }: Failure) =>
  (kind === 'forbidden' && code !== 'password_change_required') ||
  (kind === 'not_found' && code.startsWith('unknown_'));

/** Whoever tries what is not theirs is written down, whether it exists or not. */
async function recordRefusal(
  request: FastifyRequest,
  { db, now }: Context,
  { code }: Failure,
): Promise<void> {
  const { method, routeOptions, params, query } = request;
  const asked = JSON.stringify({ ...(params as object), ...(query as object) }).slice(0, 500);
  const entry = {
    ...doerOf(request),
    at: now(),
    action: 'request.refused',
    subject: { kind: 'route', id: `${method} ${routeOptions.url}` },
    agencyId: actorOf(request).agencyId,
    after: { code, asked },
  };
  await db.write((tx) => [recordAudit(tx, db.tables, entry)]);
}

/**
 * Another site's page must not act with somebody's session: browsers say where a request comes from, and cannot be
 * made to lie about it. Programs that are no browsers say nothing, and have no session that they did not bring.
 */
function refuseOtherSites(request: FastifyRequest, { config }: Context): void {
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  const own = [request.host, config.publicUrl ? new URL(config.publicUrl).host : request.host];
  const fromElsewhere = site !== undefined && !['same-origin', 'none'].includes(String(site));
  const foreign = origin !== undefined && !own.includes(URL.canParse(origin) ? new URL(origin).host : '');
  const navigates = request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate';
  if (foreign || (fromElsewhere && !navigates)) throw new Failure('forbidden', 'foreign_origin');
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
export function doerOf(request: FastifyRequest): Doer & { actor: Actor } {
  return { actor: actorOf(request), origin: request.ip };
}

const FORWARDING = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];
const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Whose session it is. Before there are accounts the only proof of being staff is to sit at the server itself; a
 * demonstration has no secrets. A request that came through a proxy is never local.
 */
async function identify(request: FastifyRequest, { db, config, now }: Context): Promise<Actor | null> {
  const token = tokenOf(request, config);
  request.signedIn = token ? await sessionOfToken(db, token, now()) : null;
  if (request.signedIn) return actorFor(request.signedIn.account);
  if (config.demo) return OPERATOR;
  return isLocal(request) && !(await hasAccounts(db)) ? OPERATOR : null;
}

function isLocal(request: FastifyRequest): boolean {
  const forwarded = FORWARDING.some((header) => request.headers[header] !== undefined);
  // A web page that has its own name point at this machine must not borrow the operator's seat.
  const local = LOCAL_NAMES.includes(request.hostname);
  return local && !forwarded && /^(127\.|::1$|::ffff:127\.)/.test(request.ip);
}
