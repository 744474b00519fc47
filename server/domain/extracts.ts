// What is kept of each response beside the log, as letters, to add up groups without reading a response again. All
// responses to one questionnaire version have the same length, so that many are joined without anything between.
import { letterOf } from './letters.ts';
import type { Questionnaire } from './questionnaire.ts';
import { type Answers, optionCodes, questionsOf } from './questions.ts';
import { CHANNELS } from './submissions.ts';
import { tallyLayout } from './tally.ts';

/** What results can be sliced by, and the question that it is read from. */
export const SLICES = {
  channel: 'channel',
  field: 'procedure_field',
  age: 'age',
  gender: 'gender',
  education: 'education',
  occupation: 'occupation',
  residence: 'residence',
} as const;
export type Slice = keyof typeof SLICES;

/** Where the letters of a response stand: its groups, then its criteria. */
export interface ExtractLayout {
  /** Codes of the groups of each attribute that the questionnaire asks for; one letter each, the first. */
  groups: Map<string, string[]>;
  /** Codes of the levels of each criterion; one letter each, after those of the groups. */
  levels: Map<string, string[]>;
  /** How many letters one response has. */
  length: number;
}

const layouts = new WeakMap<Questionnaire, ExtractLayout>();

export function extractLayout(questionnaire: Questionnaire): ExtractLayout {
  const known = layouts.get(questionnaire);
  if (known) return known;
  const groups = new Map<string, string[]>([[SLICES.channel, [...CHANNELS]]]);
  for (const { question } of questionsOf(questionnaire))
    if (question.type === 'single' && Object.values(SLICES).some((code) => code === question.code))
      groups.set(question.code, optionCodes(questionnaire, question));
  const levels = new Map(
    [...tallyLayout(questionnaire).criteria].map(([code, criterion]) => [code, [...criterion.levels]]),
  );
  const layout = { groups, levels, length: groups.size + levels.size };
  layouts.set(questionnaire, layout);
  return layout;
}

/** One response: groups and levels counted from 1, 0 where nothing was said. */
export function packResponse({ groups, levels }: ExtractLayout, channel: string, answers: Answers): string {
  let letters = '';
  for (const [attribute, codes] of groups) {
    const said = attribute === SLICES.channel ? channel : answers[attribute];
    letters += letterOf(codes.indexOf(said as string) + 1);
  }
  for (const [code, known] of levels) letters += letterOf(known.indexOf(answers[code] as string) + 1);
  return letters;
}
