// What the page shows, kept in its address: days, questionnaire, agency.
import { useMemo } from 'react';
import { type NavigateOptions, useSearchParams } from 'react-router';
import { dayOf } from '#domain/days.ts';
import { useSetUpInstallation } from '../../installation.ts';
import { type DayRange, DEFAULT_PRESET, type Preset, readRange } from './range.ts';

export interface ResultsFilter {
  range: DayRange;
  agency: string | null;
  questionnaire: string | null;
}

/** A change of the address: a value sets a parameter, null takes it out. */
export type Changes = Record<string, string | null>;

/** Parameters with some changed; the others stay. */
export function withChanges(params: URLSearchParams, changes: Changes): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

export function periodChanges(preset: Preset): Changes {
  return { period: preset === DEFAULT_PRESET ? null : preset, from: null, to: null };
}

/** Changes the address of the page. */
export function useChange(options?: NavigateOptions) {
  const [, setParams] = useSearchParams();
  // From the address itself: parameters as last drawn may lag behind two quick changes, and one would be lost.
  return (changes: Changes) =>
    setParams(withChanges(new URLSearchParams(window.location.search), changes), options);
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
  /** The same page for another agency, or for the province (null), as a search string for a link. */
  const linkTo = (agency: string | null, questionnaire = filter.questionnaire) =>
    `?${withChanges(params, { agency, questionnaire })}`;
  return { filter, change, linkTo };
}
