// What the detectors look at, taken out of the log once: of each response a place, a minute and a pattern.
import { dayOf, startOfDay } from '#domain/days.ts';
import type { Sighting } from '#domain/integrity-findings.ts';
import { readMarks } from '#domain/marks.ts';
import type { Questionnaire } from '#domain/questionnaire.ts';
import { type Answers, questionsOf } from '#domain/questions.ts';
import type { Database } from '../db/database.ts';
import { findQuestionnaire } from '../questionnaires/queries.ts';
import { Follower } from '../responses/follower.ts';
import { type Response, responsesAfter } from '../responses/queries.ts';
import { insertSightings, lastSighted, type SightingRow } from './queries.ts';

const PAGE = 1000;
const MINUTE = 60_000;

/** Notes what is stored; two processes that note the same do no harm, see {@link readSightings}. */
export function newSightings(db: Database): Follower {
  return new Follower({
    begin: () => lastSighted(db),
    next: async (seq) => {
      const page = await responsesAfter(db, seq, PAGE);
      const last = page.at(-1);
      if (!last) return { seq, more: false };
      const rows = await sight(db, page);
      await db.write((tx) => [insertSightings(tx, db.tables, rows)]);
      return { seq: last.seq, more: page.length === PAGE };
    },
  });
}

async function sight(db: Database, page: Response[]): Promise<SightingRow[]> {
  const rows: SightingRow[] = [];
  const groups = Map.groupBy(page, ({ touchpointId, agencyId, questionnaireId, answeredAt }) =>
    [touchpointId, agencyId, questionnaireId, dayOf(answeredAt)].join('/'),
  );
  for (const same of groups.values()) {
    const [first, last] = [same[0], same.at(-1)];
    const questionnaire = first && (await findQuestionnaire(db, first.questionnaireId));
    if (!first || !last || !questionnaire) continue;
    const { touchpointId, agencyId, questionnaireId, answeredAt } = first;
    rows.push({
      touchpointId,
      agencyId,
      questionnaireId,
      day: dayOf(answeredAt),
      firstSeq: first.seq,
      lastSeq: last.seq,
      content: JSON.stringify(same.map((response) => noted(response, questionnaire.content))),
    });
  }
  return rows;
}

/** Place, minute, pattern, and whether it came from a tablet and again from the same browser. */
type Noted = [seq: number, minute: number | null, pattern: string, kiosk: 0 | 1, repeated: 0 | 1];

function noted(response: Response, questionnaire: Questionnaire): Noted {
  const { seq, answeredAt, channel, marks } = response;
  const answers = JSON.parse(response.answers) as Answers;
  const criteria = questionsOf(questionnaire).filter(
    ({ question, factor }) => factor && question.type === 'rating',
  );
  const pattern = criteria.map(({ question }) => answers[question.code] ?? '-').join(' ');
  const minute = Math.floor((answeredAt - startOfDay(dayOf(answeredAt))) / MINUTE);
  return [
    seq,
    isTimed(response) ? minute : null,
    pattern,
    channel === 'kiosk' ? 1 : 0,
    readMarks(marks).includes('repeated') ? 1 : 0,
  ];
}

/** Paper is typed in at another time; and a clock that was far off says nothing, so that the time is that of arrival. */
function isTimed({ channel, answeredAt, receivedAt, deviceAnsweredAt }: Response): boolean {
  const replaced = answeredAt === receivedAt && Math.abs(deviceAnsweredAt - receivedAt) > 5 * MINUTE;
  return channel !== 'paper' && !replaced;
}

/** Reads rows of one touchpoint; what two processes noted counts once. */
export function readSightings(rows: readonly SightingRow[]): Sighting[] {
  const found = new Map<number, Sighting>();
  for (const { day, content } of rows)
    for (const [seq, minute, pattern, kiosk, repeated] of JSON.parse(content) as Noted[])
      found.set(seq, { seq, day, minute, pattern, kiosk: kiosk === 1, repeated: repeated === 1 });
  return [...found.values()];
}
