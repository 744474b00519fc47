// Telephone and identity numbers in a text, however they are written to be overlooked.
import { searchKey } from './search.ts';

/** From inclusive, to exclusive, in UTF-16 units of the text. */
export interface FoundNumber {
  kind: 'phone' | 'id_number';
  from: number;
  to: number;
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

/** Numbers that lead to a person; amounts, dates and hotlines are none. */
export function findNumbers(text: string): FoundNumber[] {
  return digitRuns(text).flatMap((run) => {
    const from = run[0]?.from ?? 0;
    const to = run.at(-1)?.to ?? 0;
    const digits = run.map(({ value }) => value).join('');
    const kind = kindOfNumber(text, digits, from, to);
    return kind ? [{ kind, from: /[+(]/.test(text.charAt(from - 1)) ? from - 1 : from, to }] : [];
  });
}

function kindOfNumber(text: string, digits: string, from: number, to: number): FoundNumber['kind'] | null {
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
