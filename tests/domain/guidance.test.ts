import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '#domain/questionnaires/built-in.ts';
import { GUIDANCE, guidanceFor } from '#domain/questionnaires/guidance/guidance.ts';

const CRITERIA = new Map(
  BUILT_IN.flatMap(({ parts }) => parts)
    .flatMap(({ factors }) => factors)
    .flatMap(({ criteria }) => criteria)
    .map((criterion) => [criterion.code, criterion]),
);
const WORDS = Object.entries(GUIDANCE).flatMap(([code, guidance]) =>
  Object.entries(guidance).map(([part, text]) => [`${code} ${part}`, text.vi ?? '', text.en ?? ''] as const),
);
const sentences = (text: string) => text.split(/[.!?](?:\s|$)/).filter(Boolean).length;

describe('the explanations of criteria', () => {
  it.each(
    BUILT_IN.flatMap(({ parts }) => parts)
      .flatMap(({ factors }) => factors)
      .flatMap(({ criteria }) => criteria.map(({ code, text }) => [code, text] as const)),
  )('has all three parts of %s in both languages', (code, text) => {
    const found = guidanceFor(code, text);
    for (const part of ['asks', 'lowers', 'helps'] as const)
      for (const language of ['vi', 'en'])
        expect([part, language, found?.[part][language]]).toEqual([
          part,
          language,
          expect.stringMatching(/^\S.{20,}\.$/),
        ]);
  });

  it('explain nothing that no built-in questionnaire asks', () => {
    expect(Object.keys(GUIDANCE).filter((code) => !CRITERIA.has(code))).toEqual([]);
  });

  it.each(WORDS)('keep %s short, and its English free of Vietnamese', (_, vi, en) => {
    expect(sentences(vi)).toBeLessThanOrEqual(2);
    expect(Math.max(vi.length, en.length)).toBeLessThanOrEqual(260);
    expect(en).not.toMatch(/[ạ-ỹđơưăâêô]/i);
  });

  it('leave other wording under the same code unexplained', () => {
    const { text } = CRITERIA.get('c23') ?? { text: {} };
    expect(guidanceFor('c23', text)).toBe(GUIDANCE.c23);
    expect(guidanceFor('c23', { ...text, vi: 'Công chức có mặt đúng giờ.' })).toBeNull();
    expect(guidanceFor('x99', text)).toBeNull();
  });
});

describe('the built-in questionnaires', () => {
  it('carry no explanation: what is published never changes, and citizens download none of it', () => {
    const published = JSON.stringify(BUILT_IN);
    for (const [, vi, en] of WORDS) {
      expect(published).not.toContain(vi);
      expect(published).not.toContain(en);
    }
  });
});
