// Puts comments together from phrases, then types them the way people do.
import {
  COMPLAINT_ENDINGS,
  COMPLAINTS,
  DETAILS,
  PAPERS,
  type Phrases,
  PRAISE,
  PRAISE_ENDINGS,
  SHORTHAND,
  SUGGESTION_ENDINGS,
  SUGGESTIONS,
} from './comments.ts';
import type { Random } from './random.ts';

/** What a comment can be about. */
export interface Impression {
  /** Share of the person's valid answers that are satisfied. */
  satisfied: number;
  /** Factors with the most and the least satisfied answers; null when all are alike. */
  best: string | null;
  worst: string | null;
  /** Option code of the field of the procedure. */
  field: string | undefined;
}

const ENDINGS = {
  praise: PRAISE_ENDINGS,
  complaint: COMPLAINT_ENDINGS,
  suggestion: SUGGESTION_ENDINGS,
};
type Tone = keyof typeof ENDINGS;

/** How likely a person with this share of satisfied answers writes at all: the unhappy write more. */
export function wishToWrite(satisfied: number): number {
  if (satisfied >= 0.9) return 0.058;
  return satisfied >= 0.5 ? 0.09 : 0.16;
}

/** A comment in natural Vietnamese, at most maxLength characters. */
export function writeComment(impression: Impression, maxLength: number, random: Random): string {
  const tone = toneOf(impression.satisfied, random);
  const sentences = [sentence(tone, impression, random)];
  if (tone !== 'suggestion' && random.chance(0.18)) sentences.push(sentence(tone, impression, random));
  if (random.chance(0.25)) sentences.push(random.pick(ENDINGS[tone]));
  const text = typed([...new Set(sentences)], random);
  return [...text].slice(0, maxLength).join('').trim();
}

function toneOf(satisfied: number, random: Random): Tone {
  const [praise, complaint] = satisfied >= 0.85 ? [0.82, 0] : satisfied >= 0.5 ? [0.22, 0.48] : [0, 0.86];
  const draw = random.next();
  if (draw < praise) return 'praise';
  return draw < praise + complaint ? 'complaint' : 'suggestion';
}

function sentence(tone: Tone, { best, worst, field }: Impression, random: Random): string {
  if (tone === 'suggestion') return filled(random.pick(SUGGESTIONS), field, random);
  const phrases = tone === 'praise' ? PRAISE : COMPLAINTS;
  return filled(random.pick(topic(phrases, tone === 'praise' ? best : worst, random)), field, random);
}

function topic(phrases: Phrases, factor: string | null, random: Random): readonly string[] {
  if (random.chance(0.25)) return phrases.general ?? [];
  const known = factor === null ? undefined : phrases[factor];
  return known ?? phrases[random.pick(Object.keys(phrases))] ?? [];
}

/** A phrase with its slots filled, beginning with a capital. */
function filled(phrase: string, field: string | undefined, random: Random): string {
  const text = phrase.replace(/\{(\w+)\}/g, (_, slot: string) => random.pick(choices(slot, field)));
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function choices(slot: string, field: string | undefined): readonly string[] {
  return (slot === 'paper' ? (PAPERS[field ?? 'other'] ?? PAPERS.other) : DETAILS[slot]) ?? [];
}

/** Some write in full, some in a hurry: no capitals, shorthand, slips, no diacritics, no full stop. */
function typed(sentences: string[], random: Random): string {
  const joined = sentences.join(random.chance(0.25) ? ', ' : '. ');
  let text = random.chance(0.4) ? `${joined}.` : joined;
  if (random.chance(0.3)) text = text.toLowerCase();
  if (random.chance(0.2)) for (const [word, short] of SHORTHAND) text = text.replace(word, short);
  if (random.chance(0.1)) text = slip(text, random);
  if (random.chance(0.17)) text = withoutDiacritics(text);
  return text.normalize('NFC');
}

/** Two neighbouring letters of one word change places. */
function slip(text: string, random: Random): string {
  const words = text.split(' ');
  const at = random.integer(0, words.length - 1);
  const word = words[at] ?? '';
  if (!/^\p{L}{4,}$/u.test(word)) return text;
  const place = random.integer(1, word.length - 2);
  words[at] = word.slice(0, place) + word.charAt(place + 1) + word.charAt(place) + word.slice(place + 2);
  return words.join(' ');
}

function withoutDiacritics(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
}
