import type { Questionnaire } from '../questionnaire.ts';
import { SATISFACTION } from './satisfaction-scale.ts';

/** Something that everybody has an opinion on and nobody is judged by. */
export const practice: NonNullable<Questionnaire['practice']> = {
  text: {
    vi: 'Ông/Bà có hài lòng với thời tiết hôm nay không?',
    en: 'Are you satisfied with the weather today?',
  },
  scale: SATISFACTION,
};
