// The tablet's own key: made here, kept in IndexedDB, and not even this program can read its private half.
import { DEVICE_KEY, DEVICE_SIGNATURE } from '#domain/device-signing.ts';

/** Keys exist only in a secure context: https, or the machine itself. */
export function canSign(): boolean {
  return globalThis.crypto?.subtle !== undefined;
}

export async function newKeys(): Promise<CryptoKeyPair> {
  return (await crypto.subtle.generateKey(DEVICE_KEY, false, ['sign', 'verify'])) as CryptoKeyPair;
}

/** SPKI, base64url. */
export async function publicKeyOf({ publicKey }: CryptoKeyPair): Promise<string> {
  return base64url(await crypto.subtle.exportKey('spki', publicKey));
}

/** IEEE P1363, base64url. */
export async function signText({ privateKey }: CryptoKeyPair, text: string): Promise<string> {
  return base64url(await crypto.subtle.sign(DEVICE_SIGNATURE, privateKey, new TextEncoder().encode(text)));
}

/** SHA-256, lower-case hex. */
export async function sha256hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Without padding. */
function base64url(bytes: ArrayBuffer): string {
  const binary = String.fromCharCode(...new Uint8Array(bytes));
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
