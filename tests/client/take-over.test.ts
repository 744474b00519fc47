import { expect, it } from 'vitest';
import { fieldName, questionOf } from '../../client/survey/plain/fields.ts';
import { pageReached, valuesOf } from '../../client/survey/plain/take-over.ts';
import { questionnaire } from './form.ts';

const tapped = (...fields: [string, string][]) =>
  valuesOf(questionnaire, {
    fields: [
      ['id', 'x'],
      ['questionnaire', 'small@1'],
      ...fields.map(([code, value]): [string, string] => [fieldName(code), value]),
    ],
  });

it('takes over what was tapped and typed, and nothing else that the form holds', () => {
  expect(tapped(['polite', 'no'], ['reasons', 'late'], ['reasons', 'rude'], ['comment', 'Chờ'])).toEqual({
    polite: 'no',
    reasons: ['late', 'rude'],
    comment: 'Chờ',
  });
  expect(tapped(['reasons', 'late'])).toEqual({ reasons: ['late'] });
  expect(tapped(['comment', ''], ['unknown', '1'])).toEqual({});
});

it('goes on at the page of the last answer, or after the first for somebody who left it', () => {
  const page = (wentOn: boolean, ...fields: [string, string][]) =>
    pageReached(questionnaire, tapped(...fields), wentOn);
  expect(page(false)).toBe(0);
  expect(page(false, ['polite', 'no'])).toBe(0);
  expect(page(true, ['polite', 'no'])).toBe(1);
  expect(page(false, ['comment', 'Chờ'])).toBe(1);
});

it('names a field so that no code of a question can be taken for another field', () => {
  expect(questionOf(fieldName('id'))).toBe('id');
  expect(questionOf('id')).toBeNull();
});
