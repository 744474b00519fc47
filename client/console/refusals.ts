// Where somebody is led whom the server does not know, or who must choose a password first.
import { ApiError } from '../api.ts';

/** Addresses within the console that the server's refusals lead to. */
const LEADS: Record<string, string> = {
  not_signed_in: '/sign-in',
  password_change_required: '/password',
};

/**
 * Where an error leads, with the page to come back to; null when it leads nowhere.
 * @param here path and search of the page, within the console
 */
export function leadOf(error: Error, here: string): string | null {
  const lead = error instanceof ApiError ? LEADS[error.code] : undefined;
  if (!lead || here.startsWith(lead)) return null;
  return here === '/' ? lead : `${lead}?next=${encodeURIComponent(here)}`;
}

/** The page to go to after signing in: never one outside the console, whoever wrote the link. */
export function nextPage(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '/';
  // `//elsewhere`, `/\elsewhere` and control characters are read by browsers as another site.
  const safe = /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(next);
  return safe && !Object.values(LEADS).some((lead) => next.startsWith(lead)) ? next : '/';
}
