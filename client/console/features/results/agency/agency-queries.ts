import { useQuery } from '@tanstack/react-query';
import type { DropOffs } from '#domain/drop-offs.ts';
import type { SlicesView } from '#domain/results.ts';
import { getJson } from '../../../../api.ts';
import type { ResultsFilter } from '../filter.ts';
import type { Grouping } from './agency-address.ts';

/** These move slowly and cost the server more than the rest. */
const SELDOM = 60_000;

/** Something beside the tree, of the same agency, days and questionnaire. */
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
    staleTime: SELDOM,
  });
}

export const useDropOffs = (filter: ResultsFilter) => useBeside<DropOffs>('drop-offs', filter);
export const useSlices = (filter: ResultsFilter, by: Grouping, node: string) =>
  useBeside<SlicesView>('slices', filter, { by, node });
