// Likely names of people in a text, told from other words by what stands around them.
import { searchKey } from './search.ts';
import { NOT_NAMES, OFFICES, PLACES, SURNAMES } from './vietnamese-names.ts';

interface Word {
  text: string;
  key: string;
  from: number;
  to: number;
  capital: boolean;
}

const MIDDLE_NAMES = new Set([
  'van',
  'thi',
  'dinh',
  'huu',
  'duc',
  'ngoc',
  'minh',
  'thanh',
  'quoc',
  'xuan',
  'cong',
  'kim',
  'hong',
  'thuy',
  'hoang',
  'bich',
  'my',
  'duy',
  'trong',
  'viet',
  'the',
  'anh',
]);
const MOST_WORDS = 4;

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}]+/gu)].map(({ index, 0: word }) => ({
    text: word,
    key: searchKey(word),
    from: index,
    to: index + word.length,
    capital: /^\p{Lu}/u.test(word),
  }));
}

/**
 * Likely names of people: after an honorific or an office, or a family name with what follows it. Places are from
 * inclusive, to exclusive, in UTF-16 units of the text.
 */
export function findNames(text: string): { from: number; to: number }[] {
  const words = wordsOf(text);
  const loud =
    words.length > 2 &&
    words.filter(({ text: word }) => word === word.toUpperCase()).length > words.length * 0.7;
  const found: { from: number; to: number }[] = [];
  for (let at = 0; at < words.length; at++) {
    const run = togetherFrom(text, words, at);
    if (afterPlace(words, at)) {
      const end = run.findIndex((word) => !word.capital);
      at += Math.max(0, (end < 0 ? run.length : end) - 1);
      continue;
    }
    const length = nameLength(text, words, at, run, loud);
    const [first, last] = [words[at], words[at + length - 1]];
    if (length === 0 || !first || !last) continue;
    found.push({ from: first.from, to: last.to });
    at += length - 1;
  }
  return found;
}

/** How many words from here are a name; 0 for none. */
function nameLength(text: string, words: Word[], at: number, run: Word[], loud: boolean): number {
  const capitals = capitalsOf(run);
  const [first, second, third] = run;
  if (!first || !/^\p{L}/u.test(first.text)) return 0;
  const surname = SURNAMES.has(first.key);
  if (
    surname &&
    second &&
    third &&
    MIDDLE_NAMES.has(second.key) &&
    !isPlain(third) &&
    !isReport(first, second) &&
    plausible(first, second)
  )
    return Math.max(3, loud ? 3 : capitals);
  if (called(words, at) && !isPlain(first) && first.key.length > 1) return Math.max(1, loud ? 1 : capitals);
  const addressed = afterOffice(text, words, at);
  if (loud) return addressed && surname ? Math.min(3, run.length) : 0;
  if (capitals > 0 && addressed && !OFFICES.has(first.key)) return Math.min(capitals, MOST_WORDS);
  return surname && capitals >= 2 && !(second && isPlain(second)) ? Math.min(capitals, MOST_WORDS) : 0;
}

const isPlain = ({ text }: Word) => NOT_NAMES.has(text.toLowerCase());

/** `phan anh` (phản ánh), to report: the most common pair of words here that could begin a name. */
const isReport = (first: Word, second: Word) =>
  first.key === 'phan' && second.key === 'anh' && !second.capital;

/** Without capitals only what is spelled as the names are: `lê thị`, not `lễ thi`. */
function plausible(first: Word, second: Word): boolean {
  if (first.capital && second.capital) return true;
  const spelled = `${first.text} ${second.text}`.toLowerCase();
  return spelled === `${first.key} ${second.key}` || /(?: văn| thị)$/u.test(spelled);
}

/** Words that follow one another with only blanks between them. */
function togetherFrom(text: string, words: Word[], at: number): Word[] {
  const run: Word[] = [];
  for (const word of words.slice(at, at + MOST_WORDS)) {
    const last = run.at(-1);
    if (last && !/^[\s\u200b._-]{1,2}$/u.test(text.slice(last.to, word.from))) break;
    run.push(word);
  }
  return run;
}

/** How many capitalised words a run begins with; `Ngọc Anh` is a name although `anh` is none. */
function capitalsOf(run: Word[]): number {
  const end = run.findIndex(
    (word, at) => !word.capital || (isPlain(word) && !(at > 0 && word.text === 'Anh') && !isMiddle(run, at)),
  );
  return end < 0 ? run.length : end;
}

/** `Lê Văn Ví Dụ`: what else would be a plain word. */
function isMiddle(run: Word[], at: number): boolean {
  return at === 1 && SURNAMES.has(run[0]?.key ?? '') && MIDDLE_NAMES.has(run[1]?.key ?? '');
}

function afterPlace(words: Word[], at: number): boolean {
  const [before, beforeThat] = [words[at - 1]?.key ?? '', words[at - 2]?.key ?? ''];
  if (OFFICES.has(`${beforeThat} ${before}`)) return false;
  return PLACES.has(before) || PLACES.has(`${beforeThat} ${before}`);
}

/** `cán bộ`, `chị`, `đ/c`, `trưởng phòng` … right before; one office may follow another. */
function afterOffice(text: string, words: Word[], at: number): boolean {
  const here = words[at];
  const before = words[at - 1];
  // `có` is no `cô`, where somebody wrote which.
  if (before?.text.toLowerCase() === 'có') return false;
  if (!here || !before || /[.!?;\n]/.test(text.slice(before.to, here.from).replace(/^\./, ''))) return false;
  return OFFICES.has(before.key) || OFFICES.has(`${words[at - 2]?.key ?? ''} ${before.key}`);
}

/** `cán bộ tên lan`, `người tên là Hoa`. */
function called(words: Word[], at: number): boolean {
  const [one = '', two = '', three = ''] = [1, 2, 3].map((back) => words[at - back]?.key ?? '');
  const named = (word: string, before: string) =>
    word === 'ten' && (PEOPLE.has(before) || OFFICES.has(before));
  return named(one, two) || (one === 'la' && named(two, three));
}
const PEOPLE = new Set(['nguoi', 'bo', 'vien', 'chuc', 'ban', 'dua', 'cai', 'nu', 'nam']);
