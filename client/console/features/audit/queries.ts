import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Role } from '#domain/roles.ts';
import { getJson } from '../../../api.ts';

export type Fields = Record<string, unknown>;

export interface Entry {
  seq: number;
  at: string;
  /** Null for somebody who is not known, such as a refused sign-in. */
  actor: { accountId: string | null; name: string; role: Role } | null;
  /** `noun.verb` */
  action: string;
  subject: { kind: string; id: string };
  agency: { id: string; name: string } | null;
  before: Fields | null;
  after: Fields | null;
  /** The address it was done from; null at the server itself. */
  origin: string | null;
}

interface Log {
  entries: Entry[];
  total: number;
  /** Where the chain ends. */
  head: { seq: number; hash: string };
}

/** Kinds of thing that something is done to, as actions begin with them. */
export const NOUNS = [
  'session',
  'account',
  'agency',
  'touchpoint',
  'device',
  'questionnaire',
  'comment',
  'settings',
  'installation',
  'request',
] as const;

/** What the page's address may narrow the log by. */
export const FILTERS = ['q', 'action', 'agency', 'from', 'to', 'account', 'kind', 'id'] as const;
export type Filter = Partial<Record<(typeof FILTERS)[number], string>>;

export const PAGE_SIZE = 50;

export function filterIn(params: URLSearchParams): Filter {
  return Object.fromEntries(
    FILTERS.flatMap((name) => {
      const value = params.get(name)?.trim();
      return value ? [[name, value]] : [];
    }),
  );
}

export function useLog(filter: Filter, page: number) {
  const wanted = new URLSearchParams({ ...filter, page: String(page), size: String(PAGE_SIZE) }).toString();
  return useQuery({
    queryKey: ['audit', wanted],
    queryFn: ({ signal }) => getJson<Log>(`/audit?${wanted}`, signal),
    placeholderData: keepPreviousData,
  });
}

export const exportAddress = (filter: Filter) => `/api/exports/audit.csv?${new URLSearchParams(filter)}`;
