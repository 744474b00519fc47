import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FindingKind } from '#domain/integrity-findings.ts';
import type { Mark } from '#domain/marks.ts';
import type { Channel } from '#domain/submissions.ts';
import { getJson } from '../../../api.ts';

export interface Finding {
  /** Stays the same for the same days. */
  id: string;
  kind: FindingKind;
  agency: { id: string; name: string };
  touchpoint: { id: string; name: string };
  from: string;
  to: string;
  /** Local time, to the quarter of an hour. */
  hours: { from: string; to: string } | null;
  strength: 1 | 2 | 3;
  /** The numbers that the words are made of. */
  why: Record<string, number>;
  responses: number;
}

export interface Figure {
  n: number;
  rate: number | null;
  /** Responses that some finding is about. */
  flagged: number;
  /** Null where it would show what few people said. */
  rateWithout: number | null;
}

export interface FlaggedResponse {
  day: string;
  /** 0 … 23, local. */
  hour: number;
  channel: Channel;
  /** Rounded to ten. */
  seconds: number;
  marks: Mark[];
}

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
    queryFn: ({ signal }) =>
      getJson<{ findings: Finding[]; figure: Figure }>(`/integrity/findings?${wanted}`, signal),
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
    queryFn: ({ signal }) =>
      getJson<{ total: number; responses: FlaggedResponse[] }>(`/integrity/responses?${wanted}`, signal),
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  });
}
