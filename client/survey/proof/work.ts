// The work itself. WebCrypto would need a wait for each of some hundred thousand hashes, and exists on https only.
import { sha256 } from '@noble/hashes/sha2.js';
import { hasZeroBits, seedText, workBlock, writeProof } from '#domain/proof-of-work.ts';

/** Finds a proof for a response; keeps the processor busy until it has. */
export function findProof(challenge: string, id: string): string {
  const bits = Number.parseInt(challenge, 10);
  const seed = sha256(Uint8Array.from(seedText(challenge, id), (sign) => sign.charCodeAt(0)));
  let nonce = 0;
  while (!hasZeroBits(sha256(workBlock(seed, nonce)), bits)) nonce += 1;
  return writeProof(challenge, nonce);
}
