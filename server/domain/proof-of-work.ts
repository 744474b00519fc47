// Work that a touchpoint under attack asks of whoever answers: cheap for one person, dear for a flood. A number is to be
// found that, after a seed, makes SHA-256 begin with so many zero bits. The seed holds the id of the response: work done
// for one proves no other, and sending one response again is harmless, so that nothing has to be remembered.

/**
 * On average 2¹⁷ tries, each one block of SHA-256: 0.5 s on a computer, some 3 s on an old phone that makes 45,000 a
 * second. One in twenty takes three times as long.
 */
export const PROOF_BITS = 17;

/** How long, in milliseconds, a challenge can be answered: somebody may find the network again only hours later. */
export const PROOF_VALID_MS = 86_400_000;

/** The text whose SHA-256 is the seed. */
export function seedText(challenge: string, id: string): string {
  return `${challenge}\n${id.toLowerCase()}`;
}

/** What is hashed for one number: 32 bytes of seed, then the number in four bytes, the highest first. */
export function workBlock(seed: Uint8Array, nonce: number): Uint8Array {
  const block = new Uint8Array(36);
  block.set(seed);
  new DataView(block.buffer).setUint32(32, nonce);
  return block;
}

/** Whether a hash begins with at least so many zero bits. */
export function hasZeroBits(hash: Uint8Array, bits: number): boolean {
  const whole = bits >> 3;
  for (let index = 0; index < whole; index++) if (hash[index] !== 0) return false;
  return (hash[whole] ?? 0) < 2 ** (8 - (bits & 7));
}

/** `CHALLENGE.NUMBER`, as it is sent along. */
export function writeProof(challenge: string, nonce: number): string {
  return `${challenge}.${nonce}`;
}

/** The parts of a proof, or null when it is none: a challenge is `BITS.EXPIRES.SIGNATURE`. */
export function readProof(proof: string) {
  const parts = /^(((\d{1,2})\.(\d{1,15}))\.([\w-]{86}))\.(\d{1,10})$/.exec(proof);
  if (!parts) return null;
  const [, challenge = '', signed = '', bits, expires, signature = '', nonce] = parts;
  const number = Number(nonce);
  if (number > 0xffff_ffff) return null;
  return { challenge, signed, bits: Number(bits), expires: Number(expires), signature, nonce: number };
}
