import { describe, expect, it } from 'vitest';
import {
  answersOf,
  emptyValues,
  faultsByQuestion,
  resolverOf,
  visibleIn,
} from '../../client/survey/answering.ts';
import { questionnaire } from './form.ts';

const judge = async (values: Record<string, string | string[] | null>) => {
  const options = { fields: {}, shouldUseNativeValidation: false };
  const { errors } = await resolverOf(questionnaire)(values, undefined, options);
  return Object.fromEntries(Object.entries(errors).map(([code, error]) => [code, error?.type]));
};

describe('answers from the form', () => {
  it('are none while nothing is filled in', () => {
    expect(answersOf(questionnaire, emptyValues(questionnaire))).toEqual({});
  });

  it('leave out what is blank, and are in canonical form', () => {
    const values = { polite: 'no', reasons: ['rude', 'late'], comment: '  Chờ lâu ' };
    expect(answersOf(questionnaire, values)).toEqual({
      polite: 'no',
      reasons: ['late', 'rude'],
      comment: 'Chờ lâu',
    });
    expect(answersOf(questionnaire, { polite: 'yes', reasons: [], comment: '   ' })).toEqual({
      polite: 'yes',
    });
  });

  it('leave out a question that no longer applies, though the form remembers it', () => {
    expect(answersOf(questionnaire, { polite: 'yes', reasons: ['late'] })).toEqual({ polite: 'yes' });
  });
});

describe('the questions shown', () => {
  it('follow the answers so far', () => {
    const codes = (polite: string | null) => visibleIn(questionnaire, { polite }).map(({ code }) => code);
    expect(codes(null)).toEqual(['polite', 'comment']);
    expect(codes('no')).toEqual(['polite', 'reasons', 'comment']);
  });
});

describe('the judgement of the form', () => {
  it('names each faulty field by its issue code', async () => {
    expect(await judge({ polite: null, comment: 'quá dài quá dài' })).toEqual({
      polite: 'missing_answer',
      comment: 'text_too_long',
    });
  });

  it('finds nothing wrong with a whole response', async () => {
    expect(await judge({ polite: 'dont_know', comment: '' })).toEqual({});
  });

  it('takes the first issue of each question from what the server says', () => {
    const faults = faultsByQuestion([
      { path: ['answers', 'polite'], code: 'unknown_option' },
      { path: ['answers', 'reasons', 1], code: 'repeated_option' },
      { path: ['answers', 'reasons'], code: 'too_many_options' },
      { path: ['answeredAt'], code: 'answered_before_started' },
    ]);
    expect([...faults]).toEqual([
      ['polite', 'unknown_option'],
      ['reasons', 'repeated_option'],
    ]);
  });
});
