// What somebody wrote in their own words, sealed so that it can be erased later without breaking the ledger:
// the ledger holds a salted hash of each text; text and salt go together, the hash stays.
import { createHash, randomBytes } from 'node:crypto';

interface SealedText {
  /** Absent when erased. */
  text?: string;
  salt?: string;
  /** SHA-256, hex, of salt and text. */
  hash: string;
}
/** By question code. */
export type SealedComments = Record<string, SealedText>;

/** 16 random bytes as hex. */
export function newSalt(): string {
  return randomBytes(16).toString('hex');
}

/** SHA-256, hex, of a salt and what it protects. */
export function saltedHash(salt: string, content: string): string {
  return createHash('sha256').update(salt).update('\n').update(content).digest('hex');
}

/** The column `comments` for texts by question code; null for none. */
export function sealComments(texts: Record<string, string>): string | null {
  const sealed: SealedComments = {};
  for (const [question, text] of Object.entries(texts)) {
    const salt = newSalt();
    sealed[question] = { text, salt, hash: saltedHash(salt, text) };
  }
  return Object.keys(sealed).length > 0 ? JSON.stringify(sealed) : null;
}

/** Reads the column `comments`. */
export function openComments(column: string | null): SealedComments {
  return column === null ? {} : (JSON.parse(column) as SealedComments);
}

/** The column `comments` after erasing every text in it. */
export function eraseComments(column: string): string {
  const entries = Object.entries(openComments(column));
  return JSON.stringify(Object.fromEntries(entries.map(([question, { hash }]) => [question, { hash }])));
}
