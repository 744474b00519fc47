// Whether a text was signed by the key that a tablet was paired with: ECDSA P-256, SHA-256, IEEE P1363.
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';

/** SHA-256 of a text in UTF-8, lower-case hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Whether a signature over a text is the key's.
 * @param publicKey SPKI, base64url without padding
 * @param signature 64 bytes, base64url without padding
 */
export function isSigned(publicKey: string, text: string, signature: string): boolean {
  const key = readKey(publicKey);
  const bytes = decode(signature);
  return (
    key !== null &&
    bytes !== null &&
    verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, bytes)
  );
}

/** The key, if it is written in the one way that counts: the same key in another spelling would be another device. */
function readKey(publicKey: string): KeyObject | null {
  const der = decode(publicKey);
  if (!der) return null;
  try {
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') return null;
    return key.export({ format: 'der', type: 'spki' }).equals(der) ? key : null;
  } catch {
    return null;
  }
}

function decode(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : null;
}
