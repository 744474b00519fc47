// What a comment holds that not everybody may see: personal data, and allegations of money or harassment.
// Rules of thumb, on the safe side: what is masked too much is opened with one click, what is masked too little is out.
import { searchKey } from './search.ts';
import { NOT_NAMES, OFFICES, PLACES, SURNAMES } from './vietnamese-names.ts';

export const PERSONAL_DATA = ['email', 'phone', 'id_number', 'name'] as const;
export type PersonalData = (typeof PERSONAL_DATA)[number];

/** From inclusive, to exclusive, in UTF-16 units of the text. */
export interface Finding {
  kind: PersonalData;
  from: number;
  to: number;
}

/** A stretch of a comment: its words, or what kind of thing was masked there. */
export type CommentPart = { text: string } | { masked: PersonalData };

/** Personal data in a text, in order, not overlapping. Time is linear in its length. */
export function findPersonalData(text: string): Finding[] {
  const found = [...findEmails(text), ...findNumbers(text), ...findNames(text)];
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  const apart: Finding[] = [];
  for (const finding of found) {
    const last = apart.at(-1);
    if (!last || finding.from >= last.to) apart.push(finding);
    else last.to = Math.max(last.to, finding.to);
  }
  return apart;
}

/** The text with everything personal masked. */
export function maskPersonalData(text: string): CommentPart[] {
  const parts: CommentPart[] = [];
  let at = 0;
  for (const { kind, from, to } of findPersonalData(text)) {
    if (from > at) parts.push({ text: text.slice(at, from) });
    parts.push({ masked: kind });
    at = to;
  }
  if (at < text.length) parts.push({ text: text.slice(at) });
  return parts;
}

const AT = String.raw`(?:[@＠]|[[({<]\s?(?:at|a|@|a còng|a cong)\s?[\])}>]|a còng|a cong|@)`;
const DOT = String.raw`(?:[.,。]|[[({<]\s?(?:dot|chấm|cham|\.)\s?[\])}>]|chấm|cham|dot)`;
const EMAIL = new RegExp(
  String.raw`[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}\s{0,3}${AT}\s{0,3}[\p{L}\p{N}-]{2,63}(?:\s{0,2}${DOT}\s{0,2}[\p{L}\p{N}-]{2,20}){1,3}`,
  'giu',
);
/** `lan dot gmail dot com` without any sign: known providers only. */
const PROVIDER =
  /[\p{L}\p{N}._-]{2,64}\s{0,2}(?:gmail|yahoo|hotmail|outlook|icloud)\s{0,2}(?:\.|chấm|cham|dot)\s{0,2}com/giu;

function findEmails(text: string): Finding[] {
  return [EMAIL, PROVIDER].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(
      ({ index, 0: { length } }): Finding => ({
        kind: 'email',
        from: index,
        to: index + length,
      }),
    ),
  );
}

/** Digits as they are written to be overlooked: full-width, circled, letters that look alike, and words. */
const DIGIT_WORDS: Record<string, string> = {
  khong: '0',
  zero: '0',
  mot: '1',
  hai: '2',
  ba: '3',
  bon: '4',
  tu: '4',
  nam: '5',
  lam: '5',
  sau: '6',
  bay: '7',
  tam: '8',
  chin: '9',
};
const LOOKS_LIKE: Record<string, string> = { o: '0', O: '0', l: '1', I: '1', '|': '1' };
/** Between two digits of one number at most three of these may stand. */
const SEPARATOR = /^[\s.,\-_/\\·•‧∙*+()[\]~'"`:;=–—\u00ad\u200b-\u200f\u2060\ufeff]$/u;
const MOST_SEPARATORS = 3;

interface Digit {
  value: string;
  from: number;
  to: number;
}

/** The digits of a text with their places, spelled out ones too, in runs that may be one number. */
function digitRuns(text: string): Digit[][] {
  const digits: Digit[] = [];
  for (const { index, 0: token } of text.matchAll(/[\p{L}\p{M}]+|[\p{N}|]|[^\p{L}\p{M}\p{N}]/gu)) {
    const from = index;
    const to = index + token.length;
    const value = digitOf(token);
    if (value !== null) digits.push({ value, from, to });
    else
      for (const [at, letter] of lookAlikes(text, token, from))
        digits.push({ value: letter, from: at, to: at + 1 });
  }
  const runs: Digit[][] = [];
  for (const digit of digits) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && joins(text, last.to, digit.from)) run.push(digit);
    else runs.push([digit]);
  }
  return runs;
}

