// What a comment holds that not everybody may see: addresses, numbers and names that lead to a person.
// Rules of thumb, on the safe side: what is masked too much is opened with one click, what is masked too little is out.
import { findNames } from './personal-names.ts';
import { findNumbers } from './personal-numbers.ts';

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
  const found = [...findEmails(text), ...findNumbers(text), ...named(text)];
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  const apart: Finding[] = [];
  for (const finding of found) {
    const last = apart.at(-1);
    if (!last || finding.from >= last.to) apart.push(finding);
    else last.to = Math.max(last.to, finding.to);
  }
  return apart;
}

const named = (text: string) => findNames(text).map((place): Finding => ({ kind: 'name', ...place }));

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
