// What the page of one agency shows, kept in its address: days, questionnaire, node of the tree, way of grouping.
import { useParams, useSearchParams } from 'react-router';
import { dayOf } from '#domain/days.ts';
import { OVERALL } from '#domain/questions.ts';
import { useChange } from '../../../address.ts';
import { useSetUpInstallation } from '../../../installation.ts';
import type { ResultsFilter } from '../filter.ts';
import { readRange } from '../range.ts';

/** What respondents can be told apart by, in the order offered. */
export const GROUPINGS = [
  'channel',
  'touchpoint',
  'field',
  'age',
  'gender',
  'education',
  'occupation',
  'residence',
] as const;
export type Grouping = (typeof GROUPINGS)[number];

export function useAgencyAddress() {
  const { id = '' } = useParams();
  const { closingDay } = useSetUpInstallation();
  const [params] = useSearchParams();
  const change = useChange({ preventScrollReset: true });
  const filter: ResultsFilter = {
    range: readRange(params, dayOf(Date.now()), closingDay),
    agency: id,
    questionnaire: params.get('questionnaire'),
  };
  return {
    filter,
    change,
    /** The part of the tree that the page looks at closely: `overall`, or the code of a part, factor or criterion. */
    node: params.get('node') ?? OVERALL,
    grouping: GROUPINGS.find((by) => by === params.get('by')) ?? 'age',
  } as const;
}
export type AgencyAddress = ReturnType<typeof useAgencyAddress>;
