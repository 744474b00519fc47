// The responses of one questionnaire version as CSV, a page of the log at a time, so that memory stays flat.
import { dayOf, formatDay, startOfDay } from '#domain/days.ts';
import type { Questionnaire } from '#domain/questionnaire.ts';
import { type Answers, questionsOf } from '#domain/questions.ts';
import { listAgencies } from '../agencies/queries.ts';
import type { Database } from '../db/database.ts';
import { openComments, type SealedComments } from '../responses/comments.ts';
import { filterResponses, type Response } from '../responses/queries.ts';
import { listTouchpoints } from '../touchpoints/queries.ts';
import { BOM, csvLine } from './csv.ts';

const PAGE = 2000;
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
] as const;

/**
 * Lines of the export, header first. Question columns are named by question code and hold option codes
 * (several: joined by `|`) or the text.
 * @param range days since 1970-01-01, inclusive
 */
export async function* exportResponses(
  db: Database,
  questionnaire: { id: string; content: Questionnaire },
  range: { from: number; to: number; agencies?: string[] | undefined },
): AsyncGenerator<string> {
  const questions = questionsOf(questionnaire.content).map(({ question }) => question.code);
  const agencies = new Map((await listAgencies(db)).map((agency) => [agency.id, agency]));
  const touchpoints = new Map((await listTouchpoints(db)).map((point) => [point.id, point.name]));
  yield BOM + csvLine([...FIXED_COLUMNS, ...questions]);
  const filter = {
    questionnaire: questionnaire.id,
    agencies: range.agencies,
    from: startOfDay(range.from),
    to: startOfDay(range.to + 1),
  };
  const toLine = (row: Response): string => {
    const agency = agencies.get(row.agencyId);
    const answers = JSON.parse(row.answers) as Answers;
    const comments = openComments(row.comments);
    const day = dayOf(row.answeredAt);
    return csvLine([
      formatDay(day),
      Math.floor((row.answeredAt - startOfDay(day)) / HOUR),
      row.agencyId,
      agency?.agencyCode ?? null,
      agency?.unitCode ?? null,
      agency?.name ?? null,
      row.touchpointId,
      touchpoints.get(row.touchpointId) ?? null,
      row.channel,
      row.locale,
      Math.round(row.durationMs / 1000),
      row.questionnaireId,
      ...questions.map((code) => given(answers, comments, code)),
    ]);
  };
  for (let seq = 0; ; ) {
    const page = await filterResponses(db, filter, seq, PAGE);
    if (page.length > 0) yield page.map(toLine).join('');
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    seq = last.seq;
  }
}

function given(answers: Answers, comments: SealedComments, code: string): string | null {
  const answer = answers[code] ?? comments[code]?.text ?? null;
  return Array.isArray(answer) ? answer.join('|') : answer;
}
