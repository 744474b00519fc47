// Recordings that read a questionnaire's words aloud. Free of zod, because the respondent's page downloads it.
import type { Questionnaire } from './questionnaire.ts';

/** What browsers play, by the ending of the name. */
export const AUDIO_TYPES = { mp3: 'audio/mpeg', m4a: 'audio/mp4', ogg: 'audio/ogg' } as const;
export type AudioEnding = keyof typeof AUDIO_TYPES;

/** A stored recording's name: the SHA-256 of its bytes, hex, and its ending. */
export const AUDIO_NAME = /^[0-9a-f]{64}\.(mp3|m4a|ogg)$/;

/** Anything in a questionnaire that may have recordings, by language. */
export interface Spoken {
  audio?: Record<string, string>;
}

export interface SpokenPlace {
  /** The question's code; `_reasons` and `_practice` stand for what has no code of its own. */
  code: string;
  /** Steps into the questionnaire. */
  path: (string | number)[];
  spoken: Spoken;
}

/** Every place that may have recordings, in the order of the questionnaire's parts. */
export function spokenPlaces({ practice, before, parts, reasons, after }: Questionnaire): SpokenPlace[] {
  const asked = (list: (Spoken & { code: string })[], path: SpokenPlace['path']) =>
    list.map((spoken, index): SpokenPlace => ({ code: spoken.code, path: [...path, index], spoken }));
  return [
    ...(practice ? [{ code: '_practice', path: ['practice'], spoken: practice }] : []),
    ...before.flatMap(({ questions }, b) => asked(questions, ['before', b, 'questions'])),
    ...parts.flatMap(({ factors }, p) =>
      factors.flatMap(({ criteria }, f) => asked(criteria, ['parts', p, 'factors', f, 'criteria'])),
    ),
    ...(reasons ? [{ code: '_reasons', path: ['reasons'], spoken: reasons }] : []),
    ...after.flatMap(({ questions }, a) => asked(questions, ['after', a, 'questions'])),
  ];
}

/** The names of all recordings of a questionnaire, each once. */
export function audioOf(questionnaire: Questionnaire): string[] {
  return [...new Set(spokenPlaces(questionnaire).flatMap(({ spoken }) => Object.values(spoken.audio ?? {})))];
}

/** Where a recording is to be had, for ever the same. */
export const audioAddress = (name: string) => `/api/audio/${name}`;
