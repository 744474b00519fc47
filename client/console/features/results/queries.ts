import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { AgencyResults, Results } from '#domain/results.ts';
import { getJson } from '../../../api.ts';
import type { ResultsFilter } from './filter.ts';

/** Answers come in all the time; the figures follow. */
const EVERY = 15_000;

function search(values: Record<string, string | null>): string {
  const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null);
  return new URLSearchParams(given).toString();
}

/** The tree of the province, or of one agency. */
export function useResults({ range: { from, to }, agency, questionnaire }: ResultsFilter) {
  return useQuery({
    queryKey: ['results', { from, to, agency, questionnaire }] as const,
    queryFn: ({ signal }) =>
      getJson<Results>(`/results?${search({ agency, from, to, questionnaire })}`, signal),
    // Until other days are there, the last ones stay; but never one agency's figures under another's name.
    placeholderData: (last, query) => (query?.queryKey[1].agency === agency ? last : undefined),
    refetchInterval: EVERY,
  });
}

/** One row per agency of the province. */
export function useAgencyResults({ range: { from, to }, questionnaire }: ResultsFilter) {
  return useQuery({
    queryKey: ['results', 'agencies', { from, to, questionnaire }],
    queryFn: ({ signal }) =>
      getJson<AgencyResults>(`/results/agencies?${search({ from, to, questionnaire })}`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY,
  });
}
