import type { Questionnaire } from '../questionnaire.ts';
import { aboutYou, comments } from './about-you.ts';
import { practice } from './practice.ts';
import { reasons } from './reasons.ts';
import { SATISFACTION, satisfactionScale } from './satisfaction-scale.ts';
import { servicesPart } from './services-part.ts';

/** For one-stop shops: the 19 criteria of the official form that are about public administrative services. */
export const oneStop: Questionnaire = {
  code: 'one-stop',
  version: 1,
  aggregation: 'pooled_answers',
  languages: ['vi', 'en'],
  title: {
    vi: 'Ý kiến của Ông/Bà về dịch vụ hành chính công',
    en: 'Your opinion on public administrative services',
  },
  scales: { [SATISFACTION]: satisfactionScale },
  practice,
  before: [],
  parts: [servicesPart],
  reasons,
  after: [aboutYou, comments],
};
