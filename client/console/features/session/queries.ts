import { useQueryClient } from '@tanstack/react-query';
import { sendJson } from '../../../api.ts';
import { INSTALLATION } from '../../installation.ts';
import { ME, type Me } from '../../me.ts';

export interface Credentials {
  username: string;
  password: string;
  /** Of the authenticator, or a recovery code; empty until it is asked for. */
  code: string;
}

export function signIn({ username, password, code }: Credentials): Promise<Me> {
  return sendJson<Me>('POST', '/session', { username, password, ...(code && { code }) });
}

/** What the browser knew of somebody else is forgotten. */
export function useBeginning() {
  const client = useQueryClient();
  return (me: Me): void => {
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== INSTALLATION[0] });
    client.setQueryData(ME, me);
  };
}

/** Signs out and leaves nothing behind in the window. */
export async function signOut(): Promise<void> {
  await sendJson('DELETE', '/session');
  window.location.assign('/app/sign-in');
}

export interface NewPassword {
  current: string;
  password: string;
}

/** Chooses another password, which ends every other session. */
export function useChangePassword() {
  const client = useQueryClient();
  return async (wanted: NewPassword): Promise<void> => {
    await sendJson('PUT', '/me/password', wanted);
    await client.refetchQueries({ queryKey: ME });
  };
}
