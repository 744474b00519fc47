import { describe, expect, it } from 'vitest';
import { checkAnswers } from '#domain/answers.ts';
import { BUILT_IN } from '#domain/questionnaires/built-in.ts';
import { type Answers, optionCodes, pagesOf, questionsOf, visibleQuestions } from '#domain/questions.ts';
import { countResponse, emptyTally, momentsOf, optionCount, tallyLayout } from '#domain/tally.ts';
import { OTHER_QUESTIONS, small, withReasons } from './fixtures.ts';

const shown = (answers: Answers) =>
  visibleQuestions(small(), answers)
    .map(({ question }) => question.code)
    .slice(4);

describe('the questions of a questionnaire', () => {
  it('come in the order in which they are asked, with their places', () => {
    const start = { type: 'text' as const, code: 'start', text: { vi: 'start' }, maxLength: 9 };
    const before = [{ code: 'first', title: { vi: 'first' }, questions: [start] }];
    const placed = questionsOf(small({ before }));
    expect(placed.map(({ question, path }) => `${question.code} ${path.join('.')}`)).toEqual([
      'start before.0.questions.0',
      'a parts.0.factors.0.criteria.0',
      'b parts.0.factors.0.criteria.1',
      'c parts.0.factors.1.criteria.0',
      'd parts.1.factors.0.criteria.0',
      'came after.0.questions.0',
      'why after.0.questions.1',
      'tell after.0.questions.2',
    ]);
    expect(placed.map(({ part, factor }) => `${part}/${factor}`).slice(0, 5)).toEqual([
      'undefined/undefined',
      'p/f',
      'p/f',
      'p/g',
      'q/h',
    ]);
  });

  it('are answered by their options, a criterion by its levels and then "don\'t know", text by none', () => {
    const options = questionsOf(small()).map(({ question }) => optionCodes(small(), question).join(' '));
    expect(options).toEqual([
      ...Array(4).fill('bad fair good dont_know'),
      'self other',
      'late rude dear',
      '',
    ]);
  });
});

describe('a question with a condition', () => {
  it.each<[string, Answers, string[]]>([
    ['is hidden before the other one is answered', {}, ['came']],
    ['is shown by the right answer', { came: 'self' }, ['came', 'why']],
    ['is hidden by another answer', { came: 'other' }, ['came']],
    [
      'is shown by one right choice among several',
      { came: 'self', why: ['dear', 'late'] },
      ['came', 'why', 'tell'],
    ],
    ['is hidden when no choice is right', { came: 'self', why: ['dear'] }, ['came', 'why']],
    [
      'is hidden when the question it looks at is itself hidden',
      { came: 'other', why: ['late'], tell: 'x' },
      ['came'],
    ],
    ['is hidden when the chain of answers has a gap', { why: ['late'] }, ['came']],
  ])('%s', (_, answers, expected) => {
    expect(shown(answers)).toEqual(expected);
  });

  it('needs every one of its conditions', () => {
    const [came, , tell] = OTHER_QUESTIONS;
    if (!came || !tell) throw new Error('fixture');
    const both = [
      { question: 'a', oneOf: ['bad'] },
      { question: 'came', oneOf: ['self'] },
    ];
    const questionnaire = small({
      after: [{ code: 'more', title: { vi: 'more' }, questions: [came, { ...tell, visibleWhen: both }] }],
    });
    const codes = (answers: Answers) =>
      visibleQuestions(questionnaire, answers).map((it) => it.question.code);
    expect(codes({ a: 'bad', came: 'other' })).not.toContain('tell');
    expect(codes({ a: 'good', came: 'self' })).not.toContain('tell');
    expect(codes({ a: 'bad', came: 'self' })).toContain('tell');
  });
});

describe('the question for a reason', () => {
  const codes = (answers: Answers) =>
    visibleQuestions(withReasons(), answers)
      .map(({ question }) => question.code)
      .slice(0, 5);

  it('follows a criterion that got a low level, and no other', () => {
    expect(codes({ a: 'bad', b: 'fair', c: 'good', d: 'dont_know' })).toEqual([
      'a',
      'a:reason',
      'b',
      'c',
      'd',
    ]);
  });

  it('is answered by one of the reasons, or not at all', () => {
    const answers = { a: 'bad', b: 'good', c: 'good', d: 'good' };
    expect(checkAnswers(withReasons(), answers)).toEqual([]);
    expect(checkAnswers(withReasons(), { ...answers, 'a:reason': 'time' })).toEqual([]);
    const issue = (code: string, given: Answers) =>
      expect(checkAnswers(withReasons(), { ...answers, ...given }).map((it) => it.code)).toEqual([code]);
    issue('unknown_option', { 'a:reason': 'weather' });
    issue('hidden_question', { 'b:reason': 'time' });
    issue('unknown_question', { 'came:reason': 'time' });
  });

  it('is counted, and changes no rate', () => {
    const layout = tallyLayout(withReasons());
    const answers = { a: 'bad', b: 'good', c: 'good', d: 'good' };
    const [without, reasoned] = [emptyTally(layout), emptyTally(layout)];
    countResponse(layout, without, answers);
    countResponse(layout, reasoned, { ...answers, 'a:reason': 'time' });
    expect(optionCount(layout, reasoned, 'a:reason', 'time')).toBe(1);
    expect(optionCount(layout, without, 'a:reason', 'time')).toBe(0);
    for (const node of layout.nodes.keys())
      expect(momentsOf(layout, reasoned, node)).toEqual(momentsOf(layout, without, node));
  });
});

describe('the pages on a phone', () => {
  const pages = (code: string) =>
    BUILT_IN.filter((it) => it.code === code)
      .flatMap(pagesOf)
      .map((page) => `${page.code} ${page.questions.length}`);

  it('are one for each factor, whose criteria each have a reason, and block', () => {
    expect(pages('one-stop')).toEqual([
      'access 8',
      'procedures 8',
      'officials 10',
      'results 6',
      'feedback 6',
      'about_you 7',
      'comments 1',
    ]);
  });

  it('put factors of one criterion each together', () => {
    expect(pages('short')).toEqual(['overall_block 1', 'services 10', 'about_you 7', 'comments 1']);
  });

  it('together hold every question once and in order', () => {
    for (const questionnaire of BUILT_IN) {
      const onPages = pagesOf(questionnaire).flatMap((page) => page.questions.map((it) => it.code));
      expect(onPages).toEqual(questionsOf(questionnaire).map(({ question }) => question.code));
    }
  });
});
