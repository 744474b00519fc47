// The second factor: codes of an authenticator app (TOTP, RFC 6238), and recovery codes for when it is lost.
import { createHash, randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { type Doer, recordAudit } from '../audit/recording.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { openSealed, seal } from '../secrets.ts';
import { type Account, spendTotpStep, updateAccount } from './queries.ts';

const PURPOSE = 'authenticator';
const STEP_MS = 30_000;
const RECOVERY_CODES = 8;

/** A new secret, which counts once a code of it was given. */
export async function proposeAuthenticator(
  { db, signer }: Context,
  account: Account,
): Promise<{ secret: string; address: string }> {
  if (account.totpSince !== null) throw new Failure('conflict', 'authenticator_in_use');
  const secret = new Secret({ size: 20 });
  await db.write((tx) => [
    updateAccount(tx, db.tables, account.id, { totpSecret: seal(signer, PURPOSE, secret.base32) }),
  ]);
  return { secret: secret.base32, address: totp(account, secret.base32).toString() };
}

/**
 * Switches the second factor on.
 * @returns the recovery codes, shown once
 * @throws Failure invalid/wrong_code; conflict/authenticator_in_use
 */
export async function confirmAuthenticator(
  { db, signer, now }: Context,
  doer: Doer,
  account: Account,
  code: string,
): Promise<string[]> {
  if (account.totpSince !== null) throw new Failure('conflict', 'authenticator_in_use');
  const step = stepOf(signer, account, code, now());
  if (step === null) throw new Failure('invalid', 'wrong_code', [{ path: ['code'], code: 'wrong_code' }]);
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  const rows = codes.map((each) => ({ accountId: account.id, codeHash: hashOf(each) }));
  const { recoveryCodes } = db.tables;
  const at = now();
  await db.write((tx) => [
    tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, account.id)),
    tx.insertMany(recoveryCodes, rows),
    updateAccount(tx, db.tables, account.id, { totpSince: at, totpStep: step }),
    recordAudit(tx, db.tables, entryOf(account, doer, at, 'account.authenticator_added')),
  ]);
  return codes;
}

/** Switches the second factor off. */
export async function removeAuthenticator({ db, now }: Context, doer: Doer, account: Account): Promise<void> {
  const { recoveryCodes } = db.tables;
  await db.write((tx) => [
    tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, account.id)),
    updateAccount(tx, db.tables, account.id, { totpSecret: null, totpSince: null, totpStep: null }),
    recordAudit(tx, db.tables, entryOf(account, doer, now(), 'account.authenticator_removed')),
  ]);
}

/** Whether a code of the app, or a recovery code, opens an account; it is spent by asking. */
export async function spendCode(
  { db, signer, now }: Context,
  account: Account,
  code: string,
): Promise<boolean> {
  const step = stepOf(signer, account, code, now());
  const { recoveryCodes } = db.tables;
  const recovery = and(eq(recoveryCodes.accountId, account.id), eq(recoveryCodes.codeHash, hashOf(code)));
  const [spent = []] = await db.write((tx) => [
    step === null
      ? tx.delete(recoveryCodes).where(recovery).returning({ id: recoveryCodes.accountId })
      : spendTotpStep(tx, db.tables, account, step),
  ]);
  return spent.length > 0;
}

function entryOf(account: Account, doer: Doer, at: number, action: string) {
  return { ...doer, at, action, subject: { kind: 'account', id: account.id }, agencyId: account.agencyId };
}

const totp = (account: Account, secret: string) =>
  new TOTP({ issuer: 'Lắng Nghe', label: account.username, secret: Secret.fromBase32(secret) });

/** The half minute that a code belongs to, if it is right and later than the last one used. */
function stepOf(signer: Context['signer'], account: Account, code: string, now: number): number | null {
  const secret = account.totpSecret && openSealed(signer, PURPOSE, account.totpSecret);
  if (!secret) return null;
  const delta = totp(account, secret).validate({ token: code.replace(/\s/g, ''), timestamp: now, window: 1 });
  if (delta === null) return null;
  const step = Math.floor(now / STEP_MS) + delta;
  return account.totpStep !== null && step <= account.totpStep ? null : step;
}

function newRecoveryCode(): string {
  return (randomBytes(8).toString('hex').match(/.{4}/g) ?? []).join('-');
}

/** 64 random bits need no slow hash. */
const hashOf = (code: string) =>
  createHash('sha256').update(code.trim().toLowerCase().replace(/[\s-]/g, '')).digest('hex');
