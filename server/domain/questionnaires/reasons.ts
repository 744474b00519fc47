import type { Questionnaire } from '../questionnaire.ts';
import { option } from './wording.ts';

/** What people who are not satisfied with a criterion may give as the reason, in one tap. */
export const reasons: NonNullable<Questionnaire['reasons']> = {
  text: {
    vi: 'Điều gì khiến Ông/Bà chưa hài lòng nhất?',
    en: 'What dissatisfied you most?',
  },
  options: [
    option('attitude', 'Thái độ phục vụ', 'Attitude of the staff'),
    option('time', 'Thời gian chờ đợi, giải quyết', 'Waiting or handling time'),
    option('procedure', 'Thủ tục, giấy tờ', 'Procedures and papers'),
    option('unofficial_cost', 'Chi phí ngoài quy định', 'Costs beyond the rules'),
    option('facilities', 'Cơ sở vật chất', 'Facilities'),
    option('result', 'Kết quả giải quyết', 'The result'),
  ],
};
