// Passwords: scrypt with r = 8, p = 3 and a salt of 16 bytes each. What people choose takes N = 2^15 (32 MB, the OWASP
// minimum); a first password is random enough for less, and five hundred of them must not take a minute.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Failure } from '../errors.ts';

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);
const COST = { r: 8, p: 3, maxmem: 64 * 1024 * 1024 };
const CHOSEN = 15;
const RANDOM = 10;

/** Each takes 32 MB and a tenth of a second: two at a time, and a queue that a flood of sign-ins cannot make long. */
const AT_ONCE = 2;
const LONGEST_QUEUE = 50;
let running = 0;
const queue: (() => void)[] = [];

async function hash(password: string, salt: Buffer, logN: number): Promise<Buffer> {
  if (running >= AT_ONCE) {
    if (queue.length >= LONGEST_QUEUE) throw new Failure('overloaded', 'overloaded');
    await new Promise<void>((resolve) => queue.push(resolve));
  } else running += 1;
  try {
    return await derive(password.normalize('NFC'), salt, 32, { ...COST, N: 2 ** logN });
  } finally {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  }
}

/** `scrypt$log2 of N$salt$hash`, the last two base64url. */
export async function hashPassword(password: string, { random = false } = {}): Promise<string> {
  const salt = randomBytes(16);
  const logN = random ? RANDOM : CHOSEN;
  const hashed = await hash(password, salt, logN);
  return `scrypt$${logN}$${salt.toString('base64url')}$${hashed.toString('base64url')}`;
}

/** Takes as long without a stored hash, so that the time does not tell whether an account exists. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const [, logN = '', salt = '', expected = ''] = (stored ?? '').split('$');
  const computed = await hash(password, Buffer.from(salt, 'base64url'), Number(logN) || CHOSEN);
  const wanted = Buffer.from(expected, 'base64url');
  return wanted.length === computed.length && timingSafeEqual(wanted, computed);
}

/** A random password that can be read from paper: four groups of four letters and digits, 79 bits. */
export function newFirstPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const picked: string[] = [];
  // Bytes from 248 on would favour the first letters.
  while (picked.length < 16)
    for (const byte of randomBytes(16))
      if (byte < 248 && picked.length < 16) picked.push(letters.charAt(byte % 31));
  return (picked.join('').match(/.{4}/g) ?? []).join('-');
}
