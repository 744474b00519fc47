import { describe, expect, it } from 'vitest';
import { type Questionnaire, readQuestionnaire } from '#domain/questionnaire.ts';
import { BUILT_IN } from '#domain/questionnaires/built-in.ts';
import { optionCodes, questionsOf } from '#domain/questions.ts';

const OFFICIAL = [
  'Cơ quan nhà nước cung cấp, giải thích thông tin về các chính sách theo nhiều hình thức, giúp mọi người dân dễ tìm, dễ thấy',
  'Cơ quan nhà nước cung cấp thông tin về các chính sách đầy đủ, dễ hiểu đối với người dân',
  'Cơ quan nhà nước tổ chức xin ý kiến góp ý của người dân đối với các chính sách theo nhiều hình thức, giúp mọi người dân tham gia góp ý kiến dễ dàng',
  'Cơ quan nhà nước tổ chức nhiều hình thức để người dân phản hồi ý kiến về kết quả, tác động của các chính sách, giúp người dân tham gia phản hồi ý kiến dễ dàng',
  'Chính sách về phát triển kinh tế - xã hội ở địa phương phù hợp',
  'Chính sách về khám chữa bệnh phù hợp',
  'Chính sách về giáo dục phổ thông phù hợp',
  'Chính sách về trật tự, an toàn xã hội phù hợp',
  'Chính sách về giao thông đường bộ phù hợp',
  'Chính sách về điện sinh hoạt phù hợp',
  'Chính sách về nước sinh hoạt phù hợp',
  'Chính sách về an sinh xã hội phù hợp',
  'Chính sách của địa phương đã góp phần giúp cho kinh tế gia đình của người dân địa phương ngày càng tốt hơn trong thời gian qua.',
  'Chính sách của địa phương đã góp phần giúp cho chất lượng cuộc sống của người dân địa phương ngày càng tốt hơn trong thời gian qua.',
  'Cơ quan cung cấp thông tin về việc giải quyết thủ tục hành chính theo nhiều hình thức, dễ tiếp cận, dễ hiểu đối với mọi người dân.',
  'Trụ sở cơ quan tiếp nhận hồ sơ, trả kết quả giải quyết thủ tục hành chính có biển hiệu, hướng dẫn rõ ràng, dễ thấy.',
  'Trụ sở cơ quan tiếp nhận hồ sơ, trả kết quả giải quyết thủ tục hành chính sạch sẽ, văn minh.',
  'Trang thiết bị phục vụ người dân đầy đủ, chất lượng tốt, giúp người dân giải quyết công việc dễ dàng hơn.',
  'Quy định thủ tục hành chính được niêm yết công khai tại trụ sở cơ quan tiếp nhận hồ sơ, trả kết quả giải quyết thủ tục hành chính dễ thấy, dễ hiểu.',
  'Thành phần hồ sơ người dân phải nộp là đúng quy định.',
  'Mức phí/lệ phí người dân phải nộp là đúng quy định.',
  'Thời hạn giải quyết thủ tục hành chính cho người dân là đúng quy định.',
  'Công chức có thái độ giao tiếp lịch sự, tôn trọng đối với người dân.',
  'Công chức cung cấp thông tin, trả lời kịp thời, đầy đủ các câu hỏi, ý kiến của người dân.',
  'Công chức hướng dẫn hồ sơ dễ hiểu, đảm bảo người dân có thể hoàn thiện hồ sơ sau một lần hướng dẫn.',
  'Công chức tuân thủ đúng quy định trong giải quyết công việc cho người dân.',
  'Công chức tận tình đối với người dân trong quá trình giải quyết công việc.',
  'Kết quả giải quyết thủ tục hành chính cho người dân được trả đúng hẹn.',
  'Kết quả giải quyết thủ tục hành chính cho người dân có thông tin đầy đủ, chính xác.',
  'Kết quả giải quyết thủ tục hành chính cho người dân đảm bảo tính công bằng.',
  'Cơ quan có bố trí hình thức tiếp nhận phản ánh, kiến nghị, giúp người dân phản ánh, kiến nghị dễ dàng.',
  'Cơ quan tiếp nhận, xử lý phản ánh, kiến nghị của người dân đúng quy định.',
  'Cơ quan thông báo kết quả xử lý phản ánh, kiến nghị cho người dân kịp thời.',
];

function builtIn(code: string): Questionnaire {
  const found = BUILT_IN.find((questionnaire) => questionnaire.code === code);
  if (!found) throw new Error(`no built-in questionnaire ${code}`);
  return found;
}

const criteria = (code: string) =>
  builtIn(code)
    .parts.flatMap((part) => part.factors)
    .flatMap((factor) => factor.criteria);
const codesFrom = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => `c${String(first + index).padStart(2, '0')}`);
const question = (questionnaire: string, code: string) => {
  const found = questionsOf(builtIn(questionnaire)).find((placed) => placed.question.code === code);
  if (!found) throw new Error(`no question ${code}`);
  return found.question;
};
const vietnamese = (questionnaire: string, code: string) => {
  const found = question(questionnaire, code);
  return 'options' in found ? found.options.map((option) => option.text.vi) : [];
};

