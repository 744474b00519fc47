// Recordings as an operator has them: a folder of files such as `c15.vi.mp3`, one for each question and language.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AUDIO_TYPES, type AudioEnding, spokenPlaces } from '#domain/audio.ts';
import type { Questionnaire } from '#domain/questionnaire.ts';

/** Half a minute at a quality far above that of a tablet's loudspeaker. */
export const LARGEST_AUDIO = 512 * 1024;

/** Bytes by the name under which they are stored. */
export type AudioFiles = Map<string, Buffer>;

const FILE = /^([a-z0-9_-]+)\.([a-zA-Z-]+)\.([a-z0-9]+)$/;

/**
 * Reads a folder of recordings and has the questionnaire name them.
 * @returns a copy of the questionnaire with the recordings' names in it, and their bytes
 * @throws Error that says which file is not right
 */
export function readAudioFolder(folder: string, questionnaire: Questionnaire) {
  const named = structuredClone(questionnaire);
  const places = new Map(spokenPlaces(named).map((place) => [place.code, place.spoken]));
  const files: AudioFiles = new Map();
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  for (const file of names.sort()) {
    const [, code = '', language = '', ending = ''] = FILE.exec(file) ?? [];
    const spoken = places.get(code);
    if (!spoken) throw new Error(`${file}: no question is called "${code}"; names are like c15.vi.mp3`);
    if (!questionnaire.languages.includes(language))
      throw new Error(`${file}: the questionnaire has no language "${language}"`);
    if (spoken.audio?.[language]) throw new Error(`${file}: there is another recording of the same words`);
    const bytes = readAudioFile(join(folder, file), ending);
    const name = `${createHash('sha256').update(bytes).digest('hex')}.${ending}`;
    files.set(name, bytes);
    spoken.audio = { ...spoken.audio, [language]: name };
  }
  return { questionnaire: named, files };
}

function readAudioFile(path: string, ending: string): Buffer {
  if (!isEnding(ending))
    throw new Error(`${path}: only ${Object.keys(AUDIO_TYPES).join(', ')} can be played`);
  if (statSync(path).size > LARGEST_AUDIO) throw new Error(`${path} is larger than 512 KiB`);
  const bytes = readFileSync(path);
  if (!LOOKS_LIKE[ending](bytes)) throw new Error(`${path} is no ${ending} file`);
  return bytes;
}

const isEnding = (ending: string): ending is AudioEnding => Object.hasOwn(AUDIO_TYPES, ending);

const startsWith = (bytes: Buffer, letters: string, at = 0) =>
  bytes.toString('latin1', at, at + letters.length) === letters;

/** How the bytes of each kind begin, so that nothing else is ever served under its type. */
const LOOKS_LIKE: Record<AudioEnding, (bytes: Buffer) => boolean> = {
  mp3: (bytes) => startsWith(bytes, 'ID3') || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2),
  m4a: (bytes) => startsWith(bytes, 'ftyp', 4),
  ogg: (bytes) => startsWith(bytes, 'OggS'),
};
