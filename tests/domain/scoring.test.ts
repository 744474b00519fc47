import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AGGREGATIONS, type Aggregation, type Questionnaire } from '#domain/questionnaire.ts';
import type { Answers } from '#domain/questions.ts';
import { type Score, type Scores, scoreTally } from '#domain/scoring.ts';
import { countResponse, emptyTally, tallyLayout } from '#domain/tally.ts';
import { answers, small } from './fixtures.ts';

function score(questionnaire: Questionnaire, people: Answers[]): Scores {
  const layout = tallyLayout(questionnaire);
  const tally = emptyTally(layout);
  for (const given of people) countResponse(layout, tally, given);
  return scoreTally(questionnaire, tally);
}

/** Every score of the tree, by its code. */
function nodes({ overall, parts }: Scores): Record<string, Score> {
  const factors = parts.flatMap((part) => part.factors);
  const all = [overall, ...parts, ...factors, ...factors.flatMap((factor) => factor.criteria)];
  return Object.fromEntries(all.map((node) => [node.code, node]));
}

const rates = (scores: Scores) =>
  Object.fromEntries(Object.entries(nodes(scores)).map(([code, { rate }]) => [code, rate]));

// a: 3 of 4 satisfied, b: 1 of 2, c: 0 of 1, d: 1 of 4.
const PEOPLE = ['gg-g', 'gbdf', 'gdbb', 'f--b'].map(answers);

describe('the rates of a questionnaire', () => {
  const criteria = { a: 75, b: 50, c: 0, d: 25 };
  it.each<[Aggregation, Record<string, number>]>([
    ['pooled_answers', { f: 100 * (4 / 6), g: 0, h: 25, p: 100 * (4 / 7), q: 25, overall: 100 * (5 / 11) }],
    ['mean_of_criteria', { f: 62.5, g: 0, h: 25, p: 125 / 3, q: 25, overall: 37.5 }],
    ['mean_of_factors', { f: 62.5, g: 0, h: 25, p: 31.25, q: 25, overall: 87.5 / 3 }],
    [
      'weighted_parts',
      { f: 100 * (4 / 6), g: 0, h: 25, p: 100 * (4 / 7), q: 25, overall: (3 * 100 * (4 / 7) + 25) / 4 },
    ],
  ])('by the rule %s are those computed by hand', (aggregation, expected) => {
    const scores = score(small({ aggregation }), PEOPLE);
    expect(scores.aggregation).toBe(aggregation);
    for (const [code, rate] of Object.entries({ ...criteria, ...expected }))
      expect(rates(scores)[code], code).toBeCloseTo(rate, 10);
  });

  it('come with what stands behind them', () => {
    const scores = score(small(), PEOPLE);
    expect(scores.responses).toBe(4);
    const { a, b, f, overall } = nodes(scores);
    expect([a, b, f, overall].map((node) => [node?.satisfied, node?.n, node?.people])).toEqual([
      [3, 4, 4],
      [1, 2, 2],
      [4, 6, 4],
      [5, 11, 4],
    ]);
    expect(scores.parts[0]?.factors[0]?.criteria[1]?.options).toEqual([
      { code: 'bad', n: 1 },
      { code: 'fair', n: 0 },
      { code: 'good', n: 1 },
      { code: 'dont_know', n: 1 },
    ]);
  });

  it.each(AGGREGATIONS)('by the rule %s are absent where nothing valid was answered', (aggregation) => {
    const scores = score(small({ aggregation }), [answers('dd--'), answers('-d-g'), {}]);
    expect(rates(scores)).toEqual({
      overall: 100,
      p: null,
      f: null,
      a: null,
      b: null,
      g: null,
      c: null,
      q: 100,
      h: 100,
      d: 100,
    });
    expect(nodes(scores).f).toMatchObject({
      code: 'f',
      n: 0,
      satisfied: 0,
      people: 0,
      rate: null,
      interval: null,
    });
    expect(rates(score(small({ aggregation }), [])).overall).toBeNull();
  });

  it('leave the questions outside the tree to be counted, text apart', () => {
    const scores = score(small(), [{ came: 'self', why: ['late', 'dear'], tell: 'x' }, { came: 'self' }]);
    expect(scores.questions).toEqual([
      {
        code: 'came',
        options: [
          { code: 'self', n: 2 },
          { code: 'other', n: 0 },
        ],
      },
      {
        code: 'why',
        options: [
          { code: 'late', n: 1 },
          { code: 'rude', n: 0 },
          { code: 'dear', n: 1 },
        ],
      },
    ]);
  });
});

const person = fc.stringMatching(/^[gfbd-]{4}$/).map(answers);
const people = fc.array(person, { maxLength: 25 });
const weight = fc.double({ min: 0.01, max: 100, noNaN: true });

function withRule(aggregation: Aggregation, weights: [number, number] = [3, 1]): Questionnaire {
  const parts = small().parts.map((part, index) => ({ ...part, weight: weights[index] }));
  return small({ aggregation, parts });
}

