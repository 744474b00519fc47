// What is kept of each response beside the log, as letters: enough for the rates of groups and for the detectors, so that
// neither reads a response again. All responses to one questionnaire version have the same length, so that many are joined
// without anything between.
import type { Questionnaire } from './questionnaire.ts';
import { type Answers, optionCodes, questionsOf } from './questions.ts';
import { patternOf, type Sightings } from './sightings.ts';
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

/** Where the letters of a response stand: its groups, its criteria, then when it came and which it is. */
export interface ExtractLayout {
  /** Codes of the groups of each attribute that the questionnaire asks for; one letter each, the first. */
  groups: Map<string, string[]>;
  /** Codes of the levels of each criterion; one letter each, after those of the groups. */
  levels: Map<string, string[]>;
  /** How many letters one response has. */
  length: number;
}

/** What is written of a response. */
export interface Extracted {
  /** Its place in the log. */
  seq: number;
  channel: string;
  answers: Answers;
  /** Of the local day, 0 … 1439; null where it is not known. */
  minute: number | null;
  /** Whether the same answers came from the same browser a moment before. */
  repeated: boolean;
}

const MINUTE_LETTERS = 2;
const REPEATED_LETTERS = 1;
const SEQ_LETTERS = 6;

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
  const length = groups.size + levels.size + MINUTE_LETTERS + REPEATED_LETTERS + SEQ_LETTERS;
  const layout = { groups, levels, length };
  layouts.set(questionnaire, layout);
  return layout;
}

/** Letters stand for small numbers, from this one on; 64 of them are printable. */
const ZERO = '0'.charCodeAt(0);
const BASE = 64;

/** One response: groups and levels counted from 1, 0 where nothing was said; the minute from 1, 0 where it is not known. */
export function packResponse(layout: ExtractLayout, response: Extracted): string {
  const { seq, channel, answers, minute, repeated } = response;
  let letters = '';
  for (const [attribute, codes] of layout.groups) {
    const said = attribute === SLICES.channel ? channel : answers[attribute];
    letters += String.fromCharCode(ZERO + codes.indexOf(said as string) + 1);
  }
  for (const [code, levels] of layout.levels)
    letters += String.fromCharCode(ZERO + levels.indexOf(answers[code] as string) + 1);
  letters += packNumber(minute === null ? 0 : minute + 1, MINUTE_LETTERS);
  letters += packNumber(repeated ? 1 : 0, REPEATED_LETTERS);
  return letters + packNumber(seq, SEQ_LETTERS);
}

function packNumber(value: number, length: number): string {
  let letters = '';
  let rest = value;
  for (let place = 0; place < length; place++) {
    letters = String.fromCharCode(ZERO + (rest % BASE)) + letters;
    rest = Math.floor(rest / BASE);
  }
  return letters;
}

/** The number behind one letter: the group or the level, counted from 1; 0 for none. */
export function letterAt(letters: string, place: number): number {
  return letters.charCodeAt(place) - ZERO;
}

function numberAt(letters: string, place: number, length: number): number {
  let value = 0;
  for (let at = place; at < place + length; at++) value = value * BASE + letterAt(letters, at);
  return value;
}

/** Adds what the detectors see of the responses of one day. */
export function addSightings(
  { groups, levels, length }: ExtractLayout,
  day: number,
  letters: string,
  into: Sightings,
): void {
  const kiosk = 1 + CHANNELS.indexOf('kiosk');
  into.reserve(letters.length / length);
  for (let start = 0; start < letters.length; start += length) {
    const levelsAt = start + groups.size;
    const minuteAt = levelsAt + levels.size;
    const repeatedAt = minuteAt + MINUTE_LETTERS;
    const minute = numberAt(letters, minuteAt, MINUTE_LETTERS) - 1;
    into.add(
      numberAt(letters, repeatedAt + REPEATED_LETTERS, SEQ_LETTERS),
      day,
      minute < 0 ? null : minute,
      patternOf(letters, levelsAt, minuteAt),
      // Every response came by a channel, which is the first attribute.
      letterAt(letters, start) === kiosk,
      letterAt(letters, repeatedAt) === 1,
    );
  }
}
