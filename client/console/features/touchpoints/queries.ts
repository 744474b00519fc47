import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { AgencyKind } from '#domain/agencies.ts';
import type { TouchpointKind, TouchpointState } from '#domain/touchpoints.ts';
import { getJson, sendJson } from '../../../api.ts';
import type { ServedRows } from '../../list/ServedList.tsx';
import { AGENCIES } from '../agencies/queries.ts';

export interface Touchpoint {
  id: string;
  code: string;
  kind: TouchpointKind;
  name: string;
  state: TouchpointState;
  questionnaire: string;
}
export interface ListedTouchpoint extends Touchpoint {
  agency: { id: string; name: string; kind: AgencyKind };
  /** Up to yesterday. */
  answers: number;
  /** The last day with an answer, up to yesterday. */
  lastAnswer: string | null;
}

export const TOUCHPOINTS = ['touchpoints'] as const;

export async function readTouchpoints(
  wanted: URLSearchParams,
  signal?: AbortSignal,
): Promise<ServedRows<ListedTouchpoint>> {
  const path = `/touchpoints?${wanted}`;
  const { touchpoints, total } = await getJson<{ touchpoints: ListedTouchpoint[]; total: number }>(
    path,
    signal,
  );
  return { rows: touchpoints, total };
}

/** The published questionnaires, those that were there first first. */
export function useQuestionnaires() {
  return useQuery({
    queryKey: ['questionnaires'],
    queryFn: async ({ signal }) => {
      const { questionnaires } = await getJson<{ questionnaires: string[] }>('/questionnaires', signal);
      const read = (id: string) =>
        getJson<{ content: { title: Record<string, string> } }>(
          `/questionnaires/${encodeURIComponent(id)}`,
          signal,
        );
      return Promise.all(questionnaires.map(async (id) => ({ id, title: (await read(id)).content.title })));
    },
    staleTime: 300_000,
  });
}

/** What a new touchpoint offers if nobody chooses: the newest version of the first questionnaire. */
export function usualQuestionnaire(published: readonly { id: string }[]): string {
  const code = published[0]?.id.split('@')[0];
  return published.findLast(({ id }) => id.split('@')[0] === code)?.id ?? '';
}

export interface TouchpointFields {
  kind: TouchpointKind;
  name: string;
  questionnaire: string;
}

/** Everything that changes touchpoints; the lists on the screen follow. */
export function useTouchpointChanges() {
  const client = useQueryClient();
  const followed = async <T>(change: Promise<T>): Promise<T> => {
    const changed = await change;
    void client.invalidateQueries({ queryKey: TOUCHPOINTS });
    void client.invalidateQueries({ queryKey: AGENCIES });
    return changed;
  };
  return {
    create: (agencies: string[], fields: TouchpointFields) =>
      followed(
        sendJson<{ touchpoints: Touchpoint[] }>('POST', '/touchpoints/batch', { agencies, ...fields }),
      ),
    change: (id: string, fields: TouchpointFields) =>
      followed(sendJson<Touchpoint>('PATCH', `/touchpoints/${encodeURIComponent(id)}`, fields)),
    putState: (id: string, state: TouchpointState) =>
      followed(sendJson<Touchpoint>('PUT', `/touchpoints/${encodeURIComponent(id)}/state`, { state })),
    renewCode: (id: string) =>
      followed(sendJson<Touchpoint>('POST', `/touchpoints/${encodeURIComponent(id)}/code`)),
  };
}
