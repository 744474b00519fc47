import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getJson, sendJson } from '../../../api.ts';
import { ME } from '../../me.ts';

/** A browser in which the own account is signed in. */
export interface Session {
  id: string;
  browser: string | null;
  createdAt: string;
  seenAt: string;
  /** When it ends unless it is used before. */
  endsAt: string;
  current: boolean;
}

const SESSIONS = ['me', 'sessions'] as const;

export function useSessions() {
  return useQuery({
    queryKey: SESSIONS,
    queryFn: async ({ signal }) => (await getJson<{ sessions: Session[] }>('/me/sessions', signal)).sessions,
  });
}

/** @returns ends one session, or all but this one */
export function useEndSession() {
  const client = useQueryClient();
  return async (id: string | 'others'): Promise<void> => {
    await sendJson('DELETE', `/me/sessions/${encodeURIComponent(id)}`);
    await client.invalidateQueries({ queryKey: SESSIONS });
  };
}

/** What an authenticator app needs. */
export interface Proposal {
  secret: string;
  /** `otpauth://`, for a QR code. */
  address: string;
}

export function useAuthenticator() {
  const client = useQueryClient();
  const known = () => client.invalidateQueries({ queryKey: ME, exact: true });
  return {
    propose: (password: string) => sendJson<Proposal>('POST', '/me/authenticator', { password }),
    confirm: async (code: string): Promise<string[]> =>
      (await sendJson<{ recoveryCodes: string[] }>('PUT', '/me/authenticator', { code })).recoveryCodes,
    remove: async (password: string): Promise<void> => {
      await sendJson('POST', '/me/authenticator/removal', { password });
      await known();
    },
    /** Reads anew whether it is on. */
    known,
  };
}
