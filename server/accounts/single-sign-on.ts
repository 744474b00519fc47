// The province's single sign-on: OpenID Connect, authorization code with PKCE. It opens accounts that are here already.
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as oidc from 'openid-client';
import { z } from 'zod';
import { recordAudit } from '../audit/recording.ts';
import type { SingleSignOnConfig } from '../config.ts';
import type { Context } from '../context.ts';
import { isTaken } from '../db/faults.ts';
import { Failure } from '../errors.ts';
import { openSealed, seal } from '../secrets.ts';
import {
  type Account,
  actorFor,
  findAccount,
  findSsoSubject,
  findUsername,
  updateAccount,
} from './queries.ts';
import { readCookie, setCookie } from './sessions.ts';

const COOKIE = 'sso';
const PURPOSE = 'single sign-on';
const WAIT_SECONDS = 10 * 60;
export const RETURN = '/api/session/sso/return';

/** What is remembered in the browser, sealed, while somebody is at the provider. */
const startedSchema = z.object({
  verifier: z.string(),
  state: z.string(),
  nonce: z.string(),
  next: z.string(),
  /** Whose account is to be linked; null signs in. */
  link: z.string().nullable(),
  until: z.number(),
});
type Started = z.output<typeof startedSchema>;

/** Asked once: what the provider says of itself. A failure is asked again. */
const discovered = new WeakMap<SingleSignOnConfig, Promise<oidc.Configuration>>();

function providerOf({ config }: Context): Promise<oidc.Configuration> {
  const { singleSignOn } = config;
  if (!singleSignOn) throw new Failure('not_found', 'no_single_sign_on');
  const known = discovered.get(singleSignOn);
  if (known) return known;
  const { issuer, clientId, clientSecret } = singleSignOn;
  // Only the machine itself may be spoken to in the clear; the settings refuse all else.
  const execute = issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
  const asked = oidc.discovery(issuer, clientId, clientSecret, undefined, { execute, timeout: 10 });
  discovered.set(singleSignOn, asked);
  asked.catch(() => discovered.delete(singleSignOn));
  return asked;
}

const returnAddress = ({ config }: Context, request: FastifyRequest) =>
  `${config.publicUrl ?? `${request.protocol}://${request.host}`}${RETURN}`;

/** Sends a browser to the provider. @param link the account that comes back linked; null signs in */
export async function startSignOn(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  { next, link }: { next: string; link: string | null },
): Promise<void> {
  const provider = await providerOf(context);
  const started: Started = {
    verifier: oidc.randomPKCECodeVerifier(),
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    next,
    link,
    until: context.now() + WAIT_SECONDS * 1000,
  };
  const address = oidc.buildAuthorizationUrl(provider, {
    redirect_uri: returnAddress(context, request),
    scope: 'openid profile',
    code_challenge: await oidc.calculatePKCECodeChallenge(started.verifier),
    code_challenge_method: 'S256',
    state: started.state,
    nonce: started.nonce,
  });
  const sealed = seal(context.signer, PURPOSE, JSON.stringify(started));
  setCookie(reply, context.config, [COOKIE, sealed], { life: WAIT_SECONDS, fromElsewhere: true });
  reply.redirect(address.href);
}

/**
 * The account of somebody who comes back from the provider, linked now where that was asked for.
 * @throws Failure unauthenticated: sso_failed, sso_unknown_account; conflict/sso_subject_taken
 */
export async function finishSignOn(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<{ account: Account; next: string }> {
  const sealed = readCookie(request, context.config, COOKIE);
  setCookie(reply, context.config, [COOKIE, ''], { life: 0, fromElsewhere: true });
  const opened = sealed ? openSealed(context.signer, PURPOSE, sealed) : null;
  const started = opened ? startedSchema.parse(JSON.parse(opened)) : null;
  if (!started || started.until < context.now()) throw new Failure('unauthenticated', 'sso_failed');
  const claims = await claimsOf(context, request, started);
  const account = started.link
    ? await linked(context, request, started.link, claims.sub)
    : await accountOf(context, request, claims);
  if (!account || account.disabledAt !== null) throw new Failure('unauthenticated', 'sso_unknown_account');
  return { account, next: started.next };
}

async function claimsOf(context: Context, request: FastifyRequest, started: Started) {
  const address = new URL(returnAddress(context, request));
  address.search = new URL(request.url, address).search;
  const provider = await providerOf(context);
  try {
    const tokens = await oidc.authorizationCodeGrant(provider, address, {
      pkceCodeVerifier: started.verifier,
      expectedState: started.state,
      expectedNonce: started.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims) return claims;
  } catch (error) {
    request.log.warn({ err: error }, 'single sign-on');
  }
  throw new Failure('unauthenticated', 'sso_failed');
}

async function accountOf(
  context: Context,
  request: FastifyRequest,
  claims: Awaited<ReturnType<typeof claimsOf>>,
): Promise<Account | null> {
  const known = await findSsoSubject(context.db, claims.sub);
  const claim = context.config.singleSignOn?.usernameClaim;
  const username = claim ? claims[claim] : undefined;
  if (known || typeof username !== 'string') return known;
  const named = await findUsername(context.db, username.toLowerCase());
  return named && named.ssoSubject === null && named.disabledAt === null
    ? linked(context, request, named.id, claims.sub)
    : null;
}

/** An account that the provider opens needs no first password any more. */
async function linked(
  { db, now }: Context,
  request: FastifyRequest,
  id: string,
  ssoSubject: string,
): Promise<Account | null> {
  const account = await findAccount(db, id);
  if (!account) return null;
  const invited = account.firstPasswordUntil !== null;
  const fields = { ssoSubject, ...(invited && { firstPasswordUntil: null, passwordHash: '' }) };
  const entry = {
    actor: actorFor(account),
    origin: request.ip,
    at: now(),
    action: 'account.linked',
    subject: { kind: 'account', id },
    agencyId: account.agencyId,
    after: { ssoSubject },
  };
  try {
    await db.write((tx) => [updateAccount(tx, db.tables, id, fields), recordAudit(tx, db.tables, entry)]);
  } catch (error) {
    if (isTaken(error)) throw new Failure('conflict', 'sso_subject_taken');
    throw error;
  }
  return { ...account, ...fields };
}
