// From a username and a password to a session.
import { randomBytes } from 'node:crypto';
import { lt } from 'drizzle-orm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { recordAudit } from '../audit/recording.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { isStamp, stamp } from '../secrets.ts';
import { spendCode } from './authenticator.ts';
import { verifyPassword } from './passwords.ts';
import { type Account, actorFor, findUsername, updateAccount } from './queries.ts';
import {
  deleteSession,
  insertSession,
  LONGEST_MS,
  newSession,
  readCookie,
  setCookie,
  setSessionCookie,
  tokenOf,
} from './sessions.ts';
import type { Throttle } from './throttle.ts';

export interface Credentials {
  username: string;
  password: string;
  /** Of the authenticator, or a recovery code; needed where the account has one. */
  code?: string | undefined;
}

/**
 * The account that credentials open.
 * @throws Failure too_many/too_many_sign_ins with the seconds to wait; unauthenticated: wrong_credentials (also for
 * accounts that do not exist, are disabled, or whose first password ran out), code_required, wrong_code
 */
export async function checkCredentials(
  context: Context,
  throttle: Throttle,
  request: FastifyRequest,
  { username, password, code }: Credentials,
): Promise<Account> {
  const { db, now } = context;
  const key = throttleKey(context, request, username);
  throttle.attempt(key, now());
  const account = await findUsername(db, username);
  const right = await verifyPassword(password, account?.passwordHash ?? null);
  if (!account || !right || !isUsable(account, now())) {
    await recordRefusal(context, request, account);
    throw new Failure('unauthenticated', 'wrong_credentials');
  }
  if (account.totpSince !== null) {
    if (!code) throw new Failure('unauthenticated', 'code_required');
    if (!(await spendCode(context, account, code))) {
      await recordRefusal(context, request, account);
      throw new Failure('unauthenticated', 'wrong_code');
    }
  }
  throttle.succeeded(key);
  return account;
}

const isUsable = ({ disabledAt, firstPasswordUntil }: Account, now: number) =>
  disabledAt === null && (firstPasswordUntil === null || now <= firstPasswordUntil);

/** Signs an account in: a fresh session whatever the browser brought, whose old one ends. */
export async function openSession(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  account: Account,
): Promise<void> {
  const { db, config, now } = context;
  const at = now();
  const { token, session } = newSession(account.id, request, at);
  const before = tokenOf(request, config);
  const { sessions } = db.tables;
  const subject = { kind: 'account', id: account.id };
  const doer = { actor: actorFor(account), origin: request.ip };
  await db.write((tx) => [
    ...(before ? [deleteSession(tx, db.tables, before)] : []),
    tx.delete(sessions).where(lt(sessions.createdAt, at - LONGEST_MS)),
    insertSession(tx, db.tables, session),
    updateAccount(tx, db.tables, account.id, { signedInAt: at }),
    recordAudit(tx, db.tables, {
      ...doer,
      at,
      action: 'session.opened',
      subject,
      agencyId: account.agencyId,
    }),
  ]);
  setSessionCookie(reply, config, token);
  rememberBrowser(context, reply, account.username);
}

/** Nobody's name is written down for a username that does not exist: it may be a password in the wrong field. */
async function recordRefusal(
  { db, now }: Context,
  { ip }: FastifyRequest,
  account: Account | null,
): Promise<void> {
  const entry = {
    actor: null,
    origin: ip,
    at: now(),
    action: 'session.refused',
    subject: { kind: 'account', id: account?.id ?? 'unknown' },
    agencyId: account?.agencyId ?? null,
  };
  await db.write((tx) => [recordAudit(tx, db.tables, entry)]);
}

const KNOWN = 'known';
const KNOWN_SECONDS = 400 * 24 * 3600;

/** Lets a browser be known again as one that has signed in to this account. */
function rememberBrowser({ config, signer }: Context, reply: FastifyReply, username: string): void {
  const nonce = randomBytes(12).toString('base64url');
  const value = `${nonce}.${stamp(signer, KNOWN, `${username} ${nonce}`)}`;
  setCookie(reply, config, [KNOWN, value], { life: KNOWN_SECONDS });
}

function throttleKey({ config, signer }: Context, request: FastifyRequest, username: string): string {
  const [nonce = '', given = ''] = (readCookie(request, config, KNOWN) ?? '').split('.');
  const known = isStamp(signer, KNOWN, `${username} ${nonce}`, given);
  return JSON.stringify([username, known ? nonce : request.ip]);
}
