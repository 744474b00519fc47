import { describe, expect, it } from 'vitest';
import { dropOffSteps } from '#domain/drop-offs.ts';
import { oneStop } from '#domain/questionnaires/one-stop.ts';
import { short } from '#domain/questionnaires/short.ts';
import { reasonCode } from '#domain/questions.ts';

const steps = (left: Record<string, number>, questionnaire = oneStop) => {
  const found = dropOffSteps(
    questionnaire,
    Object.entries(left).map(([question, n]) => ({ question, n })),
  );
  return { left: found.left, ...Object.fromEntries(found.steps.map(({ code, n }) => [code, n])) };
};
const NOBODY = {
  access: 0,
  procedures: 0,
  officials: 0,
  results: 0,
  feedback: 0,
  about_you: 0,
  comments: 0,
};

describe('where people leave', () => {
  it('is told by the steps of the form, in their order', () => {
    expect(dropOffSteps(oneStop, []).steps.map(({ code }) => code)).toEqual(Object.keys(NOBODY));
    expect(dropOffSteps(short, []).steps[0]).toMatchObject({ code: 'overall_block', n: 0 });
    expect(steps({ c15: 10, c18: 5, age: 12 })).toEqual({ ...NOBODY, left: 27, access: 15, about_you: 12 });
  });

  it('does not tell that an answer was low: a question for its reason counts with the factor', () => {
    expect(steps({ c23: 10, [reasonCode('c23')]: 4 })).toEqual({ ...NOBODY, left: 14, officials: 14 });
  });

  it('says nothing of questions that are not in the form', () => {
    expect(steps({ gone: 50 })).toEqual({ ...NOBODY, left: 0 });
  });

  it('hides few, and what would give them away', () => {
    expect(steps({ c15: 9 })).toEqual({
      ...Object.fromEntries(Object.keys(NOBODY).map((code) => [code, null])),
      left: null,
    });
    expect(steps({ c15: 30, c19: 20, c23: 3 })).toEqual({
      ...NOBODY,
      left: 53,
      access: 30,
      procedures: null,
      officials: null,
    });
  });
});
