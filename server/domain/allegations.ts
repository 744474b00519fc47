// Whether a comment alleges that money was asked for or somebody harassed. It goes past the agency named, to the inspector;
// so a doubtful one counts as one, and a person takes the label off again.
import type { Answers } from './questions.ts';
import { searchKey } from './search.ts';

export const ALLEGATIONS = ['money', 'harassment'] as const;
export type Allegation = (typeof ALLEGATIONS)[number];

/** Phrases without diacritics; a `*` stands for up to two words. */
const PHRASES: Record<Allegation, readonly string[]> = {
  money: [
    'doi tien',
    'doi them tien',
    'doi * tien',
    'voi tien',
    'voi vinh',
    'phong bi',
    'bao thu',
    'hoi lo',
    'dut lot',
    'lot tay',
    'boi tron',
    'boi duong * can bo',
    'dua tien',
    'dua them tien',
    'phai chi tien',
    'chung tien',
    'chi them tien',
    'an tien',
    'nhan tien',
    'nhan qua',
    'ngoai quy dinh',
    'tien ca phe',
    'tien cafe',
    'tien cf',
    'tien tra nuoc',
    'lam luat',
    'tham nhung',
    'tham o',
    'tieu cuc',
    'co tien moi',
    'khong tien khong',
    'tien moi lam',
    'thu tien khong',
    'thu * khong * hoa don',
    'thu * khong * bien lai',
    'khong * bien lai',
    'khong * hoa don',
    'thu them',
    'thu lo phi',
    'quat tien',
    'chat chem',
    'tien lot',
    'ngam tien',
    'chay tien',
    'chay giay to',
    'qua bieu',
    'bieu xen',
    'vut tien',
    'keo tien',
    'moc tui',
    'ep mua',
    'tien boi duong',
    'tien rieng',
    'bribe',
    'bribes',
    'kickback',
  ],
  harassment: [
    'nhung nhieu',
    'sach nhieu',
    'hach sach',
    'hach dich',
    'gay kho de',
    'gay kho khan',
    'gay phien ha',
    'lam kho dan',
    'lam kho de',
    'hanh dan',
    'hanh nguoi dan',
    'quay roi',
    'de doa',
    'doa nat',
    'doa dan',
    'chui dan',
    'chui boi',
    'chui mang',
    'mang chui',
    'chui the',
    'chui tuc',
    'lang ma',
    'thoa ma',
    'nhuc ma',
    'si nhuc',
    'xuc pham',
    'mieng thi',
    'cua quyen',
    'so soang',
    'sam so',
    'goi y tinh',
    'hanh hung',
    'danh nguoi',
    'danh dan',
    'tru dap',
    'de nen',
    'ep buoc',
    'bat nat',
    'uc hiep',
    'vu khong',
    'bao hanh',
    'ham doa',
    'phan biet doi xu',
    'harass',
    'harassed',
    'harassment',
  ],
};

/** Same letters, another meaning: told apart where somebody wrote the diacritics. */
const INNOCENT =
  /đổi tiền|miếng thì|nhận tiền (?:trợ cấp|hỗ trợ|mai táng|lương|đền bù|bồi thường)|tiền đền|đưa tiền lẻ|chuyển tiền/giu;
/** Right before a phrase; `không đưa tiền thì không xong` alleges all the same. */
const DENIED =
  /(?:^| )(?:khong|ko|k|kh|hong|chua|chang|cha|cam|nghiem cam|chong|phong chong)(?: (?:he|phai|co|bi|ai|can|thay|nghe|con|can bo|chuyen|tinh trang|hien tuong|nao|mot|dong|gi)){0,4} $/;
const CONSEQUENCE = /^(?: \S+){0,6} (?:thi|moi|la khong|khong xong|khong lam)(?: |$)/;

const RULES = ALLEGATIONS.map((kind) => ({ kind, pattern: toPattern(PHRASES[kind]) }));

function toPattern(phrases: readonly string[]): RegExp {
  const alternatives = phrases.map((phrase) => phrase.replaceAll(' * ', ' (?:\\S+ ){0,2}'));
  return new RegExp(`(?<= )(?:${alternatives.join('|')})(?= )`, 'g');
}

/** What a text alleges, in the order of {@link ALLEGATIONS}; keywords without diacritics, denials left out. */
export function allegationsIn(text: string): Allegation[] {
  const key = ` ${searchKey(text.replace(INNOCENT, ' ')).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return RULES.filter(({ pattern }) =>
    [...key.matchAll(pattern)].some(({ index, 0: phrase }) => {
      const after = key.slice(index + phrase.length, index + phrase.length + 60).trimEnd();
      return !DENIED.test(key.slice(Math.max(0, index - 50), index)) || CONSEQUENCE.test(after);
    }),
  ).map(({ kind }) => kind);
}

/** The answers that say the same by a tap: questions of the official form, and the reason for a low level. */
const ANSWERS: readonly { question: RegExp; options: readonly string[]; kind: Allegation }[] = [
  { question: /^harassment$/, options: ['some', 'many'], kind: 'harassment' },
  { question: /^extra_payment$/, options: ['some', 'many'], kind: 'money' },
  { question: /:reason$/, options: ['unofficial_cost'], kind: 'money' },
];

/** What the chosen answers of a response allege. */
export function allegationsAnswered(answers: Answers): Allegation[] {
  const given = Object.entries(answers);
  return ALLEGATIONS.filter((kind) =>
    ANSWERS.some(
      (rule) =>
        rule.kind === kind &&
        given.some(
          ([code, answer]) =>
            rule.question.test(code) && [answer].flat().some((one) => rule.options.includes(one)),
        ),
    ),
  );
}
