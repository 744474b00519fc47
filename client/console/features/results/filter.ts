// What the page shows, kept in its address: days, questionnaire, agency.
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { dayOf } from '#domain/days.ts';
import { type Changes, useChange, withChanges } from '../../address.ts';
import { useSetUpInstallation } from '../../installation.ts';
import { type DayRange, DEFAULT_PRESET, type Preset, readRange } from './range.ts';

export interface ResultsFilter {
  range: DayRange;
  agency: string | null;
  questionnaire: string | null;
}

export function periodChanges(preset: Preset): Changes {
  return { period: preset === DEFAULT_PRESET ? null : preset, from: null, to: null };
}

export function useResultsFilter() {
  const { closingDay } = useSetUpInstallation();
  const [params] = useSearchParams();
  const change = useChange();
  const today = dayOf(Date.now());
  const filter = useMemo(
    (): ResultsFilter => ({
      range: readRange(params, today, closingDay),
      agency: params.get('agency'),
      questionnaire: params.get('questionnaire'),
    }),
    [params, today, closingDay],
  );
  return { filter, change };
}

/** What all pages of results share of their address: the days and the questionnaire. */
const SHARED = ['period', 'from', 'to', 'questionnaire'];

/** Another page of results for the same days, `useResultsLink()('/results/agencies', { moved: 'down' })`. */
export function useResultsLink() {
  const [params] = useSearchParams();
  return useCallback(
    (path: string, more: Changes = {}) => {
      const shared = new URLSearchParams([...params].filter(([name]) => SHARED.includes(name)));
      const search = withChanges(shared, more).toString();
      return search ? `${path}?${search}` : path;
    },
    [params],
  );
}
