import { type ReactElement, useState } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { useForm } from 'react-hook-form';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Scale } from '#domain/questionnaire.ts';
import { questionsOf } from '#domain/questions.ts';
import { startI18n } from '../../client/i18n.ts';
import errors from '../../client/locales/vi/errors.json';
import survey from '../../client/locales/vi/survey.json';
import { emptyValues, type Values } from '../../client/survey/answering.ts';
import { stepped } from '../../client/survey/preferences.ts';
import { Question } from '../../client/survey/questions/question.tsx';
import { arrangement } from '../../client/survey/questions/rating.tsx';
import { textIn } from '../../client/survey/wording.ts';
import { questionnaire } from './form.ts';

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} });
  await startI18n({ survey, errors }, {});
});

function Shown({ code, fault }: { code: string; fault?: string }): ReactElement | null {
  const { register } = useForm<Values>({ defaultValues: emptyValues(questionnaire) });
  const [question] = useState(
    () => questionsOf(questionnaire).find((q) => q.question.code === code)?.question,
  );
  if (!question) return null;
  return <Question {...{ question, questionnaire, register, fault }} value={null} clear={() => undefined} />;
}

describe('a question', () => {
  it('is a group of native radio buttons under its own words', () => {
    const markup = renderToStaticMarkup(<Shown code="polite" />);
    expect(markup).toContain('<fieldset');
    expect(markup).toMatch(/<legend><span id="words-polite">Lịch sự.*cần trả lời/);
    expect(markup.match(/<input type="radio"[^>]*name="polite"/g)).toHaveLength(3);
  });

  it('shows each level by its face and its word, and "don’t know" apart from them', () => {
    const [levels = '', apart = ''] = renderToStaticMarkup(<Shown code="polite" />).split('class="apart"');
    expect(levels.match(/<svg/g)).toHaveLength(2);
    expect(levels).toContain('Có');
    expect(apart).toContain('value="dont_know"');
    expect(apart).not.toContain('<svg');
  });

  it('says what is wrong where a screen reader looks for it', () => {
    const markup = renderToStaticMarkup(<Shown code="polite" fault="missing_answer" />);
    expect(markup).toContain('aria-describedby="fault-polite"');
    expect(markup).toMatch(/id="fault-polite"[^>]*>Vui lòng trả lời câu hỏi này\./);
  });

  it('takes several choices as boxes and free text with its length', () => {
    expect(renderToStaticMarkup(<Shown code="reasons" />).match(/type="checkbox"/g)).toHaveLength(2);
    expect(renderToStaticMarkup(<Shown code="comment" />)).toContain('Còn 10 ký tự');
  });
});

describe('a scale', () => {
  const scale = (...words: string[]): Scale => ({
    levels: words.map((word, index) => ({ code: String(index), text: { vi: word }, satisfied: index > 0 })),
  });
  const say = (texts: Record<string, string>) => texts.vi ?? '';
  it.each([
    ['row', scale('Không hài lòng', 'Hài lòng')],
    ['row long-words', scale('Dissatisfied', 'Satisfied')],
    ['numbers', scale('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10')],
    ['column', scale('Kém', 'Yếu', 'Trung bình', 'Khá', 'Tốt', 'Rất tốt')],
  ])('stands as %s', (expected, given) => {
    expect(arrangement(given, say)).toBe(expected);
  });
});

describe('a text', () => {
  it('is said in the language chosen, or in the official one', () => {
    expect(textIn({ vi: 'Có', en: 'Yes' }, 'en', 'vi')).toBe('Yes');
    expect(textIn({ vi: 'Có', en: 'Yes' }, 'km', 'vi')).toBe('Có');
  });

  it('grows and shrinks in steps and stays within bounds', () => {
    expect([stepped(100, 1), stepped(200, 1), stepped(100, -1)]).toEqual([125, 200, 100]);
  });
});
