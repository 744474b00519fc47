// Finding one's way in the tree part › factor › criterion.

import { OVERALL } from '#domain/questions.ts';
import type { CriterionView, Results, ScoreView } from '#domain/results.ts';

export interface FoundNode {
  node: ScoreView;
  /** Codes from below `overall` down to the node itself. */
  path: string[];
  criteria: CriterionView[];
}

/** Every node in the order of the tree, `overall` first. */
export function nodesOf({ overall, parts }: Pick<Results, 'overall' | 'parts'>): FoundNode[] {
  const factors = parts.flatMap((part) => part.factors);
  return [
    { node: overall, path: [], criteria: factors.flatMap(({ criteria }) => criteria) },
    ...parts.flatMap((part) => [
      { node: part, path: [part.code], criteria: part.factors.flatMap(({ criteria }) => criteria) },
      ...part.factors.flatMap((factor) => [
        { node: factor, path: [part.code, factor.code], criteria: factor.criteria },
        ...factor.criteria.map((criterion) => ({
          node: criterion,
          path: [part.code, factor.code, criterion.code],
          criteria: [criterion],
        })),
      ]),
    ]),
  ];
}

/** The node with a code; the whole where the questionnaire has no such node. */
export function findNode(results: Pick<Results, 'overall' | 'parts'>, code: string): FoundNode {
  const [whole, ...below] = nodesOf(results);
  const found = below.find(({ node }) => node.code === code);
  return found ?? whole ?? { node: results.overall, path: [], criteria: [] };
}

/** The code above a node of the tree. */
export function above({ path }: FoundNode): string {
  return path.at(-2) ?? OVERALL;
}
