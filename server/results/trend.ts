// The rate of an agency over time, a point for each day, week or month.
import { formatDay, type Range } from '#domain/days.ts';
import { OVERALL } from '#domain/questions.ts';
import type { TrendView } from '#domain/results.ts';
import { scoreOverall } from '#domain/scoring.ts';
import { coverRange, spanId } from '#domain/spans.ts';
import { WEAK_BELOW } from '#domain/statistics.ts';
import { type Step, stepsOf } from '#domain/steps.ts';
import { suppressLines } from '#domain/suppression.ts';
import { addTally, emptyTally, tallyLayout } from '#domain/tally.ts';
import { type Agency, subtrees } from '../agencies/queries.ts';
import type { Database } from '../db/database.ts';
import { Failure } from '../errors.ts';
import { sumSpans } from '../tallies/queries.ts';
import { answeredVersions, chooseVersion, TOO_FEW } from './queries.ts';
import { narrowFor, type Viewer } from './viewer.ts';

const MOST_POINTS = 400;

/**
 * The overall rate for each step of a range.
 * @throws Failure invalid/invalid_range for too many points; not_found: unknown_questionnaire, no_responses
 */
export async function readTrend(
  db: Database,
  query: Range & {
    all: Agency[];
    agency: Agency;
    by: Step;
    questionnaire?: string | undefined;
    viewer?: Viewer | null;
  },
): Promise<TrendView> {
  const { all, agency, by } = query;
  if (stepsOf(by, query.from, query.to).length > MOST_POINTS)
    throw new Failure('invalid', 'invalid_range', [{ path: ['by'], code: 'invalid_range' }]);
  const scopes = agency.parentId === null ? null : (subtrees(all).get(agency.id) ?? []);
  const versions = await answeredVersions(db, query, scopes);
  const { id, content, from, to, withheld } = await chooseVersion(db, query, versions);
  const narrow = await narrowFor(db, query.viewer ?? null, id);
  const steps = stepsOf(by, from, to).map((step) => ({
    ...step,
    ...narrow(step),
    seen: narrow(step) !== null,
  }));
  const cover = steps.map(({ seen, ...step }) => (seen ? coverRange(step.from, step.to).map(spanId) : []));
  const spans = [...new Set(cover.flat())];
  const sums = new Map<number, number[]>();
  for (const grain of scopes ? (['agency', 'marked_agency'] as const) : (['all', 'marked_all'] as const))
    for (const [span, counts] of await sumSpans(db, {
      grain,
      questionnaireId: id,
      spans,
      scopes: scopes ?? [''],
    })) {
      const sum = sums.get(span) ?? emptyTally(tallyLayout(content));
      sums.set(span, sum);
      addTally(sum, counts);
    }
  const scores = cover.map((ids) => {
    const tally = emptyTally(tallyLayout(content));
    for (const span of ids) addTally(tally, sums.get(span) ?? []);
    return scoreOverall(content, tally);
  });
  const hidden = suppressLines(
    scores.map(({ people }) => people),
    linesOf(by, steps),
  );
  return {
    agency: { id: agency.id, name: agency.name, kind: agency.kind },
    from: formatDay(from),
    to: formatDay(to),
    questionnaire: { id, title: content.title },
    ...(withheld && TOO_FEW),
    by,
    node: OVERALL,
    points: scores.map(({ responses, rate, interval, people }, at) => ({
      from: formatDay(steps[at]?.from ?? 0),
      to: formatDay(steps[at]?.to ?? 0),
      ...(hidden[at] || !steps[at]?.seen
        ? { n: null, rate: null, interval: null, hidden: true }
        : { n: responses, rate, interval, hidden: false }),
      weak: people < WEAK_BELOW,
    })),
  };
}

/** Days add up to weeks, months and the range; weeks and months to the range: each is known from another question. */
function linesOf(by: Step, steps: { from: number; to: number }[]): number[][] {
  const everything = steps.map((_, at) => at);
  if (by !== 'day') return [everything];
  const [first, last] = [steps[0]?.from ?? 0, steps.at(-1)?.to ?? 0];
  const within = (longer: Step) =>
    stepsOf(longer, first, last).map(({ from, to }) =>
      everything.filter((at) => (steps[at]?.from ?? 0) >= from && (steps[at]?.to ?? 0) <= to),
    );
  return [everything, ...within('week'), ...within('month')];
}
