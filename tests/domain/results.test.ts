import { describe, expect, it } from 'vitest';
import type { Answers } from '#domain/questions.ts';
import { describeScores } from '#domain/results.ts';
import { scoreTally } from '#domain/scoring.ts';
import { countResponse, emptyTally, tallyLayout } from '#domain/tally.ts';
import { withheldFigures } from '#domain/withheld-figures.ts';
import { answers, small } from './fixtures.ts';

function described(...groups: [times: number, given: Answers][]) {
  const layout = tallyLayout(questionnaire);
  const tally = emptyTally(layout);
  for (const [times, given] of groups)
    for (let person = 0; person < times; person++) countResponse(layout, tally, given);
  const withheld = withheldFigures(questionnaire, [{ rows: [tally], next: 0 }]);
  return describeScores(questionnaire, scoreTally(questionnaire, tally), withheld);
}
const questionnaire = small();

/** The figures as `code rate`, with ? for a withheld one and ~ after a weak one, in the order of the tree. */
function figures({ overall, parts }: ReturnType<typeof described>): string {
  const factors = parts.flatMap((part) => part.factors);
  const all = [overall, ...parts, ...factors, ...factors.flatMap((factor) => factor.criteria)];
  return all
    .map(({ code, hidden, rate, weak }) => `${code} ${hidden ? '?' : rate}${weak ? '~' : ''}`)
    .join(', ');
}

describe('results', () => {
  it('show every figure where enough people answered', () => {
    expect(figures(described([30, answers('gbgg')]))).toBe(
      `overall 75, p ${200 / 3}, q 100, f 50, g 100, h 100, a 100, b 0, c 100, d 100`,
    );
  });

  it('mark figures of fewer than 30 people as weak and withhold those of fewer than 10', () => {
    expect(figures(described([29, answers('gggg')]))).toMatch(/^overall 100~, p 100~/);
    expect(figures(described([9, answers('gggg')]))).not.toMatch(/\d/);
  });

  it('withhold a brother or sister where a small figure could be subtracted back', () => {
    const found = described([40, answers('gg-g')], [5, answers('gggg')]);
    expect(figures(found)).toBe('overall 100, p 100, q 100, f ?, g ?~, h 100, a ?, b ?, c ?~, d 100');
  });

  it('withhold everything below a withheld node, and its numbers with it', () => {
    const [part] = described([40, answers('gg--')], [5, answers('gggg')]).parts;
    expect(part).toMatchObject({
      code: 'p',
      hidden: true,
      n: null,
      satisfied: null,
      rate: null,
      interval: null,
    });
    const criterion = part?.factors[0]?.criteria[0];
    expect(criterion).toMatchObject({ code: 'a', hidden: true, n: null, options: null, people: 45 });
  });

  it('name each level with its text, and "don\'t know" last', () => {
    const [part] = described([20, answers('gbgg')], [15, answers('dggg')]).parts;
    expect(part?.factors[0]?.criteria[0]?.options).toEqual([
      { code: 'bad', text: { vi: 'bad' }, n: 0, satisfied: false, mood: undefined },
      { code: 'fair', text: { vi: 'fair' }, n: 0, satisfied: false, mood: undefined },
      { code: 'good', text: { vi: 'good' }, n: 20, satisfied: true, mood: undefined },
      { code: 'dont_know', text: { vi: "don't know" }, n: 15, satisfied: false, mood: undefined },
    ]);
  });

  it('withhold a question outside the tree that fewer than 10 people answered', () => {
    const asked = (times: number, given: Answers) =>
      described([times, given]).questions.map(({ code, hidden, options }) => [
        code,
        hidden,
        options === null,
      ]);
    expect(asked(9, { came: 'self' })).toEqual([
      ['came', true, true],
      ['why', true, true],
    ]);
    expect(asked(10, { came: 'self', why: ['late', 'rude'] })).toEqual([
      ['came', false, false],
      ['why', false, false],
    ]);
  });

  it('do not take five people who chose two options each for ten', () => {
    const why = described([5, { came: 'self', why: ['late', 'rude'] }]).questions[1];
    expect(why).toMatchObject({ code: 'why', hidden: true, options: null });
  });
});
