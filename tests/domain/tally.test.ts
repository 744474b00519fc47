import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '#domain/questions.ts';
import {
  addTally,
  countResponse,
  emptyTally,
  momentsOf,
  optionCount,
  responsesIn,
  tallyLayout,
} from '#domain/tally.ts';
import { answers, small } from './fixtures.ts';

const questionnaire = small();
const layout = tallyLayout(questionnaire);

function tallyOf(people: Answers[]): number[] {
  const tally = emptyTally(layout);
  for (const given of people) countResponse(layout, tally, given);
  return tally;
}

describe('a tally', () => {
  const tally = tallyOf([
    { ...answers('ggbd'), came: 'self', why: ['late', 'dear'], tell: 'chậm' },
    { ...answers('gf--'), came: 'other' },
    { came: 'self', why: ['late'] },
  ]);

  it('counts the responses, also those that answer no criterion', () => {
    expect(responsesIn(tally)).toBe(3);
    expect(responsesIn(emptyTally(layout))).toBe(0);
  });

  it.each([
    ['a', 'good', 2],
    ['b', 'good', 1],
    ['b', 'fair', 1],
    ['c', 'bad', 1],
    ['d', 'dont_know', 1],
    ['d', 'good', 0],
    ['came', 'self', 2],
    ['why', 'late', 2],
    ['why', 'dear', 1],
    ['why', 'rude', 0],
    ['tell', 'chậm', 0],
    ['zz', 'good', 0],
  ])('counts %s = %s %i times', (question, option, n) => {
    expect(optionCount(layout, tally, question, option)).toBe(n);
  });

  it.each([
    // People: (s 2, v 3) and (1, 2); the third answered no criterion.
    ['overall', { people: 2, s: 3, v: 5, ss: 4 + 1, sv: 6 + 2, vv: 9 + 4 }],
    ['p', { people: 2, s: 3, v: 5, ss: 5, sv: 8, vv: 13 }],
    ['f', { people: 2, s: 3, v: 4, ss: 4 + 1, sv: 4 + 2, vv: 4 + 4 }],
    ['g', { people: 1, s: 0, v: 1, ss: 0, sv: 0, vv: 1 }],
    ['h', { people: 0, s: 0, v: 0, ss: 0, sv: 0, vv: 0 }],
    ['zz', { people: 0, s: 0, v: 0, ss: 0, sv: 0, vv: 0 }],
  ])('sums up what people answered on %s, without "don\'t know" and blanks', (node, moments) => {
    expect(momentsOf(layout, tally, node)).toEqual(moments);
  });

  it('ignores what is not in the questionnaire', () => {
    expect(tallyOf([{ zz: 'good', a: 'splendid', tell: 'good', came: 'zz' }])).toEqual(tallyOf([{}]));
  });

  it('gives every counter a place of its own', () => {
    const places = [0];
    for (const options of layout.options.values()) places.push(...options.values());
    for (const node of layout.nodes.values()) places.push(...Array.from({ length: 6 }, (_, at) => node + at));
    expect(places.sort((a, b) => a - b)).toEqual(Array.from({ length: layout.size }, (_, at) => at));
  });

  it('added to another is the tally of everything', () => {
    const person = fc.stringMatching(/^[gfbd-]{4}$/).map(answers);
    const people = fc.array(person, { maxLength: 12 });
    fc.assert(
      fc.property(people, people, (some, others) => {
        const sum = tallyOf(some);
        addTally(sum, tallyOf(others));
        expect(sum).toEqual(tallyOf([...some, ...others]));
      }),
    );
  });
});
