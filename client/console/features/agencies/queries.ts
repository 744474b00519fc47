import { useQuery } from '@tanstack/react-query';
import type { AgencyKind } from '#domain/agencies.ts';
import { dayOf, formatDay } from '#domain/days.ts';
import { getJson } from '../../../api.ts';

export interface Agency {
  id: string;
  parentId: string | null;
  kind: AgencyKind;
  name: string;
  nameEn: string | null;
  /** Five digits, of communes, wards and special zones. */
  unitCode: string | null;
  /** Mã định danh. */
  agencyCode: string | null;
  /** Null is not known. */
  yearlyTransactions: number | null;
  /** Local days; null is not known, and open. */
  validFrom: string | null;
  validTo: string | null;
  /** Of its own, the revoked ones left out. */
  touchpoints: number;
}

export const AGENCIES = ['agencies'] as const;

/** All agencies within reach, closed ones too. */
export function useAgencies() {
  return useQuery({
    queryKey: AGENCIES,
    queryFn: async ({ signal }) => (await getJson<{ agencies: Agency[] }>('/agencies', signal)).agencies,
    staleTime: 60_000,
  });
}

/** Whether an agency works today: its last day may still lie ahead. */
export function isOpen({ validTo }: Pick<Agency, 'validTo'>): boolean {
  return validTo === null || validTo >= formatDay(dayOf(Date.now()));
}

export interface AgencyDetails extends Agency {
  predecessors: { id: string; name: string }[];
  successors: { id: string; name: string }[];
}

/** One agency with those that it came from and those that took over. */
export function useAgency(id: string) {
  return useQuery({
    queryKey: [...AGENCIES, id],
    queryFn: ({ signal }) => getJson<AgencyDetails>(`/agencies/${encodeURIComponent(id)}`, signal),
  });
}

export interface AgencyChange {
  seq: number;
  at: number;
  actor: string | null;
  action: string;
  fields: { field: string; before: string | null; after: string | null }[];
}

/** What was done to an agency, the newest first. */
export function useHistory(id: string) {
  return useQuery({
    queryKey: [...AGENCIES, id, 'history'],
    queryFn: async ({ signal }) =>
      (await getJson<{ changes: AgencyChange[] }>(`/agencies/${encodeURIComponent(id)}/history`, signal))
        .changes,
  });
}
