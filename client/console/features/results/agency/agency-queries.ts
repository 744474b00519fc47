import { useQuery } from '@tanstack/react-query';
import type { Comparison } from '#domain/comparison-view.ts';
import type { DropOffs } from '#domain/drop-offs.ts';
import type { SlicesView, TrendView } from '#domain/results.ts';
import type { Step } from '#domain/steps.ts';
import { getJson } from '../../../../api.ts';
import type { ResultsFilter } from '../filter.ts';
import type { Grouping } from './agency-address.ts';

/** These change slowly; the figures at the top follow faster. */
const EVERY = 60_000;

/** One of the lists beside the tree, of the same agency, days and questionnaire. */
function useBeside<Found>(
  what: string,
  { range: { from, to }, agency, questionnaire }: ResultsFilter,
  more: Record<string, string> = {},
) {
  const asked = { agency: agency ?? '', from, to, ...(questionnaire && { questionnaire }), ...more };
  return useQuery({
    queryKey: ['results', what, asked] as const,
    queryFn: ({ signal }) => getJson<Found>(`/results/${what}?${new URLSearchParams(asked)}`, signal),
    // Never one agency's figures under another's name.
    placeholderData: (last, query) => (query?.queryKey[2].agency === agency ? last : undefined),
    refetchInterval: EVERY,
  });
}

export const useComparison = (filter: ResultsFilter) => useBeside<Comparison>('comparison', filter);
export const useDropOffs = (filter: ResultsFilter) => useBeside<DropOffs>('drop-offs', filter);
export const useTrend = (filter: ResultsFilter, by: Step) => useBeside<TrendView>('trend', filter, { by });
export const useSlices = (filter: ResultsFilter, by: Grouping, node: string) =>
  useBeside<SlicesView>('slices', filter, { by, node });
