// Touchpoints and the short codes that are printed, read aloud and typed by hand.
export const TOUCHPOINT_KINDS = ['counter', 'kiosk', 'qr_poster', 'website', 'paper'] as const;
export type TouchpointKind = (typeof TOUCHPOINT_KINDS)[number];

export const TOUCHPOINT_STATES = ['open', 'paused', 'revoked'] as const;
export type TouchpointState = (typeof TOUCHPOINT_STATES)[number];

/** No 0/O, no 1/I/L, and no vowels, so that no code spells a word. */
export const CODE_ALPHABET = '23456789BCDFGHJKMNPQRSTVWXZ';
/** 27⁸ ≈ 2.8 × 10¹¹ codes: with ten thousand in use, one guess in 28 million hits. */
export const CODE_LENGTH = 8;

/** A code from random bytes (at least 2 × CODE_LENGTH; bytes that would favour some letters are passed over). */
export function codeFromBytes(bytes: Uint8Array): string {
  const fair = 256 - (256 % CODE_ALPHABET.length);
  let code = '';
  for (const byte of bytes) {
    if (byte < fair) code += CODE_ALPHABET[byte % CODE_ALPHABET.length];
    if (code.length === CODE_LENGTH) return code;
  }
  throw new RangeError('not enough random bytes');
}

/** What a person typed → the code as stored, or null when it cannot be one: case, spaces and hyphens do not matter. */
export function normaliseCode(typed: string): string | null {
  const code = typed.replace(/[\s-]/g, '').toUpperCase();
  const valid = code.length === CODE_LENGTH && [...code].every((c) => CODE_ALPHABET.includes(c));
  return valid ? code : null;
}

/** `7KQMP3XR` → `7KQM-P3XR`, as it is printed. */
export function formatCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}
