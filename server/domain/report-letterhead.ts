// Who issues a report, where and to whom: Nghị định 30/2020/NĐ-CP, Phụ lục I.
import { rankingGroup } from './agencies.ts';
import { yearAndMonth } from './days.ts';
import type { Letterhead, Writing } from './report.ts';
import { inSentence } from './report-sentences.ts';

const COMMITTEE = /^UBND\s+/i;

export function letterhead(writing: Writing): Letterhead {
  const { facts, say } = writing;
  const own = issuer(writing);
  return {
    ...own,
    nation: say('nation'),
    motto: say('motto'),
    placeAndDate: placeAndDate(writing),
    warning: facts.demo ? say('demo') : null,
  };
}

/** A people's committee stands alone; every other body has its superior above it. */
function issuer({
  facts,
  say,
}: Writing): Pick<Letterhead, 'superior' | 'issuer' | 'number' | 'recipients' | 'signature'> {
  const committee = upper(say('committee'));
  const province = upper(facts.province);
  const archive = say('recipient.archive');
  if (!facts.issuer)
    return {
      superior: [committee, province],
      issuer: [upper(say('homeAffairs'))],
      number: say('number', { body: say('homeAffairsShort') }),
      recipients: [
        say('recipient.province', { province: inSentence(facts.province) }),
        say('recipient.agencies'),
        archive,
      ],
      signature: [say('signature.director')],
    };
  const { name, kind } = facts.issuer;
  const local = rankingGroup(kind) === 'local';
  return {
    superior: local ? [] : [committee, province],
    issuer: COMMITTEE.test(name) ? [committee, upper(name.replace(COMMITTEE, ''))] : [upper(name)],
    number: say('number', { body: local ? say('committeeShort') : '…' }),
    recipients: [say('recipient.homeAffairs', { province: inSentence(facts.province) }), archive],
    signature: local ? [say('signature.onBehalf'), say('signature.chair')] : [say('signature.head')],
  };
}

const upper = (name: string) => name.toLocaleUpperCase('vi');

/** Days below 10 and months 1 and 2 are written with a zero, so that nobody can put a digit before them. */
function placeAndDate({ facts, say }: Writing): string {
  const { year, month, date } = yearAndMonth(facts.today);
  const committee = facts.issuer && rankingGroup(facts.issuer.kind) === 'local';
  const home = committee ? (facts.issuer?.name.replace(COMMITTEE, '') ?? '') : facts.province;
  const place = home.replace(/^(tỉnh|thành phố|xã|phường|đặc khu)\s+/i, '');
  const padded = (n: number, below: number) => (n < below ? `0${n}` : String(n));
  return say('placeAndDate', { place, date: padded(date, 10), month: padded(month, 3), year });
}
