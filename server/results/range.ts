// What the results are asked for: a range of local days and a questionnaire version, with sensible defaults.
import { z } from 'zod';
import { dayOf, parseDay } from '#domain/days.ts';
import type { Actor } from '#domain/roles.ts';
import { Failure } from '../errors.ts';

export const rangeQuerySchema = z.object({
  from: z.iso.date().optional().describe('First local day; default a year before `to`.'),
  to: z.iso.date().optional().describe('Last local day, inclusive; default today.'),
  questionnaire: z.string().max(80).optional().describe('`code@version`; default the most answered one.'),
});
export const agencyRangeSchema = rangeQuerySchema.extend({
  agency: z.string().max(80).optional().describe('Agency id; default the own one, or the province.'),
});

const YEAR = 365;
const LONGEST_RANGE = 40 * YEAR;

/**
 * The days asked for, as days since 1970-01-01. An agency's own people see up to yesterday: nobody at the counter shall
 * know what the person who just left has said.
 * @throws Failure invalid: invalid_range when `from` lies after `to` or the range is absurdly long; until_yesterday when
 * all of it is still withheld
 */
export function readRange(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  now: number,
  { agencyId }: Pick<Actor, 'agencyId'> = { agencyId: null },
): { from: number; to: number } {
  const today = dayOf(now);
  const newest = agencyId === null ? Number.POSITIVE_INFINITY : today - 1;
  const last = Math.min(newest, to === undefined ? today : parseDay(to));
  const first = from === undefined ? last - YEAR + 1 : parseDay(from);
  if (first > newest)
    throw new Failure('invalid', 'until_yesterday', [{ path: ['from'], code: 'until_yesterday' }]);
  if (!(first <= last) || last - first > LONGEST_RANGE)
    throw new Failure('invalid', 'invalid_range', [{ path: ['from'], code: 'invalid_range' }]);
  return { from: first, to: last };
}

/** The days asked for, which tell the reporting period, though the newest of them may be withheld from those counted. */
export function askedRange(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  seen: { from: number; to: number },
): { from: number; to: number } {
  return {
    from: from === undefined ? seen.from : parseDay(from),
    to: to === undefined ? seen.to : parseDay(to),
  };
}
