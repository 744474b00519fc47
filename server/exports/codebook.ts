// What the columns of the export and the codes in them mean.

import { BOM, csvLine } from '#domain/csv.ts';
import type { Question, Questionnaire, Texts } from '#domain/questionnaire.ts';
import { DONT_KNOW } from '#domain/questions.ts';
import en from '../locales/en/exports.json' with { type: 'json' };
import vi from '../locales/vi/exports.json' with { type: 'json' };
import { exportedQuestions, FIXED_COLUMNS } from './responses.ts';

/**
 * The codebook of a questionnaire version as CSV: one line per column, and one per option of a question;
 * `satisfied` is 1 or 0 for the levels of a scale.
 */
export function codebook(questionnaire: Questionnaire): string {
  const line = (column: string, code: string | null, texts: Texts, satisfied: number | null = null) =>
    csvLine([column, code, ...questionnaire.languages.map((language) => texts[language] ?? ''), satisfied]);
  const header = [
    'column',
    'code',
    ...questionnaire.languages.map((language) => `text_${language}`),
    'satisfied',
  ];
  const fixed = FIXED_COLUMNS.map((column) => line(column, null, { vi: vi[column], en: en[column] }));
  const questions = exportedQuestions(questionnaire).flatMap((question) => [
    line(question.code, null, question.text),
    ...choices(questionnaire, question).map(({ code, text, satisfied }) =>
      line(question.code, code, text, satisfied),
    ),
  ]);
  return BOM + csvLine(header) + fixed.join('') + questions.join('');
}

interface Choice {
  code: string;
  text: Texts;
  satisfied: number | null;
}

function choices(questionnaire: Questionnaire, question: Question): Choice[] {
  if (question.type === 'text') return [];
  if (question.type !== 'rating')
    return question.options.map(({ code, text }) => ({ code, text, satisfied: null }));
  const scale = questionnaire.scales[question.scale];
  const levels = (scale?.levels ?? []).map(({ code, text, satisfied }) => ({
    code,
    text,
    satisfied: satisfied ? 1 : 0,
  }));
  const dontKnow = scale?.dontKnow ? [{ code: DONT_KNOW, text: scale.dontKnow, satisfied: null }] : [];
  return [...levels, ...dontKnow];
}
