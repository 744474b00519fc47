import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { AgencyKind } from '#domain/agencies.ts';
import { getJson, sendJson } from '../../../api.ts';
import { INSTALLATION } from '../../installation.ts';

export interface Province {
  /** Two digits. */
  unitCode: string;
  name: string;
  nameEn: string;
  /** Mã định danh, `H13`. */
  agencyCode: string | null;
}

export const OFFICE_KINDS = ['department', 'branch', 'service_unit'] as const;

export interface Office {
  kind: (typeof OFFICE_KINDS)[number];
  name: string;
  nameEn: string;
}

export interface ProvinceDetail extends Province {
  /** The usual ones. */
  offices: Office[];
  /** How many there are of each kind below the provincial tier. */
  units: Partial<Record<AgencyKind, number>>;
}

export function useProvinces() {
  return useQuery({
    queryKey: ['provinces'],
    queryFn: async ({ signal }) => (await getJson<{ provinces: Province[] }>('/provinces', signal)).provinces,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** @param unitCode null while none is chosen */
export function useProvince(unitCode: string | null) {
  return useQuery({
    queryKey: ['provinces', unitCode],
    queryFn: ({ signal }) => getJson<ProvinceDetail>(`/provinces/${unitCode}`, signal),
    enabled: unitCode !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export interface SetUp {
  province: {
    unitCode: string | null;
    agencyCode: string;
    offices: Office[];
  };
  administrator: { username: string; name: string; password: string };
}

/**
 * Sets the installation up and signs its first administrator in.
 * @param given whether the province is part of it; it is not where the operator made it at the server
 */
export function useSetUp() {
  const client = useQueryClient();
  return async (token: string, { province, administrator }: SetUp, given: boolean): Promise<void> => {
    await sendJson('POST', '/set-up', { token, administrator, ...(given && { province }) });
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== INSTALLATION[0] });
    await client.refetchQueries({ queryKey: INSTALLATION });
  };
}