describe('for any answers', () => {
  it('every rate lies between 0 and 100 and inside its interval, by every rule', () => {
    fc.assert(
      fc.property(people, fc.constantFrom(...AGGREGATIONS), weight, weight, (given, rule, one, two) => {
        for (const { rate, interval, n } of Object.values(nodes(score(withRule(rule, [one, two]), given)))) {
          if (rate === null) {
            expect(interval).toBeNull();
            continue;
          }
          expect(n).toBeGreaterThanOrEqual(0);
          expect(rate).toBeGreaterThanOrEqual(0);
          expect(rate).toBeLessThanOrEqual(100);
          expect(interval?.low).toBeLessThanOrEqual(rate + 1e-9);
          expect(interval?.high).toBeGreaterThanOrEqual(rate - 1e-9);
        }
      }),
    );
  });

  it('a weighted mean of hundreds is a hundred, whatever the weights', () => {
    const whole = [answers('gggg')];
    fc.assert(
      fc.property(weight, weight, (one, two) => {
        expect(score(withRule('weighted_parts', [one, two]), whole).overall.rate).toBeCloseTo(100, 9);
        expect(score(withRule('weighted_parts', [one, two]), whole).overall.rate).toBeLessThanOrEqual(100);
      }),
      { examples: [[0.1, 0.7]], numRuns: 300 },
    );
  });

  it('a pooled parent lies between its children', () => {
    fc.assert(
      fc.property(people, (given) => {
        const { overall, parts } = score(small(), given);
        const families: [Score, Score[]][] = [[overall, parts]];
        for (const part of parts) families.push([part, part.factors]);
        for (const factor of parts.flatMap((part) => part.factors)) families.push([factor, factor.criteria]);
        for (const [{ rate }, children] of families) {
          const own = children.map((child) => child.rate).filter((it) => it !== null);
          if (rate === null) expect(own).toEqual([]);
          else {
            expect(rate).toBeGreaterThanOrEqual(Math.min(...own) - 1e-9);
            expect(rate).toBeLessThanOrEqual(Math.max(...own) + 1e-9);
          }
        }
      }),
    );
  });

  it('"don\'t know" and blanks change no rate', () => {
    const nothing = fc.array(fc.stringMatching(/^[d-]{4}$/).map(answers), { maxLength: 5 });
    fc.assert(
      fc.property(people, nothing, fc.constantFrom(...AGGREGATIONS), (given, more, rule) => {
        const alone = score(withRule(rule), given);
        const together = score(withRule(rule), [...given, ...more]);
        expect(rates(together)).toEqual(rates(alone));
        expect(nodes(together).overall).toEqual(nodes(alone).overall);
      }),
    );
  });

  it('a part that alone has valid answers gives the overall rate to the last digit', () => {
    const given = ['f-gd', 'ggd-', 'b-g-', 'b-fd', 'ddf-'].map(answers);
    const { overall, p } = rates(score(withRule('weighted_parts'), given));
    expect([overall, p]).toEqual([(100 * 4) / 9, (100 * 4) / 9]);
  });

  it('a second, naive count of the raw answers gives the same rates', () => {
    fc.assert(
      fc.property(people, fc.constantFrom(...AGGREGATIONS), (given, rule) => {
        expect(rates(score(withRule(rule), given))).toEqual(naiveRates(given, rule));
      }),
    );
  });
});

/** The four rules spelt out for the small questionnaire, straight from the answers. */
function naiveRates(given: Answers[], rule: Aggregation): Record<string, number | null> {
  const pooled = (...codes: string[]) => {
    const valid = given
      .flatMap((it) => codes.map((code) => it[code]))
      .filter((it) => it && it !== 'dont_know');
    return valid.length ? (100 * valid.filter((it) => it === 'good').length) / valid.length : null;
  };
  const mean = (...values: (number | null)[]) => {
    const known = values.filter((value) => value !== null);
    return known.length ? known.reduce((sum, value) => sum + value, 0) / known.length : null;
  };
  const [a, b, c, d] = [pooled('a'), pooled('b'), pooled('c'), pooled('d')];
  const leaves = { a, b, c, d, g: c, h: d, q: d };
  if (rule === 'mean_of_criteria')
    return { ...leaves, f: mean(a, b), p: mean(a, b, c), overall: mean(a, b, c, d) };
  if (rule === 'mean_of_factors') {
    const f = mean(a, b);
    return { ...leaves, f, p: mean(f, c), overall: mean(f, c, d) };
  }
  const p = pooled('a', 'b', 'c');
  const weighted = p === null || d === null ? (p ?? d) : (p * 3 + d * 1) / 4;
  const overall = rule === 'weighted_parts' ? weighted : pooled('a', 'b', 'c', 'd');
  return { ...leaves, f: pooled('a', 'b'), p, overall };
}
