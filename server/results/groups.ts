// The groups that agencies are ranked in: what each adds up to, which is what its members are held against.
import { RANKING_GROUPS, rankingGroup } from '#domain/agencies.ts';
import type { Questionnaire } from '#domain/questionnaire.ts';
import { OVERALL } from '#domain/questions.ts';
import type { AgencyResults } from '#domain/results.ts';
import { scoreOverall } from '#domain/scoring.ts';
import { effectiveSize } from '#domain/statistics.ts';
import { addTally, emptyTally, momentsOf, responsesIn, tallyLayout } from '#domain/tally.ts';
import { type Agency, subtrees } from '../agencies/queries.ts';

interface Member {
  agency: Agency;
  tally: number[];
  /** Whether its own figure is shown: what is hidden must not be found in a sum. */
  shown: boolean;
}

/** Every group with somebody in it. Nobody counts twice: what lies below a shown agency of its group is part of that. */
export function sumGroups(
  content: Questionnaire,
  members: readonly Member[],
  all: readonly Agency[],
): AgencyResults['groups'] {
  const below = subtrees(all);
  const layout = tallyLayout(content);
  return RANKING_GROUPS.flatMap((group) => {
    const shown = members.filter(({ agency, shown: own }) => own && rankingGroup(agency.kind) === group);
    if (shown.length === 0) return [];
    const parts = new Set(
      shown.flatMap(({ agency }) => (below.get(agency.id) ?? []).filter((id) => id !== agency.id)),
    );
    const tally = emptyTally(layout);
    for (const member of shown) if (!parts.has(member.agency.id)) addTally(tally, member.tally);
    const { rate } = scoreOverall(content, tally);
    const n = responsesIn(tally);
    const weight = n === 0 ? 1 : effectiveSize(momentsOf(layout, tally, OVERALL)) / n;
    return [{ group, agencies: shown.length, n, rate, weight }];
  });
}
