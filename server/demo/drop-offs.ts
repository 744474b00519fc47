// People who begin on a tablet and leave: now and then beside somebody who finished there on the same day.
import { dayOf } from '#domain/days.ts';
import type { Questionnaire } from '#domain/questionnaire.ts';
import { questionsOf } from '#domain/questions.ts';
import type { DropOff } from '../devices/queries.ts';
import type { NewResponse } from '../responses/queries.ts';
import { Random } from './random.ts';

const LEAVES = 0.06;
/** Many leave where they are asked about themselves. */
const LEAVES_AT_ABOUT_YOU = 0.35;
const ABOUT_YOU = 'procedure_field';

export class DemoDropOffs {
  private readonly random: Random;
  private readonly criteria: Map<string, string[]>;
  private readonly counted = new Map<string, DropOff>();

  constructor(seed: number, questionnaires: Questionnaire[]) {
    this.random = new Random(seed);
    this.criteria = new Map(
      questionnaires.map((questionnaire) => [
        `${questionnaire.code}@${questionnaire.version}`,
        questionsOf(questionnaire).flatMap(({ question, factor }) => (factor ? [question.code] : [])),
      ]),
    );
  }

  beside({ channel, questionnaireId, touchpointId, answeredAt }: NewResponse): void {
    const { random } = this;
    if (channel !== 'kiosk' || !random.chance(LEAVES)) return;
    const criteria = this.criteria.get(questionnaireId) ?? [];
    const question = random.chance(LEAVES_AT_ABOUT_YOU) ? ABOUT_YOU : random.pick(criteria);
    const day = dayOf(answeredAt);
    const key = [questionnaireId, touchpointId, day, question].join();
    const known = this.counted.get(key);
    if (known) known.n += 1;
    else this.counted.set(key, { questionnaireId, touchpointId, day, question, n: 1 });
  }

  rows(): DropOff[] {
    return [...this.counted.values()];
  }
}
