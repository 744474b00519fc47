import type { Question, Questionnaire } from '#domain/questionnaire.ts';
import type { Answers } from '#domain/questions.ts';

const text = (vi: string) => ({ vi });
const criterion = (code: string) => ({ code, text: text(code), required: true });
const options = (...codes: string[]) => codes.map((code) => ({ code, text: text(code) }));

/** Questions outside the measured parts, one of each type. */
export const OTHER_QUESTIONS: Question[] = [
  { type: 'single', code: 'came', text: text('came'), options: options('self', 'other') },
  {
    type: 'multiple',
    code: 'why',
    text: text('why'),
    options: options('late', 'rude', 'dear'),
    atMost: 2,
    visibleWhen: [{ question: 'came', oneOf: ['self'] }],
  },
  {
    type: 'text',
    code: 'tell',
    text: text('tell'),
    maxLength: 5,
    visibleWhen: [{ question: 'why', oneOf: ['late', 'rude'] }],
  },
];

/**
 * A small questionnaire: part p (weight 3) with factors f (a, b) and g (c), part q (weight 1) with factor h (d),
 * on a scale of three levels of which only "good" is satisfied.
 */
export function small(changes: Partial<Questionnaire> = {}): Questionnaire {
  const factor = (code: string, ...criteria: string[]) => ({
    code,
    title: text(code),
    criteria: criteria.map(criterion),
  });
  return {
    code: 'small',
    version: 1,
    aggregation: 'pooled_answers',
    languages: ['vi'],
    title: text('Nhỏ'),
    scales: {
      three: {
        levels: [
          { code: 'bad', text: text('bad'), satisfied: false },
          { code: 'fair', text: text('fair'), satisfied: false },
          { code: 'good', text: text('good'), satisfied: true },
        ],
        dontKnow: text("don't know"),
      },
    },
    before: [],
    parts: [
      {
        code: 'p',
        title: text('p'),
        scale: 'three',
        weight: 3,
        factors: [factor('f', 'a', 'b'), factor('g', 'c')],
      },
      { code: 'q', title: text('q'), scale: 'three', weight: 1, factors: [factor('h', 'd')] },
    ],
    after: [{ code: 'more', title: text('more'), questions: OTHER_QUESTIONS }],
    ...changes,
  };
}

/** The small questionnaire, asking for a reason (time, cost) after "bad". */
export function withReasons(): Questionnaire {
  const { scales } = small();
  const levels = scales.three?.levels.map((level) =>
    level.code === 'bad' ? { ...level, low: true } : level,
  );
  return small({
    scales: { three: { ...scales.three, levels: levels ?? [] } },
    reasons: { text: text('because'), options: options('time', 'cost') },
  });
}

/** Answers to the criteria a, b, c, d written as one word: g(ood), f(air), b(ad), d(on't know), - (blank). */
export function answers(word: string): Answers {
  const meaning: Record<string, string> = { g: 'good', f: 'fair', b: 'bad', d: 'dont_know' };
  const given: Answers = {};
  [...word].forEach((letter, index) => {
    const code = 'abcd'[index];
    const answer = meaning[letter];
    if (code && answer) given[code] = answer;
  });
  return given;
}
