// Signed notes and checkpoints in the text forms of C2SP (signed-note, tlog-checkpoint), Ed25519.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';

const ED25519 = 1;

export interface Signer {
  name: string;
  key: KeyObject;
}
export interface Verifier {
  name: string;
  key: KeyObject;
}

/** A tree head as it is signed. */
export interface Checkpoint {
  origin: string;
  size: number;
  root: Buffer;
}

/** A new signer with a fresh key. */
export function newSigner(name: string): Signer {
  return { name, key: generateKeyPairSync('ed25519').privateKey };
}

/** `PRIVATE+KEY+name+id+key`, the form in which a signer is kept. */
export function formatSigner({ name, key }: Signer): string {
  const { d } = key.export({ format: 'jwk' });
  const seed = Buffer.from(d ?? '', 'base64url');
  return `PRIVATE+KEY+${name}+${keyId(name, rawPublic(key)).toString('hex')}+${tagged(seed)}`;
}

/** @throws Error when the text is no signer */
export function parseSigner(text: string): Signer {
  const [, name, id, encoded] = /^PRIVATE\+KEY\+([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? [];
  const seed = untagged(encoded);
  if (!name || !seed) throw new Error('this is not a signing key');
  // PKCS #8 header of an Ed25519 seed (RFC 8410).
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  if (keyId(name, rawPublic(key)).toString('hex') !== id) throw new Error('this signing key is damaged');
  return { name, key };
}

/** `name+id+key`, to be given to everybody who wants to check. */
export function formatVerifier({ name, key }: Signer | Verifier): string {
  const raw = rawPublic(key);
  return `${name}+${keyId(name, raw).toString('hex')}+${tagged(raw)}`;
}

/** @throws Error when the text is no verifier */
export function parseVerifier(text: string): Verifier {
  const [, name, , encoded] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? [];
  const raw = untagged(encoded);
  if (!name || !raw) throw new Error('this is not a verifier key');
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]);
  return { name, key: createPublicKey({ key: der, format: 'der', type: 'spki' }) };
}

/** The signed text of a tree head. */
export function signCheckpoint({ origin, size, root }: Checkpoint, signer: Signer): string {
  const text = `${origin}\n${size}\n${root.toString('base64')}\n`;
  const id = keyId(signer.name, rawPublic(signer.key));
  const signature = Buffer.concat([id, sign(null, Buffer.from(text), signer.key)]);
  return `${text}\n\u2014 ${signer.name} ${signature.toString('base64')}\n`;
}

/** The tree head in a signed text; null when it is not one or this verifier did not sign it. */
export function openCheckpoint(note: string, verifier: Verifier): Checkpoint | null {
  const split = note.lastIndexOf('\n\n');
  if (split < 0) return null;
  const text = note.slice(0, split + 1);
  const [origin, size, root] = text.split('\n');
  if (!origin || !root || !/^(0|[1-9]\d{0,15})$/.test(size ?? '')) return null;
  const id = keyId(verifier.name, rawPublic(verifier.key));
  const signed = note
    .slice(split + 2)
    .split('\n')
    .some((line) => isSignature(line, text, id, verifier));
  return signed ? { origin, size: Number(size), root: Buffer.from(root, 'base64') } : null;
}

function isSignature(line: string, text: string, id: Buffer, { name, key }: Verifier): boolean {
  const [dash, signedBy, encoded] = line.split(' ');
  if (dash !== '\u2014' || signedBy !== name || !encoded) return false;
  const bytes = Buffer.from(encoded, 'base64');
  return bytes.subarray(0, 4).equals(id) && verify(null, Buffer.from(text), key, bytes.subarray(4));
}

function keyId(name: string, raw: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(`${name}\n`), Buffer.from([ED25519]), raw]);
  return createHash('sha256').update(content).digest().subarray(0, 4);
}

function rawPublic(key: KeyObject): Buffer {
  const { x } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  return Buffer.from(x ?? '', 'base64url');
}

const tagged = (raw: Buffer) => Buffer.concat([Buffer.from([ED25519]), raw]).toString('base64');

function untagged(encoded: string | undefined): Buffer | null {
  const bytes = Buffer.from(encoded ?? '', 'base64');
  return bytes.length === 33 && bytes[0] === ED25519 ? bytes.subarray(1) : null;
}
