// Challenges for proof of work, and whether a proof holds. Nothing is kept: the challenge carries the server's stamp.
import { createHash } from 'node:crypto';
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
import { isStamp, stamp } from '../secrets.ts';
import type { Touchpoint } from '../touchpoints/queries.ts';

type Asked = Pick<Touchpoint, 'id'>;

const PURPOSE = 'proof of work';
const stampedText = ({ id }: Asked, asked: string) => `${id} ${asked}`;

/** A challenge for a touchpoint: `BITS.EXPIRES.STAMP`. */
export function newChallenge({ signer, now }: Pick<Context, 'signer' | 'now'>, touchpoint: Asked): string {
  const asked = `${PROOF_BITS}.${now() + PROOF_VALID_MS}`;
  return `${asked}.${stamp(signer, PURPOSE, stampedText(touchpoint, asked))}`;
}

/** Whether work was done for this very response, on a challenge of ours for this touchpoint that has not expired. */
export function isProved(
  { signer, now }: Pick<Context, 'signer' | 'now'>,
  touchpoint: Asked,
  { id, proof }: Pick<Submission, 'id' | 'proof'>,
): boolean {
  const read = proof === undefined ? null : readProof(proof);
  if (!read || read.expires < now()) return false;
  const { challenge, asked, bits, stamp: given, nonce } = read;
  const seed = sha256(seedText(challenge, id));
  // The cheap look first: whoever sends rubbish pays more than we do.
  if (!hasZeroBits(sha256(workBlock(seed, nonce)), bits)) return false;
  return isStamp(signer, PURPOSE, stampedText(touchpoint, asked), given);
}

function sha256(data: string | Uint8Array): Uint8Array {
  return createHash('sha256').update(data).digest();
}
