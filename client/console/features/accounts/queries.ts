import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Role } from '#domain/roles.ts';
import { getJson, sendJson } from '../../../api.ts';
import type { ServedRows } from '../../list/ServedList.tsx';

export const ACCOUNT_STATES = ['active', 'invited', 'disabled'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

export interface Account {
  id: string;
  username: string;
  name: string;
  role: Role;
  /** Whose subtree is theirs; null is the whole installation. */
  agency: { id: string; name: string } | null;
  /** invited: has a first password and has not chosen another yet. */
  state: AccountState;
  authenticator: boolean;
  signedInAt: string | null;
  createdAt: string;
}

/** An account whose first password the server tells this once. It is never kept but on the screen. */
export interface WithFirstPassword {
  account: Account;
  firstPassword: string;
}

export interface AccountFields {
  name: string;
  role: Role;
  agencyId: string | null;
}

export const ACCOUNTS = ['accounts'] as const;

export async function readAccounts(
  wanted: URLSearchParams,
  signal?: AbortSignal,
): Promise<ServedRows<Account>> {
  const found = await getJson<{ accounts: Account[]; total: number }>(`/accounts?${wanted}`, signal);
  return { rows: found.accounts, total: found.total };
}

export function useAccount(id: string) {
  return useQuery({
    queryKey: [...ACCOUNTS, id],
    queryFn: ({ signal }) => getJson<Account>(pathOf(id), signal),
  });
}

export const IMPORT_COLUMNS = ['username', 'name', 'role', 'agency'] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];
export type ImportRow = { row: number } & Partial<Record<ImportColumn, string>>;
export interface ImportFault {
  row: number;
  column: ImportColumn;
  code: string;
}

/** Everything that changes accounts; the lists on the screen follow. */
export function useAccountChanges() {
  const client = useQueryClient();
  const followed = async <T>(change: Promise<T>): Promise<T> => {
    const changed = await change;
    void client.invalidateQueries({ queryKey: ACCOUNTS });
    return changed;
  };
  return {
    create: (fields: AccountFields & { username: string }) =>
      followed(sendJson<WithFirstPassword>('POST', '/accounts', fields)),
    change: (id: string, fields: AccountFields) => followed(sendJson<Account>('PATCH', pathOf(id), fields)),
    putState: (id: string, state: 'active' | 'disabled') =>
      followed(sendJson<Account>('PUT', `${pathOf(id)}/state`, { state })),
    resetPassword: (id: string) => followed(sendJson<WithFirstPassword>('POST', `${pathOf(id)}/password`)),
    endSessions: (id: string) => followed(sendJson('DELETE', `${pathOf(id)}/sessions`)),
    tryImport: async (rows: ImportRow[]) =>
      (await sendJson<{ faults: ImportFault[] }>('POST', '/accounts/imports?dryRun=true', { rows })).faults,
    importRows: async (rows: ImportRow[]) =>
      (await followed(sendJson<{ accounts: WithFirstPassword[] }>('POST', '/accounts/imports', { rows })))
        .accounts,
  };
}

const pathOf = (id: string) => `/accounts/${encodeURIComponent(id)}`;