describe('the built-in questionnaires', () => {
  it('are the one-stop, the full and the short one, in version 1', () => {
    expect(BUILT_IN.map(({ code, version }) => `${code}@${version}`)).toEqual([
      'one-stop@1',
      'full@1',
      'short@1',
    ]);
  });

  it.each(BUILT_IN.map((questionnaire) => [questionnaire.code, questionnaire]))('%s is valid', (_, it) => {
    expect(readQuestionnaire(it)).toEqual({ ok: true, questionnaire: it });
  });

  it('survive being written to a file and read again', () => {
    for (const it of BUILT_IN)
      expect(readQuestionnaire(JSON.parse(JSON.stringify(it)))).toEqual({ ok: true, questionnaire: it });
  });

  it('are written in Vietnamese first and English second, and nowhere is the English left Vietnamese', () => {
    for (const { languages } of BUILT_IN) expect(languages).toEqual(['vi', 'en']);
    const english = JSON.stringify(BUILT_IN).match(/"en":"[^"]*"/g) ?? [];
    expect(english.length).toBeGreaterThan(100);
    expect(english.filter((text) => /[ạ-ỹđơưăâêô]/i.test(text))).toEqual([]);
  });

  it('count Hài lòng and Rất hài lòng as satisfied, and nothing else', () => {
    for (const { scales } of BUILT_IN) {
      const levels = scales.satisfaction?.levels.map((it) => [it.code, it.text.vi, it.satisfied, it.mood]);
      expect(levels).toEqual([
        ['1', 'Rất không hài lòng', false, 1],
        ['2', 'Không hài lòng', false, 2],
        ['3', 'Bình thường', false, 3],
        ['4', 'Hài lòng', true, 4],
        ['5', 'Rất hài lòng', true, 5],
      ]);
      expect(scales.satisfaction?.dontKnow?.vi).toBe('Không biết / chưa trải nghiệm');
    }
  });

  it('never ask for the ethnic group, and never insist on anything about the respondent', () => {
    expect(JSON.stringify(BUILT_IN)).not.toMatch(/dân tộc|ethnic|Kinh/);
    for (const { after } of BUILT_IN) {
      const asked = after.flatMap((block) => block.questions);
      expect(asked.filter(({ required }) => required)).toEqual([]);
      expect(after.slice(-2).map(({ code }) => code)).toEqual(['about_you', 'comments']);
    }
  });

  it('ask about the respondent in the words of the official form', () => {
    const about = builtIn('one-stop').after.find(({ code }) => code === 'about_you')?.questions ?? [];
    expect(about.map(({ code }) => code)).toEqual([
      'procedure_field',
      'gender',
      'age',
      'education',
      'occupation',
      'residence',
      'terrain',
    ]);
    const split = (line: string) => line.split(' | ');
    expect(vietnamese('one-stop', 'procedure_field')).toEqual(
      split(
        'Hộ tịch | Chứng thực | Đất đai | Xây dựng | Bảo trợ xã hội | Người có công | Đăng ký kinh doanh | Khác',
      ),
    );
    expect(vietnamese('one-stop', 'gender')).toEqual(['Nam', 'Nữ', 'Không muốn trả lời']);
    expect(vietnamese('one-stop', 'age')).toEqual(['18–24', '25–34', '35–49', '50–60', 'Trên 60']);
    expect(optionCodes(builtIn('one-stop'), question('one-stop', 'age'))).toEqual(
      split('18_24 | 25_34 | 35_49 | 50_60 | over_60'),
    );
    expect(vietnamese('one-stop', 'education')).toEqual(
      split(
        'Tiểu học (Cấp I) | Trung học cơ sở (Cấp II) | Trung học phổ thông (Cấp III) | Dạy nghề/ Trung cấp/ Cao đẳng | Đại học/ trên Đại học | Khác',
      ),
    );
    expect(vietnamese('one-stop', 'occupation')).toEqual(
      split(
        'Nghỉ hưu | Không đi làm (ở nhà) | Làm công việc tự do (không ký hợp đồng lao động) | Sinh viên | Làm việc tại tổ chức, doanh nghiệp trong lĩnh vực tư | Làm việc tại cơ quan, tổ chức, doanh nghiệp trong lĩnh vực công | Khác',
      ),
    );
    expect(vietnamese('one-stop', 'residence')).toEqual(['Đô thị', 'Nông thôn']);
    expect(vietnamese('one-stop', 'terrain')).toEqual(['Miền núi', 'Đồng bằng', 'Hải đảo']);
  });
});

