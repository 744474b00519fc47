import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Settings } from '#domain/settings.ts';
import { getJson, sendJson } from '../../../api.ts';
import { INSTALLATION } from '../../installation.ts';

const SETTINGS = ['settings'] as const;

export function useSettings() {
  return useQuery({
    queryKey: SETTINGS,
    queryFn: ({ signal }) => getJson<Settings>('/settings', signal),
  });
}

/** @returns sets what is given and leaves the rest */
export function useChangeSettings() {
  const client = useQueryClient();
  return async (changed: Partial<Settings>): Promise<void> => {
    client.setQueryData(SETTINGS, await sendJson<Settings>('PATCH', '/settings', changed));
    void client.invalidateQueries({ queryKey: INSTALLATION });
    // Every figure of a period follows the settings.
    void client.invalidateQueries({ queryKey: ['results'] });
  };
}
