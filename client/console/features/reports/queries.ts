import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { PeriodKind } from '#domain/periods.ts';
import type { ReportLanguage } from '#domain/report-figures.ts';
import type { ReportFormat } from '#domain/report-formats.ts';
import { getJson, postJson } from '../../../api.ts';

export interface ReportJob {
  id: string;
  agency: { id: string; name: string };
  from: string;
  to: string;
  /** Null: the most answered one. */
  questionnaire: string | null;
  format: ReportFormat;
  language: ReportLanguage;
  state: 'waiting' | 'working' | 'done' | 'failed';
  /** Percent. */
  progress: number;
  /** Why there is none, as a code with words. */
  failure: string | null;
  createdAt: number;
  finishedAt: number | null;
}

export interface ReportOrder {
  agency?: string;
  from?: string;
  to?: string;
  period?: { kind: PeriodKind; year: number; index: number };
  questionnaire?: string;
  format: ReportFormat;
  language: ReportLanguage;
}

const REPORTS = ['reports'] as const;
/** While one is being made; otherwise now and then, as another window may have ordered one. */
const SOON = 1_000;
const SELDOM = 30_000;

export const isUnderWay = ({ state }: ReportJob) => state === 'waiting' || state === 'working';

/** The own reports, newest first. */
export function useReports() {
  return useQuery({
    queryKey: REPORTS,
    queryFn: async ({ signal }) => (await getJson<{ reports: ReportJob[] }>('/reports', signal)).reports,
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? SOON : SELDOM),
  });
}

/** Orders a report; the list follows. */
export function useOrderReport() {
  const client = useQueryClient();
  return async (order: ReportOrder): Promise<ReportJob> => {
    const job = await postJson<ReportJob>('/reports', order);
    client.setQueryData<ReportJob[]>(REPORTS, (known) => (known ? [job, ...known] : known));
    void client.invalidateQueries({ queryKey: REPORTS });
    return job;
  };
}
