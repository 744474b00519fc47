// What a password must be like that somebody chooses.
import type { Issue } from './issues.ts';

/** Characters. */
export const SHORTEST_PASSWORD = 12;

const COMMON =
  /^(?:matkhau|password|passw0rd|qwerty|qwertyuiop|abc|abcdef|admin|administrator|vietnam|langnghe|welcome|iloveyou|anhyeuem|0123456789|1234567890?|123456|12345678|9876543210?|\W|_)+\d{0,4}\W*$/i;

/**
 * What is wrong with a password that somebody chose; empty when nothing is.
 * @returns at most one issue, at the path `password`: password_too_short, password_like_username, password_too_common
 */
export function passwordFaults(password: string, username: string): Issue[] {
  const issue = (code: string): Issue => ({ path: ['password'], code });
  const folded = password.toLowerCase();
  if ([...password].length < SHORTEST_PASSWORD) return [issue('password_too_short')];
  if (folded.replaceAll(username, '').length < SHORTEST_PASSWORD / 2)
    return [issue('password_like_username')];
  if (new Set(folded).size < 5 || COMMON.test(folded)) return [issue('password_too_common')];
  return [];
}
