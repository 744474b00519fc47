// Who is signed in, and what they may do.
import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { Permission, Role } from '#domain/roles.ts';
import { getJson } from '../api.ts';

export interface Me {
  /** Null for the operator at the server itself and in a demonstration. */
  accountId: string | null;
  username: string | null;
  name: string;
  role: Role;
  /** The agency whose subtree is theirs; null is the whole installation. */
  agency: { id: string; name: string } | null;
  permissions: Permission[];
  /** Has a first password, and may only choose another. */
  mustChangePassword: boolean;
  /** Whether signing in takes a code as well. */
  authenticator: boolean;
}

export const ME = ['me'] as const;

/** Whoever uses the console, for the frame, which is there before they are known. */
export function useMeQuery() {
  return useQuery({
    queryKey: ME,
    queryFn: ({ signal }) => getJson<Me>('/me', signal),
    staleTime: 60_000,
  });
}

export const MeContext = createContext<Me | null>(null);

/** Whoever uses the page; only below `RequireMe`. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('used outside RequireMe');
  return me;
}

/** Whether whoever uses the page may do something. The server decides; this only hides what it would refuse. */
export function useMay(permission: Permission): boolean {
  return useMe().permissions.includes(permission);
}
