import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Findings, FlaggedResponses } from '#domain/findings-view.ts';
import { getJson } from '../../../api.ts';

/** What the findings are about: days, and an agency with those below it. */
export interface FindingsFilter {
  from: string;
  to: string;
  agency: string | null;
}

export const PAGE_SIZE = 50;

export function wantedBy({ from, to, agency }: FindingsFilter): URLSearchParams {
  return new URLSearchParams({ from, to, ...(agency && { agency }) });
}

/** @param enabled whether to ask at all */
export function useFindings(filter: FindingsFilter, enabled = true) {
  const wanted = wantedBy(filter).toString();
  return useQuery({
    queryKey: ['integrity', wanted],
    queryFn: ({ signal }) => getJson<Findings>(`/integrity/findings?${wanted}`, signal),
    enabled,
    // Looking through everything again is not cheap, and findings are no news of the minute.
    staleTime: 300_000,
  });
}

export function useFlaggedResponses(filter: FindingsFilter, finding: string, page: number) {
  const wanted = wantedBy(filter);
  wanted.set('finding', finding);
  wanted.set('page', String(page));
  wanted.set('size', String(PAGE_SIZE));
  return useQuery({
    queryKey: ['integrity', 'responses', wanted.toString()],
    queryFn: ({ signal }) => getJson<FlaggedResponses>(`/integrity/responses?${wanted}`, signal),
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  });
}
