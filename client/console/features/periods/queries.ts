import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { PeriodKind, PeriodState } from '#domain/periods.ts';
import type { AgencyResults, Results } from '#domain/results.ts';
import { getJson, sendJson } from '../../../api.ts';

export interface Closure {
  number: number;
  closedAt: string;
  ledgerSize: number;
  publishedAt: string | null;
  reopenedAt: string | null;
  reason: string | null;
}

export interface Period {
  /** `2026-month-11` */
  key: string;
  kind: PeriodKind;
  year: number;
  index: number;
  from: string;
  to: string;
  state: PeriodState;
  /** It has ended, and may be closed. */
  over: boolean;
  /** Each closing, the oldest first. */
  closures: Closure[];
}

export interface PeriodDetails extends Period {
  /** As it was closed; null for a draft, and for an agency before it is published. */
  frozen: { results: Results; agencies: AgencyResults; checkpoint: string } | null;
  /** Received after closing; rates are null where few were. */
  late: { n: number; rate: number | null; rateWith: number | null } | null;
}

const PERIODS = ['periods'] as const;
const EVERY = 60_000;

/** The reporting periods of a year. */
export function usePeriods(year: number) {
  return useQuery({
    queryKey: [...PERIODS, year],
    queryFn: async ({ signal }) =>
      (await getJson<{ periods: Period[] }>(`/periods?year=${year}`, signal)).periods,
    refetchInterval: EVERY,
  });
}

const pathOf = (key: string) => `/periods/${encodeURIComponent(key)}`;

/** One period with its frozen figures. */
export function usePeriod(key: string) {
  return useQuery({
    queryKey: [...PERIODS, key],
    queryFn: ({ signal }) => getJson<PeriodDetails>(pathOf(key), signal),
    refetchInterval: EVERY,
  });
}

/** Everything that changes periods; what is on the screen follows. */
export function usePeriodChanges() {
  const client = useQueryClient();
  const change = async (key: string, what: string, body?: unknown): Promise<void> => {
    try {
      const changed = await sendJson<PeriodDetails>('POST', `${pathOf(key)}/${what}`, body);
      client.setQueryData([...PERIODS, key], changed);
    } finally {
      // Somebody else may have been faster: then the screen says so.
      void client.invalidateQueries({ queryKey: PERIODS });
    }
  };
  return {
    close: (key: string) => change(key, 'closure'),
    publish: (key: string) => change(key, 'publication'),
    reopen: (key: string, reason: string) => change(key, 'reopening', { reason }),
  };
}
