import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Comparison } from '#domain/comparison-view.ts';
import type { AgencyResults, Results, SlicesView, TrendView } from '#domain/results.ts';
import type { Step } from '#domain/steps.ts';
import { getJson } from '../../../api.ts';
import type { ResultsFilter } from './filter.ts';

/** Answers come in all the time; the figures follow. */
const EVERY = 15_000;

function search(values: Record<string, string | null>): string {
  const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null);
  return new URLSearchParams(given).toString();
}

/** The tree of the province, or of one agency. */
export function useResults({ range: { from, to }, agency, questionnaire }: ResultsFilter, enabled = true) {
  return useQuery({
    enabled,
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

/** What only moves by the day, or costs the server more: it follows when the page is opened or looked at again. */
const SELDOM = 60_000;

function useSeldom<Answer>(what: string, asked: Record<string, string | null>) {
  return useQuery({
    queryKey: ['results', what, asked],
    queryFn: ({ signal }) => getJson<Answer>(`/results/${what}?${search(asked)}`, signal),
    staleTime: SELDOM,
    placeholderData: keepPreviousData,
  });
}

/** The overall rate over time. */
export function useTrend({ range: { from, to }, agency, questionnaire }: ResultsFilter, by: Step) {
  return useSeldom<TrendView>('trend', { agency, from, to, questionnaire, by });
}

/** The overall rate by channel. */
export function useChannels({ range: { from, to }, agency, questionnaire }: ResultsFilter) {
  return useSeldom<SlicesView>('slices', { agency, from, to, questionnaire, by: 'channel' });
}

/** The figure beside the period before and the same one last year. */
export function useComparison({ range: { from, to }, agency, questionnaire }: ResultsFilter) {
  return useSeldom<Comparison>('comparison', { agency, from, to, questionnaire });
}