function digitOf(token: string): string | null {
  const plain = token.normalize('NFKC');
  if (/^\d$/.test(plain)) return plain;
  return DIGIT_WORDS[searchKey(token)] ?? null;
}

/** Letters that stand for digits, only in a token that touches a digit: `09o8`. */
function lookAlikes(text: string, token: string, from: number): [number, string][] {
  const touches =
    /\p{N}/u.test(text.slice(Math.max(0, from - 2), from)) || /\p{N}/u.test(text.charAt(from + token.length));
  if (!touches || ![...token].every((letter) => LOOKS_LIKE[letter])) return [];
  return [...token].map((letter, at) => [from + at, LOOKS_LIKE[letter] ?? '']);
}

function joins(text: string, from: number, to: number): boolean {
  return to - from <= MOST_SEPARATORS && [...text.slice(from, to)].every((letter) => SEPARATOR.test(letter));
}

/** Mobile and fixed lines, with or without the country's code; eleven digits until 2018. */
const PHONE = /^(?:0|84|0084|840)(?:[35789]\d{8}|1[2689]\d{8}|2\d{8,9})$/;
const HOTLINE = /^1[89]00\d{4,6}$/;
const CALLS =
  /(?:sdt|so dt|dt|dien thoai|phone|tel|zalo|goi|lien he|lh|alo|hotline|di dong|viber)\W{0,12}(?:so |la |cho toi |toi )*\W{0,4}$/;
const IDENTIFIES =
  /(?:cccd|cmnd|cmt|can cuoc|chung minh|cccd so|ma so thue|mst|dinh danh|ho chieu|bhxh|bhyt)\W{0,12}(?:so |la |cua toi )*\W{0,4}$/;
const MONEY_AFTER =
  /^\s{0,2}(?:đồng|dong|đ(?!\p{L})|vnđ|vnd|d(?!\p{L})|₫|usd|triệu|trieu|tr(?!\p{L})|k(?!\p{L}))/iu;
const DATE = /(?<!\d)\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)\d{2}(?!\d)/g;
const FEWEST_WITH_WORD = 6;
const FEWEST = 9;

function findNumbers(text: string): Finding[] {
  return digitRuns(text).flatMap((run) => {
    const from = run[0]?.from ?? 0;
    const to = run.at(-1)?.to ?? 0;
    const digits = run.map(({ value }) => value).join('');
    const kind = kindOfNumber(text, digits, from, to);
    return kind ? [{ kind, from: /[+(]/.test(text.charAt(from - 1)) ? from - 1 : from, to }] : [];
  });
}

function kindOfNumber(text: string, digits: string, from: number, to: number): 'phone' | 'id_number' | null {
  if (digits.length < FEWEST_WITH_WORD) return null;
  if (PHONE.test(digits)) return 'phone';
  const before = searchKey(text.slice(Math.max(0, from - 40), from)).padEnd(1);
  const written = text.slice(from, to);
  if (IDENTIFIES.test(before)) return 'id_number';
  if (isAmount(written, text.slice(to, to + 10)) || isDate(written) || HOTLINE.test(digits)) return null;
  if (CALLS.test(before)) return 'phone';
  if (digits.length < FEWEST) return null;
  return /(?:0|84)[35789]\d{8}/.test(digits) && digits.length !== 12 ? 'phone' : 'id_number';
}

/** `1.500.000.000`, `500.000.000 đồng`: thousands in threes that do not begin with 0. */
function isAmount(written: string, after: string): boolean {
  const threes = /^[1-9]\d{0,2}(?:[.,\s]\d{3})+$/.test(written);
  return MONEY_AFTER.test(after) ? threes || /^[1-9]\d{0,9}$/.test(written) : threes && written.length !== 11;
}

/** Only a date, an hour or both, or two dates: no nine digits stay when they are taken away. */
function isDate(written: string): boolean {
  const rest = written.replace(DATE, '');
  return rest !== written && rest.replace(/\D/g, '').length < FEWEST_WITH_WORD;
}

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

/** Likely names of people: after an honorific or an office, or a family name with what follows it. */
function findNames(text: string): Finding[] {
  const words = wordsOf(text);
  const loud =
    words.length > 2 &&
    words.filter(({ text: word }) => word === word.toUpperCase()).length > words.length * 0.7;
  const found: Finding[] = [];
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
    found.push({ kind: 'name', from: first.from, to: last.to });
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
    (word, at) => !word.capital || (isPlain(word) && !(at > 0 && word.text === 'Anh')),
  );
  return end < 0 ? run.length : end;
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
