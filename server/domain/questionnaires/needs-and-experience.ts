// What the official form asks beside satisfaction: needs and expectations, and experience with integrity.
import type { Block, Scale } from '../questionnaire.ts';
import { choice, option, rating } from './wording.ts';

/** The name under which a questionnaire holds {@link needScale}. */
export const NEED = 'need';

/** How much something is wanted; says nothing about satisfaction. */
export const needScale: Scale = {
  levels: [
    { code: '3', text: { vi: 'Rất nhiều', en: 'Very much' }, satisfied: false },
    { code: '2', text: { vi: 'Nhiều', en: 'Much' }, satisfied: false },
    { code: '1', text: { vi: 'Ít', en: 'Little' }, satisfied: false },
  ],
};

export const needs: Block = {
  code: 'needs',
  title: { vi: 'Nhu cầu, mong đợi của Ông/Bà', en: 'Your needs and expectations' },
  note: {
    vi: 'Ông/Bà mong muốn mỗi nội dung dưới đây ở mức độ nào?',
    en: 'How much do you wish for each of the following?',
  },
  questions: [
    improved(
      'need_1',
      'chất lượng cung cấp thông tin cho người dân',
      'the quality of information given to citizens',
    ),
    improved(
      'need_2',
      'chất lượng trụ sở, trang thiết bị phục vụ giải quyết công việc cho người dân',
      'the quality of offices and equipment used in handling the affairs of citizens',
    ),
    improved(
      'need_3',
      'năng lực của cán bộ, công chức, viên chức trong giải quyết công việc cho người dân',
      'the ability of officials and public employees to handle the affairs of citizens',
    ),
    improved(
      'need_4',
      'thái độ phục vụ của cán bộ, công chức, viên chức đối với người dân',
      'the attitude of officials and public employees towards citizens',
    ),
    improved(
      'need_5',
      'chất lượng tiếp nhận, giải quyết ý kiến góp ý, phản ánh, kiến nghị của người dân',
      'how comments, feedback and petitions of citizens are received and dealt with',
    ),
    improved(
      'need_6',
      'sự quan tâm của cơ quan nhà nước đối với nhu cầu, mong đợi của người dân',
      'the attention that state agencies pay to the needs and expectations of citizens',
    ),
    improved(
      'need_7',
      'chất lượng các chính sách quan trọng đối với đời sống của người dân',
      'the quality of policies that matter to the lives of citizens',
    ),
    improved('need_8', 'chất lượng dịch vụ hành chính công', 'the quality of public administrative services'),
    rating(
      NEED,
      'need_9',
      'Tăng cường ứng dụng công nghệ thông tin, chuyển đổi số trong giải quyết công việc cho người dân.',
      'Use more information technology and digital transformation in handling the affairs of citizens.',
    ),
    { type: 'text', code: 'need_other', text: { vi: 'Ý kiến khác', en: 'Other opinions' }, maxLength: 1000 },
  ],
};

function improved(code: string, vi: string, en: string) {
  return rating(NEED, code, `Nâng cao hơn nữa ${vi}`, `Further improve ${en}`);
}

export const experience: Block = {
  code: 'experience',
  title: { vi: 'Trải nghiệm của Ông/Bà', en: 'Your experience' },
  note: { vi: 'Ông/Bà có thể bỏ qua bất kỳ câu nào.', en: 'You may skip any of these.' },
  questions: [
    choice(
      'harassment',
      'Theo Ông/Bà, có công chức gây phiền hà, sách nhiễu cho người dân không?',
      'In your view, do officials cause trouble to or harass citizens?',
      [
        option(
          'none',
          'Không có công chức nào gây phiền hà, sách nhiễu cho người dân',
          'No official causes trouble to or harasses citizens',
        ),
        option(
          'some',
          'Một số công chức gây phiền hà, sách nhiễu cho người dân',
          'Some officials cause trouble to or harass citizens',
        ),
        option(
          'many',
          'Nhiều công chức gây phiền hà, sách nhiễu cho người dân',
          'Many officials cause trouble to or harass citizens',
        ),
      ],
    ),
    choice(
      'extra_payment',
      'Theo Ông/Bà, người dân có phải đưa tiền ngoài quy định cho công chức không?',
      'In your view, do citizens have to give officials money beyond what the rules require?',
      [
        option(
          'none',
          'Không có người dân nào phải đưa tiền ngoài quy định cho công chức',
          'No citizen has to give officials extra money',
        ),
        option(
          'some',
          'Một số người dân phải đưa tiền ngoài quy định cho công chức',
          'Some citizens have to give officials extra money',
        ),
        option(
          'many',
          'Nhiều người dân phải đưa tiền ngoài quy định cho công chức',
          'Many citizens have to give officials extra money',
        ),
      ],
    ),
    choice(
      'submission_form',
      'Hình thức nộp hồ sơ, nhận kết quả nào phù hợp với Ông/Bà?',
      'Which way of submitting applications and receiving results suits you?',
      [
        option('in_person', 'Trực tiếp (tại cơ quan)', 'In person (at the office)'),
        option('online', 'Trực tuyến (qua mạng internet)', 'On line (over the internet)'),
        option('both', 'Cả trực tiếp và trực tuyến', 'Both in person and on line'),
      ],
    ),
  ],
};
