// What this installation is: a demonstration or not, whose province, and how its periods close.
import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { ClosingDay } from '#domain/periods.ts';
import { getJson } from '../api.ts';

export interface Province {
  id: string;
  name: string;
  nameEn: string | null;
}
export interface Installation {
  demo: boolean;
  /** Whether anybody can sign in; without accounts it is to be set up. */
  accounts: boolean;
  /** Whether the province has its own sign-in. */
  singleSignOn: boolean;
  /** null until the operator has set the installation up. */
  province: Province | null;
  closingDay: ClosingDay;
  /** Where everybody reaches it; null where nobody has said. */
  publicUrl: string | null;
}
export interface SetUpInstallation extends Installation {
  province: Province;
}

export const INSTALLATION = ['installation'] as const;

/** The installation; asked again every few seconds until it is set up. */
export function useInstallation() {
  return useQuery({
    queryKey: INSTALLATION,
    queryFn: ({ signal }) => getJson<Installation>('/installation', signal),
    staleTime: 300_000,
    refetchInterval: ({ state }) => (state.data && !state.data.province ? 5_000 : false),
  });
}

export const InstallationContext = createContext<SetUpInstallation | null>(null);

/** The installation that the page works for; only below `RequireInstallation`. */
export function useSetUpInstallation(): SetUpInstallation {
  const installation = useContext(InstallationContext);
  if (!installation) throw new Error('used outside RequireInstallation');
  return installation;
}