describe('the full questionnaire', () => {
  it('has the 33 official criteria, word for word and in order', () => {
    expect(criteria('full').map(({ text }) => text.vi)).toEqual(OFFICIAL);
    expect(criteria('full').map(({ code }) => code)).toEqual(codesFrom(1, 33));
  });

  it('has two parts with the official factors', () => {
    expect(
      builtIn('full').parts.map(({ code, title, factors }) => [
        code,
        title.vi,
        factors.map((factor) => [factor.code, factor.title.vi, factor.criteria.length]),
      ]),
    ).toEqual([
      [
        'policy',
        'Việc ban hành, tổ chức thực hiện các chính sách',
        [
          ['accountability', 'Trách nhiệm giải trình của cơ quan', 2],
          ['participation', 'Sự tham gia của người dân', 2],
          ['policy_quality', 'Chất lượng chính sách', 8],
          ['policy_outcomes', 'Kết quả, tác động của chính sách', 2],
        ],
      ],
      [
        'services',
        'Việc cung ứng dịch vụ hành chính công',
        [
          ['access', 'Tiếp cận dịch vụ', 4],
          ['procedures', 'Thủ tục hành chính', 4],
          ['officials', 'Công chức trực tiếp giải quyết công việc', 5],
          ['results', 'Kết quả cung ứng dịch vụ (được cấp giấy tờ hoặc bị từ chối cấp giấy tờ)', 3],
          ['feedback', 'Cơ quan tiếp nhận, xử lý phản ánh, kiến nghị', 3],
        ],
      ],
    ]);
  });

  it('asks nine needs on a scale of their own, and one more in words', () => {
    const needs = builtIn('full').after.find(({ code }) => code === 'needs')?.questions ?? [];
    expect(needs.map(({ text }) => text.vi)).toEqual([
      'Nâng cao hơn nữa chất lượng cung cấp thông tin cho người dân',
      'Nâng cao hơn nữa chất lượng trụ sở, trang thiết bị phục vụ giải quyết công việc cho người dân',
      'Nâng cao hơn nữa năng lực của cán bộ, công chức, viên chức trong giải quyết công việc cho người dân',
      'Nâng cao hơn nữa thái độ phục vụ của cán bộ, công chức, viên chức đối với người dân',
      'Nâng cao hơn nữa chất lượng tiếp nhận, giải quyết ý kiến góp ý, phản ánh, kiến nghị của người dân',
      'Nâng cao hơn nữa sự quan tâm của cơ quan nhà nước đối với nhu cầu, mong đợi của người dân',
      'Nâng cao hơn nữa chất lượng các chính sách quan trọng đối với đời sống của người dân',
      'Nâng cao hơn nữa chất lượng dịch vụ hành chính công',
      'Tăng cường ứng dụng công nghệ thông tin, chuyển đổi số trong giải quyết công việc cho người dân.',
      'Ý kiến khác',
    ]);
    expect(needs.slice(0, 9).map((it) => it.type === 'rating' && it.scale)).toEqual(Array(9).fill('need'));
    const levels = builtIn('full').scales.need?.levels;
    expect(levels?.map((it) => [it.code, it.text.vi, it.satisfied, it.mood])).toEqual([
      ['3', 'Rất nhiều', false, undefined],
      ['2', 'Nhiều', false, undefined],
      ['1', 'Ít', false, undefined],
    ]);
  });

  it('asks about harassment, extra payments and ways of submitting in the official words', () => {
    expect(vietnamese('full', 'harassment')).toEqual([
      'Không có công chức nào gây phiền hà, sách nhiễu cho người dân',
      'Một số công chức gây phiền hà, sách nhiễu cho người dân',
      'Nhiều công chức gây phiền hà, sách nhiễu cho người dân',
    ]);
    expect(vietnamese('full', 'extra_payment')).toEqual([
      'Không có người dân nào phải đưa tiền ngoài quy định cho công chức',
      'Một số người dân phải đưa tiền ngoài quy định cho công chức',
      'Nhiều người dân phải đưa tiền ngoài quy định cho công chức',
    ]);
    expect(vietnamese('full', 'submission_form')).toEqual([
      'Trực tiếp (tại cơ quan)',
      'Trực tuyến (qua mạng internet)',
      'Cả trực tiếp và trực tuyến',
    ]);
  });
});

describe('the one-stop questionnaire', () => {
  it('has the 19 official criteria on services, all to be answered', () => {
    expect(criteria('one-stop').map(({ text }) => text.vi)).toEqual(OFFICIAL.slice(14));
    expect(criteria('one-stop').map(({ code }) => code)).toEqual(codesFrom(15, 33));
    expect(criteria('one-stop').every(({ required }) => required)).toBe(true);
  });
});

describe('the short questionnaire', () => {
  it('asks for an overall rating and then once for each of the five factors', () => {
    const asked = questionsOf(builtIn('short')).flatMap(({ question, reasonFor }) =>
      reasonFor ? [] : question.code,
    );
    expect(asked.slice(0, 6)).toEqual([
      'overall_rating',
      's_access',
      's_procedures',
      's_officials',
      's_results',
      's_feedback',
    ]);
    const titles = (code: string) => builtIn(code).parts[0]?.factors.map(({ title }) => title);
    expect(titles('short')).toEqual(titles('one-stop'));
  });
});
