import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { DeviceView } from '#domain/devices.ts';
import { getJson, sendJson } from '../../../api.ts';

export const DEVICES = ['devices'] as const;
/** Tablets say every few minutes how they are. */
const EVERY = 30_000;

/** The tablets within reach, revoked ones too. */
export function useDevices() {
  return useQuery({
    queryKey: DEVICES,
    queryFn: async ({ signal }) => (await getJson<{ devices: DeviceView[] }>('/devices', signal)).devices,
    refetchInterval: EVERY,
  });
}

export interface DeviceFields {
  name: string;
  /** The id of the touchpoint that it stands at. */
  touchpoint: string;
}

/** What became of a file that a tablet saved. */
export interface ImportedFile {
  device: string;
  batches: {
    sequence: number;
    status: number;
    code?: string;
    inChain: boolean;
    results: { status: number; code?: string }[];
  }[];
}

/** Everything that changes tablets; the list on the screen follows. */
export function useDeviceChanges() {
  const client = useQueryClient();
  const followed = async <T>(change: Promise<T>): Promise<T> => {
    const changed = await change;
    void client.invalidateQueries({ queryKey: DEVICES });
    return changed;
  };
  const path = (id: string) => `/devices/${encodeURIComponent(id)}`;
  return {
    pair: (pairing: string, fields: DeviceFields) =>
      followed(sendJson<DeviceView>('POST', '/devices', { pairing, ...fields })),
    change: (id: string, fields: DeviceFields) => followed(sendJson<DeviceView>('PATCH', path(id), fields)),
    revoke: (id: string) => followed(sendJson<DeviceView>('POST', `${path(id)}/revocation`)),
    importFile: (file: unknown) => followed(sendJson<ImportedFile>('POST', '/device-imports', file)),
  };
}
