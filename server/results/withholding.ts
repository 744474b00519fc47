// Which figures of agencies must not be shown: those of few, and those that would give them away by subtraction.
import type { Range } from '#domain/days.ts';
import type { Questionnaire } from '#domain/questionnaire.ts';
import { OVERALL } from '#domain/questions.ts';
import { suppressTree } from '#domain/suppression.ts';
import { addTally, emptyTally, momentsOf, overallPlaces, responsesIn, tallyLayout } from '#domain/tally.ts';
import { type CountedSiblings, type WithheldFigures, withheldFigures } from '#domain/withheld-figures.ts';
import { type Agency, pathTo, subtrees } from '../agencies/queries.ts';
import type { Database } from '../db/database.ts';
import { sumTallies } from '../tallies/queries.ts';
import type { Counted } from './queries.ts';

/** What every agency was given itself, without those below it; of the overall figure by default. */
export async function countOwn(
  db: Database,
  { id: questionnaireId, content, from, to }: Range & { id: string; content: Questionnaire },
  places = overallPlaces(content),
): Promise<Map<string, Counted>> {
  const own = new Map<string, Counted>();
  for (const grain of ['agency', 'marked_agency'] as const)
    for (const [id, counts] of await sumTallies(db, { grain, questionnaireId, from, to }, places)) {
      const known = own.get(id) ?? { tally: [], marked: [] };
      own.set(id, known);
      addTally(known.tally, counts);
      if (grain === 'marked_agency') addTally(known.marked, counts);
    }
  return own;
}

/** The agencies whose figures, and whose figures without marked responses, are withheld. */
export function withheldAgencies(
  content: Questionnaire,
  own: Map<string, Counted>,
  all: Agency[],
): { figures: Set<string>; marked: Set<string> } {
  const layout = tallyLayout(content);
  const by = (count: (counted: Counted) => number) =>
    suppressTree(all, new Map([...own].map(([id, counted]) => [id, count(counted)])));
  return {
    figures: by(({ tally }) => momentsOf(layout, tally, OVERALL).people),
    marked: by(({ marked }) => responsesIn(marked)),
  };
}

/**
 * The figures withheld of an agency, at every level of the questionnaire, seen from the whole tree of agencies.
 * @param own all counters of what each agency was given itself
 */
export function withheldOf(
  content: Questionnaire,
  own: ReadonlyMap<string, Pick<Counted, 'tally'>>,
  all: Agency[],
  agency: Agency,
): WithheldFigures {
  const below = subtrees(all);
  const layout = tallyLayout(content);
  const sum = (ids: readonly string[]) => {
    const tally = emptyTally(layout);
    for (const id of ids) addTally(tally, own.get(id)?.tally ?? []);
    return tally;
  };
  const whole = (id: string) => sum(below.get(id) ?? []);
  const [top, ...rest] = pathTo(all, agency);
  const levels: CountedSiblings[] = [{ rows: [whole(top?.id ?? '')], next: 0 }];
  for (const { id, parentId } of rest) {
    const siblings = all.filter((each) => each.parentId === parentId);
    levels.push({
      rows: [...siblings.map((each) => whole(each.id)), sum([parentId ?? ''])],
      next: siblings.findIndex((each) => each.id === id),
    });
  }
  return withheldFigures(content, levels);
}
