import { useQuery } from '@tanstack/react-query';
import type { Results } from '#domain/results.ts';
import { ApiError, getJson } from '../../../api.ts';

interface Named {
  id: string;
  name: string;
}
export interface Some<T> {
  n: number;
  /** The first few. */
  named: T[];
}
export interface NamedDevice extends Named {
  agency: string;
  lastSeenAt: string | null;
  unsent: number | null;
}
export interface Month {
  year: number;
  index: number;
  from: string;
  to: string;
}

export interface Home {
  /** The reporting month that runs today. */
  month: Month;
  previousMonth: Month;
  touchpoints: { open: number; printed: boolean };
  devices: { n: number; silent: Some<NamedDevice>; unsent: Some<NamedDevice> };
  /** Those with a first password still; null for who may not read accounts. */
  accounts: { n: number; expired: number; unused: Some<Named> } | null;
  /** Not read yet since a day; null for who may not read comments. */
  comments: { since: string; unread: number; allegations: number } | null;
  /** Without an answer this month; null early in the month. */
  quietAgencies: (Some<Named> & { of: number }) | null;
}

const EVERY = 60_000;

export function useHome() {
  return useQuery({
    queryKey: ['home'],
    queryFn: ({ signal }) => getJson<Home>('/home', signal),
    refetchInterval: EVERY,
  });
}

/**
 * The figures of a month within reach; null while nobody has answered, or nothing may be shown yet.
 * @param questionnaire the version to read, so that two months can be compared; the most answered one by default
 */
export function useMonth({ from, to }: Month, questionnaire?: string | null) {
  const wanted = new URLSearchParams({ from, to, ...(questionnaire && { questionnaire }) });
  return useQuery({
    queryKey: ['results', 'month', wanted.toString()],
    queryFn: async ({ signal }): Promise<Results | null> => {
      try {
        return await getJson<Results>(`/results?${wanted}`, signal);
      } catch (error) {
        if (error instanceof ApiError && ['no_responses', 'until_yesterday'].includes(error.code))
          return null;
        throw error;
      }
    },
    // Nothing to compare with until the running month is known.
    enabled: questionnaire !== null,
    refetchInterval: EVERY,
  });
}
