import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalAnswers, checkAnswers } from '#domain/answers.ts';
import type { Answers } from '#domain/questions.ts';
import { small } from './fixtures.ts';

const CRITERIA = { a: 'good', b: 'bad', c: 'dont_know', d: 'fair' };
const faults = (answers: Answers) =>
  checkAnswers(small(), answers).map(({ path, code }) => `${path.join('.')}: ${code}`);

describe('a set of answers', () => {
  it('is valid when everything required is answered and everything given is asked for', () => {
    expect(faults(CRITERIA)).toEqual([]);
    expect(faults({ ...CRITERIA, came: 'self', why: ['late', 'dear'], tell: 'chậm!' })).toEqual([]);
  });

  it.each<[string, Answers, string[]]>([
    ['an unknown question', { zz: 'x' }, ['answers.zz: unknown_question']],
    ['an answer to a hidden question', { why: ['late'] }, ['answers.why: hidden_question']],
    [
      'an answer behind a hidden question',
      { came: 'other', why: ['late'], tell: 'x' },
      ['answers.why: hidden_question', 'answers.tell: hidden_question'],
    ],
    ['an unknown level', { a: '5' }, ['answers.a: unknown_option']],
    ['an unknown option', { came: 'zz' }, ['answers.came: unknown_option']],
    ['an unknown choice', { came: 'self', why: ['late', 'zz'] }, ['answers.why.1: unknown_option']],
    ['a repeated choice', { came: 'self', why: ['late', 'late'] }, ['answers.why.1: repeated_option']],
    ['too many choices', { came: 'self', why: ['late', 'rude', 'dear'] }, ['answers.why: too_many_options']],
    [
      'one option where several are expected',
      { came: 'self', why: 'late' },
      ['answers.why: options_expected'],
    ],
    ['several options where one is expected', { came: ['self'] }, ['answers.came: one_option_only']],
    ['several texts', { came: 'self', why: ['late'], tell: ['x'] }, ['answers.tell: one_option_only']],
    [
      'text that is too long',
      { came: 'self', why: ['late'], tell: 'dài quá' },
      ['answers.tell: text_too_long'],
    ],
  ])('with %s is refused with its place', (_, extra, expected) => {
    expect(faults({ ...CRITERIA, ...extra })).toEqual(expected);
  });

  it('without a required answer is refused, and every fault is told at once', () => {
    expect(faults({ b: 'zz', c: 'good', d: 'good', zz: 'x' })).toEqual([
      'answers.zz: unknown_question',
      'answers.a: missing_answer',
      'answers.b: unknown_option',
    ]);
  });

  it('is measured in letters, not in bytes', () => {
    expect(faults({ ...CRITERIA, came: 'self', why: ['late'], tell: '👍👍👍👍👍' })).toEqual([]);
  });
});

describe('the canonical form', () => {
  it('trims and composes text, drops blanks, and orders questions and choices', () => {
    const canonical = canonicalAnswers(small(), {
      zz: 'x',
      tell: '  Cha\u0323\u0302m  ',
      why: ['dear', 'late'],
      came: '',
      d: 'bad',
      a: 'good',
    });
    expect(JSON.stringify(canonical)).toBe(
      JSON.stringify({ a: 'good', d: 'bad', why: ['late', 'dear'], tell: 'Ch\u1EADm', zz: 'x' }),
    );
    expect(canonicalAnswers(small(), { why: [], tell: ' \n ' })).toEqual({});
  });

  const known = ['a', 'b', 'c', 'd', 'came', 'why', 'tell'];
  const option = fc.constantFrom('good', 'bad', 'late', 'rude', 'dear', 'self', '', 'zz');
  const given = fc.oneof(option, fc.array(option, { maxLength: 5 }), fc.string({ unit: 'grapheme' }));
  const answersTo = (...codes: string[]) =>
    fc.dictionary(fc.constantFrom(...codes), given, { noNullPrototype: true });

  it('is its own canonical form', () => {
    fc.assert(
      fc.property(answersTo(...known, 'zz'), (answers) => {
        const once = canonicalAnswers(small(), answers);
        expect(JSON.stringify(canonicalAnswers(small(), once))).toBe(JSON.stringify(once));
      }),
    );
  });

  it('does not depend on the order in which people answered', () => {
    fc.assert(
      fc.property(answersTo(...known), (answers) => {
        const turned = Object.fromEntries(
          Object.entries(answers)
            .reverse()
            .map(([code, it]) => [code, Array.isArray(it) ? [...it].reverse() : it]),
        );
        const canonical = JSON.stringify(canonicalAnswers(small(), answers));
        expect(JSON.stringify(canonicalAnswers(small(), turned))).toBe(canonical);
      }),
    );
  });
});
