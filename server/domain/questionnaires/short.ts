import type { Factor, Questionnaire } from '../questionnaire.ts';
import { aboutYou, comments } from './about-you.ts';
import { reasons } from './reasons.ts';
import { SATISFACTION, satisfactionScale } from './satisfaction-scale.ts';
import { serviceFactorTitles, servicesPart } from './services-part.ts';
import { criterion, rating } from './wording.ts';

/** For people in a hurry: satisfaction overall, then one question for each of the five factors. */
export const short: Questionnaire = {
  code: 'short',
  version: 1,
  aggregation: 'pooled_answers',
  languages: ['vi', 'en'],
  title: {
    vi: 'Đánh giá nhanh của Ông/Bà về dịch vụ hành chính công',
    en: 'Your quick rating of public administrative services',
  },
  scales: { [SATISFACTION]: satisfactionScale },
  before: [
    {
      code: 'overall_block',
      title: { vi: 'Đánh giá chung', en: 'Overall' },
      questions: [
        {
          ...rating(
            SATISFACTION,
            'overall_rating',
            'Nhìn chung, Ông/Bà hài lòng thế nào về lần giải quyết thủ tục này?',
            'Overall, how satisfied are you with how your procedure was handled this time?',
          ),
          required: true,
        },
      ],
    },
  ],
  parts: [
    {
      code: servicesPart.code,
      title: servicesPart.title,
      scale: SATISFACTION,
      factors: [
        inOneQuestion(
          'access',
          'Ông/Bà hài lòng thế nào về nơi tiếp nhận hồ sơ, trang thiết bị và việc cung cấp thông tin?',
          'How satisfied are you with the office, its equipment and the information given?',
        ),
        inOneQuestion(
          'procedures',
          'Ông/Bà hài lòng thế nào về thủ tục: hồ sơ phải nộp, phí, lệ phí và thời hạn giải quyết?',
          'How satisfied are you with the procedure: the documents required, the fees and the time it takes?',
        ),
        inOneQuestion(
          'officials',
          'Ông/Bà hài lòng thế nào về thái độ và cách làm việc của công chức?',
          'How satisfied are you with the attitude and the work of the officials?',
        ),
        inOneQuestion(
          'results',
          'Ông/Bà hài lòng thế nào về kết quả nhận được: đúng hẹn, chính xác, công bằng?',
          'How satisfied are you with the result you received: on time, correct, fair?',
        ),
        inOneQuestion(
          'feedback',
          'Ông/Bà hài lòng thế nào về việc tiếp nhận, xử lý phản ánh, kiến nghị?',
          'How satisfied are you with how feedback and petitions are received and handled?',
        ),
      ],
    },
  ],
  reasons,
  after: [aboutYou, comments],
};

function inOneQuestion(code: keyof typeof serviceFactorTitles, vi: string, en: string): Factor {
  return { code, title: serviceFactorTitles[code], criteria: [criterion(`s_${code}`, vi, en)] };
}
