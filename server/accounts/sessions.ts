// Who is signed in: a random token in a cookie, its hash in the database.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { and, desc, eq, ne } from 'drizzle-orm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import type { Database, Statement, Tables, Writer } from '../db/database.ts';
import type { Account } from './queries.ts';

export const IDLE_MS = 8 * 3_600_000;
export const LONGEST_MS = 7 * 24 * 3_600_000;
/** How exactly it is known when somebody was last seen; less would mean a write with each request. */
const SEEN_MS = 60_000;

export type Session = Tables['sessions']['$inferSelect'];

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** A fresh session and the token that only its browser knows. */
export function newSession(
  accountId: string,
  request: FastifyRequest,
  at: number,
): { token: string; session: Session } {
  const token = randomBytes(32).toString('base64url');
  const browser = request.headers['user-agent']?.slice(0, 200) ?? null;
  const session = {
    id: randomUUID(),
    tokenHash: hashOf(token),
    accountId,
    browser,
    createdAt: at,
    seenAt: at,
  };
  return { token, session };
}

export function insertSession(tx: Writer, { sessions }: Tables, session: Session): Statement {
  return tx.insert(sessions).values(session);
}

export function deleteSession(tx: Writer, { sessions }: Tables, token: string): Statement {
  return tx.delete(sessions).where(eq(sessions.tokenHash, hashOf(token)));
}

/**
 * Ends an account's sessions.
 * @param except the id of the one that stays
 * @param only the id of the one that ends
 */
export function deleteSessionsOf(
  tx: Writer,
  { sessions }: Tables,
  accountId: string,
  { except, only }: { except?: string; only?: string } = {},
): Statement {
  const which = and(
    eq(sessions.accountId, accountId),
    except === undefined ? undefined : ne(sessions.id, except),
    only === undefined ? undefined : eq(sessions.id, only),
  );
  return tx.delete(sessions).where(which).returning({ id: sessions.id });
}

const isOver = ({ createdAt, seenAt }: Session, now: number) =>
  now - seenAt > IDLE_MS || now - createdAt > LONGEST_MS;

/** The sessions of an account that have not ended, the latest seen first. */
export async function sessionsOf(db: Database, accountId: string, now: number): Promise<Session[]> {
  const { sessions } = db.tables;
  const found = await db.read
    .select()
    .from(sessions)
    .where(eq(sessions.accountId, accountId))
    .orderBy(desc(sessions.seenAt));
  return found.filter((session) => !isOver(session, now));
}

/** Whose a token is, if its session has not ended and the account may be used. */
export async function sessionOfToken(
  db: Database,
  token: string,
  now: number,
): Promise<{ account: Account; session: Session } | null> {
  const { accounts, sessions } = db.tables;
  const [found] = await db.read
    .select()
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(eq(sessions.tokenHash, hashOf(token)))
    .limit(1);
  if (!found || found.accounts.disabledAt !== null || isOver(found.sessions, now)) return null;
  const { seenAt, id } = found.sessions;
  if (now - seenAt > SEEN_MS)
    await db.write((tx) => [tx.update(sessions).set({ seenAt: now }).where(eq(sessions.id, id))]);
  return { account: found.accounts, session: found.sessions };
}

const isSecure = ({ publicUrl }: Config) => publicUrl?.startsWith('https:') ?? false;
/** Over https no other host may plant a cookie of that name. */
const prefixed = (config: Config, name: string) => (isSecure(config) ? `__Host-${name}` : name);

export interface CookieOptions {
  /** Seconds; 0 takes it away. */
  life: number;
  /** Sent along when another site leads here, as the way back from a single sign-on does. */
  fromElsewhere?: boolean;
}

export function readCookie(request: FastifyRequest, config: Config, name: string): string | null {
  const start = `${prefixed(config, name)}=`;
  const cookies = (request.headers.cookie ?? '').split(';').map((each) => each.trim());
  return cookies.find((each) => each.startsWith(start))?.slice(start.length) || null;
}

export function setCookie(
  reply: FastifyReply,
  config: Config,
  [name, value]: [string, string],
  { life, fromElsewhere = false }: CookieOptions,
): void {
  const same = fromElsewhere ? 'Lax' : 'Strict';
  const flags = `Path=/; Max-Age=${life}; HttpOnly; SameSite=${same}${isSecure(config) ? '; Secure' : ''}`;
  reply.header('set-cookie', `${prefixed(config, name)}=${value}; ${flags}`);
}

const SESSION = 'session';

export const tokenOf = (request: FastifyRequest, config: Config) => readCookie(request, config, SESSION);

/** Hands a session's token to its browser; null takes it away. */
export function setSessionCookie(reply: FastifyReply, config: Config, token: string | null): void {
  setCookie(reply, config, [SESSION, token ?? ''], { life: token ? LONGEST_MS / 1000 : 0 });
}
