import type { Part } from '../questionnaire.ts';
import { SATISFACTION } from './satisfaction-scale.ts';
import { criterion } from './wording.ts';

/** Part I of the official form of 2022, criteria 1–14: how policies are made and carried out. */
export const policyPart: Part = {
  code: 'policy',
  title: {
    vi: 'Việc ban hành, tổ chức thực hiện các chính sách',
    en: 'Making and carrying out policies',
  },
  scale: SATISFACTION,
  factors: [
    {
      code: 'accountability',
      title: { vi: 'Trách nhiệm giải trình của cơ quan', en: 'Accountability of agencies' },
      criteria: [
        criterion(
          'c01',
          'Cơ quan nhà nước cung cấp, giải thích thông tin về các chính sách theo nhiều hình thức, giúp mọi người dân dễ tìm, dễ thấy',
          'State agencies provide and explain information on policies in many forms that are easy for everyone to find and see',
        ),
        criterion(
          'c02',
          'Cơ quan nhà nước cung cấp thông tin về các chính sách đầy đủ, dễ hiểu đối với người dân',
          'State agencies provide information on policies that is complete and easy for citizens to understand',
        ),
      ],
    },
    {
      code: 'participation',
      title: { vi: 'Sự tham gia của người dân', en: 'Participation of citizens' },
      criteria: [
        criterion(
          'c03',
          'Cơ quan nhà nước tổ chức xin ý kiến góp ý của người dân đối với các chính sách theo nhiều hình thức, giúp mọi người dân tham gia góp ý kiến dễ dàng',
          'State agencies ask citizens for comments on policies in many forms that make it easy for everyone to take part',
        ),
        criterion(
          'c04',
          'Cơ quan nhà nước tổ chức nhiều hình thức để người dân phản hồi ý kiến về kết quả, tác động của các chính sách, giúp người dân tham gia phản hồi ý kiến dễ dàng',
          'State agencies offer many ways of giving feedback on the results and effects of policies, which make it easy for citizens to take part',
        ),
      ],
    },
    {
      code: 'policy_quality',
      title: { vi: 'Chất lượng chính sách', en: 'Quality of policies' },
      criteria: [
        suitable('c05', 'phát triển kinh tế - xã hội ở địa phương', 'local socio-economic development'),
        suitable('c06', 'khám chữa bệnh', 'medical examination and treatment'),
        suitable('c07', 'giáo dục phổ thông', 'general education'),
        suitable('c08', 'trật tự, an toàn xã hội', 'social order and safety'),
        suitable('c09', 'giao thông đường bộ', 'road traffic'),
        suitable('c10', 'điện sinh hoạt', 'household electricity'),
        suitable('c11', 'nước sinh hoạt', 'household water'),
        suitable('c12', 'an sinh xã hội', 'social security'),
      ],
    },
    {
      code: 'policy_outcomes',
      title: { vi: 'Kết quả, tác động của chính sách', en: 'Results and effects of policies' },
      criteria: [
        criterion(
          'c13',
          'Chính sách của địa phương đã góp phần giúp cho kinh tế gia đình của người dân địa phương ngày càng tốt hơn trong thời gian qua.',
          'In recent times, local policies have helped to make the family economy of local people better and better.',
        ),
        criterion(
          'c14',
          'Chính sách của địa phương đã góp phần giúp cho chất lượng cuộc sống của người dân địa phương ngày càng tốt hơn trong thời gian qua.',
          'In recent times, local policies have helped to make the quality of life of local people better and better.',
        ),
      ],
    },
  ],
};

function suitable(code: string, vi: string, en: string) {
  return criterion(code, `Chính sách về ${vi} phù hợp`, `The policy on ${en} is suitable`);
}
