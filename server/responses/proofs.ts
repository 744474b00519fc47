// Challenges for proof of work, and whether a proof holds. Nothing is kept: the challenge carries the server's signature.
import { createHash, createPublicKey, sign, verify } from 'node:crypto';
import {
  hasZeroBits,
  PROOF_BITS,
  PROOF_VALID_MS,
  readProof,
  seedText,
  workBlock,
} from '#domain/proof-of-work.ts';
import type { Submission } from '#domain/submissions.ts';
import type { Context } from '../context.ts';
import type { Touchpoint } from '../touchpoints/queries.ts';

type Asked = Pick<Touchpoint, 'id'>;

/** A challenge for a touchpoint: `BITS.EXPIRES.SIGNATURE`. */
export function newChallenge({ signer, now }: Pick<Context, 'signer' | 'now'>, touchpoint: Asked): string {
  const asked = `${PROOF_BITS}.${now() + PROOF_VALID_MS}`;
  return `${asked}.${sign(null, signedText(touchpoint, asked), signer.key).toString('base64url')}`;
}

/** Whether work was done for this very response, on a challenge of ours for this touchpoint that has not expired. */
export function isProved(
  { signer, now }: Pick<Context, 'signer' | 'now'>,
  touchpoint: Asked,
  { id, proof }: Pick<Submission, 'id' | 'proof'>,
): boolean {
  const read = proof === undefined ? null : readProof(proof);
  if (!read || read.expires < now()) return false;
  const { challenge, signed, bits, signature, nonce } = read;
  const seed = sha256(seedText(challenge, id));
  // The cheap look first: whoever sends rubbish pays more than we do.
  if (!hasZeroBits(sha256(workBlock(seed, nonce)), bits)) return false;
  const key = createPublicKey(signer.key);
  return verify(null, signedText(touchpoint, signed), key, Buffer.from(signature, 'base64url'));
}

/** Says what it is, so that the key that signs the ledger can sign nothing of it by this way. */
function signedText({ id }: Asked, asked: string): Buffer {
  return Buffer.from(`lang-nghe proof of work/1\n${id}\n${asked}\n`);
}

function sha256(data: string | Uint8Array): Uint8Array {
  return createHash('sha256').update(data).digest();
}
