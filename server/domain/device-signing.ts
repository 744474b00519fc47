// The exact texts that a paired tablet signs. Tablet and server make them here and nowhere else; free of zod, because
// the tablet downloads it. Hashes are SHA-256 in lower-case hex; each side hashes with what its platform has.

/** How the tablet's key is made and used, in the words of WebCrypto. */
export const DEVICE_KEY = { name: 'ECDSA', namedCurve: 'P-256' } as const;
export const DEVICE_SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** Responses in one batch, at most. */
export const LARGEST_BATCH = 50;

/**
 * Proves that whoever asks to be paired holds the key.
 * @param publicKey SPKI, base64url without padding
 * @param sentAt ISO instant by the tablet's clock
 */
export function pairingText(publicKey: string, sentAt: string): string {
  return `lang-nghe pairing/1\n${publicKey}\n${sentAt}`;
}

/**
 * One link of a tablet's chain. The SHA-256 of this text is the batch's hash, and the next one's `previous`.
 * @param sequence 1, 2, 3 …
 * @param previous hash of the batch before; empty for the first
 * @param payloadHash of the payload's text, byte for byte
 */
export function batchText(device: string, sequence: number, previous: string, payloadHash: string): string {
  return `lang-nghe batch/1\n${device}\n${sequence}\n${previous}\n${payloadHash}`;
}

/** A sign of life. */
export function heartbeatText(device: string, sentAt: string, payloadHash: string): string {
  return `lang-nghe heartbeat/1\n${device}\n${sentAt}\n${payloadHash}`;
}
