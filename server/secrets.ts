// Secrets that follow from the installation's key: what they protect in the database is of no use without the key.
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import type { Signer } from './ledger/note.ts';

/** A secret of 32 bytes for one purpose; the same for as long as the installation keeps its key. */
function secretFor({ key }: Signer, purpose: string): Buffer {
  const seed = Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url');
  return Buffer.from(hkdfSync('sha256', seed, '', `lang-nghe ${purpose}`, 32));
}

/** A short text that nobody can make up for a purpose and a content. */
export function stamp(signer: Signer, purpose: string, content: string): string {
  return createHmac('sha256', secretFor(signer, purpose)).update(content).digest('base64url');
}

/** Whether a stamp is the right one; compared in constant time. */
export function isStamp(signer: Signer, purpose: string, content: string, given: string): boolean {
  const [expected, actual] = [Buffer.from(stamp(signer, purpose, content)), Buffer.from(given)];
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/** Encrypts a text (AES-256-GCM); `openSealed` reads it back. */
export function seal(signer: Signer, purpose: string, text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', secretFor(signer, purpose), iv);
  const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), content]).toString('base64url');
}

/** What was sealed; null when it was changed, or sealed with another key. */
export function openSealed(signer: Signer, purpose: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', secretFor(signer, purpose), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
