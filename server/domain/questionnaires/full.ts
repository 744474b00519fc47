import type { Questionnaire } from '../questionnaire.ts';
import { aboutYou, comments } from './about-you.ts';
import { experience, NEED, needScale, needs } from './needs-and-experience.ts';
import { policyPart } from './policy-part.ts';
import { practice } from './practice.ts';
import { reasons } from './reasons.ts';
import { SATISFACTION, satisfactionScale } from './satisfaction-scale.ts';
import { servicesPart } from './services-part.ts';

/** The official form of 2022: 33 criteria in two parts, then needs, experience and the optional blocks. */
export const full: Questionnaire = {
  code: 'full',
  version: 1,
  aggregation: 'pooled_answers',
  languages: ['vi', 'en'],
  title: {
    vi: 'Ý kiến của Ông/Bà về sự phục vụ của cơ quan hành chính nhà nước',
    en: 'Your opinion on how state administrative agencies serve citizens',
  },
  scales: { [SATISFACTION]: satisfactionScale, [NEED]: needScale },
  practice,
  before: [],
  parts: [policyPart, servicesPart],
  reasons,
  after: [needs, experience, aboutYou, comments],
};
