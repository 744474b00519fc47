// The responses of one questionnaire version as CSV, a page of the log at a time, so that memory stays flat.

import { BOM, csvFields, csvLine } from '#domain/csv.ts';
import { dayOf, formatDay, startOfDay } from '#domain/days.ts';
import { readMarks } from '#domain/marks.ts';
import type { Question, Questionnaire } from '#domain/questionnaire.ts';
import { type Answers, questionsOf } from '#domain/questions.ts';
import { listAgencies } from '../agencies/queries.ts';
import type { Database } from '../db/database.ts';
import { pagesOfResponses, type StudiedResponse } from '../responses/queries.ts';
import { listTouchpoints } from '../touchpoints/queries.ts';

const PAGE = 500;
const HOUR = 3_600_000;

/** Columns before the questions. The hour is enough to study; the minute would point at a person at the counter. */
export const FIXED_COLUMNS = [
  'answered_date',
  'answered_hour',
  'agency_id',
  'agency_code',
  'unit_code',
  'agency_name',
  'touchpoint_id',
  'touchpoint_name',
  'channel',
  'locale',
  'duration_s',
  'questionnaire',
  'marks',
] as const;

/**
 * Lines of the export, header first. Question columns are named by question code and hold option codes
 * (several: joined by `|`).
 * @param range days since 1970-01-01, inclusive
 */
export async function* exportResponses(
  db: Database,
  questionnaire: { id: string; content: Questionnaire },
  range: { from: number; to: number; agencies?: string[] | undefined },
): AsyncGenerator<string> {
  const questions = exportedQuestions(questionnaire.content).map(({ code }) => code);
  yield BOM + csvLine([...FIXED_COLUMNS, ...questions]);
  const toLine = await lineWriter(db, questionnaire.id, questions);
  const filter = {
    questionnaire: questionnaire.id,
    agencies: range.agencies,
    from: startOfDay(range.from),
    to: startOfDay(range.to + 1),
  };
  const readPage = pagesOfResponses(db, filter);
  for (let after = 0; ; ) {
    const page = await readPage({ after, limit: PAGE });
    if (page.length > 0) yield page.map(toLine).join('');
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.seq;
  }
}

/** Those answered by a choice: words belong to the inbox of comments, where they stand alone, and masked. */
export function exportedQuestions(questionnaire: Questionnaire): Question[] {
  return questionsOf(questionnaire).flatMap(({ question }) => (question.type === 'text' ? [] : [question]));
}

/** Writes responses as lines; whatever repeats from line to line is written once and remembered. */
async function lineWriter(db: Database, questionnaire: string, questions: string[]) {
  const agencies = new Map((await listAgencies(db)).map((agency) => [agency.id, agency]));
  const touchpoints = new Map((await listTouchpoints(db)).map((point) => [point.id, point.name]));
  const placeFields = remembered((key: string) => {
    const [agencyId = '', touchpointId = ''] = key.split('/');
    const agency = agencies.get(agencyId);
    return csvFields([
      agencyId,
      agency?.agencyCode ?? null,
      agency?.unitCode ?? null,
      agency?.name ?? null,
      touchpointId,
      touchpoints.get(touchpointId) ?? null,
    ]);
  });
  const dateField = remembered(formatDay);
  const optionField = remembered((option: string) => csvFields([option]));
  const version = csvFields([questionnaire]);
  return (row: StudiedResponse): string => {
    const day = dayOf(row.answeredAt);
    const hour = Math.floor((row.answeredAt - startOfDay(day)) / HOUR);
    const place = placeFields(`${row.agencyId}/${row.touchpointId}`);
    const seconds = Math.round(row.durationMs / 1000);
    let line = `${dateField(day)},${hour},${place},${row.channel},${row.locale},${seconds},${version},${readMarks(row.marks).join('|')}`;
    const answers = JSON.parse(row.answers) as Answers;
    for (const code of questions) {
      const answer = answers[code];
      if (typeof answer === 'string') line += `,${optionField(answer)}`;
      else line += `,${csvFields([answer?.join('|') ?? null])}`;
    }
    return `${line}\r\n`;
  };
}

/** A function of few different values, worked out once for each. */
function remembered<K>(work: (key: K) => string): (key: K) => string {
  const known = new Map<K, string>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const result = work(key);
    known.set(key, result);
    return result;
  };
}
