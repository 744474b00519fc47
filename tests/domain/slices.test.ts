import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractLayout, packResponse, SLICES } from '#domain/extracts.ts';
import { oneStop } from '#domain/questionnaires/one-stop.ts';
import type { Answers } from '#domain/questions.ts';
import { isStraight, packSighting, patternOf, Sightings } from '#domain/sightings.ts';
import { addPeople, countSizes, sliceLayout, sliceMoments } from '#domain/slices.ts';
import { CHANNELS } from '#domain/submissions.ts';
import { countResponse, emptyTally, momentsOf, tallyLayout } from '#domain/tally.ts';

const layout = sliceLayout(oneStop);
const criteria = [...layout.criteria.keys()];
const person = fc.record({
  channel: fc.constantFrom(...CHANNELS),
  answers: fc.record(
    {
      age: fc.constantFrom(...(layout.groups.get('age') ?? [])),
      gender: fc.constantFrom(...(layout.groups.get('gender') ?? [])),
      ...Object.fromEntries(
        criteria.map((code) => [code, fc.constantFrom('1', '2', '3', '4', '5', 'dont_know')]),
      ),
    },
    { requiredKeys: [] },
  ),
});

const pack = (people: { channel: string; answers: object }[]) =>
  people
    .map(({ channel, answers }) => packResponse(extractLayout(oneStop), channel, answers as Answers))
    .join('');

describe('packed people', () => {
  it('say of every node what the tally of a group says', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 30 }), (people) => {
        const groups: (number[] | undefined)[] = [];
        addPeople(layout, pack(people), SLICES.age, groups);
        for (const [group, code] of (layout.groups.get('age') ?? []).entries()) {
          const tally = emptyTally(tallyLayout(oneStop));
          const same = people.filter(({ answers }) => (answers as Answers).age === code);
          for (const { answers } of same) countResponse(tallyLayout(oneStop), tally, answers as Answers);
          for (const node of layout.nodes.keys())
            expect(sliceMoments(layout, groups[group] ?? [], node)).toEqual(
              momentsOf(tallyLayout(oneStop), tally, node),
            );
          for (const node of criteria) {
            const valid = same
              .map(({ answers }) => (answers as Answers)[node])
              .filter((said) => Number(said));
            const satisfied = valid.filter((said) => Number(said) > 3);
            expect(sliceMoments(layout, groups[group] ?? [], node)).toMatchObject({
              s: satisfied.length,
              v: valid.length,
            });
          }
        }
      }),
    );
  });

  it('belong to one group of each attribute, or to those who did not say', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 30 }), (people) => {
        const sizes = countSizes(layout, pack(people));
        for (const [place, attribute] of [...layout.groups.keys()].entries()) {
          const said = people.map(({ channel, answers }) =>
            attribute === SLICES.channel ? channel : (answers as Answers)[attribute],
          );
          expect(sizes[place]).toEqual(
            [...(layout.groups.get(attribute) ?? []), undefined].map(
              (code) => said.filter((each) => each === code).length,
            ),
          );
          const groups: (number[] | undefined)[] = [];
          addPeople(layout, pack(people), attribute, groups, true);
          expect(sizes[place]?.map((_, group) => groups[group]?.[0] ?? 0)).toEqual(sizes[place]);
        }
      }),
    );
  });
});

describe('an attribute with very many groups', () => {
  it('keeps each of them apart', () => {
    const codes = Array.from({ length: 150 }, (_, index) => `field_${index}`);
    const many = { groups: new Map([['procedure_field', codes]]), levels: new Map(), length: 1 };
    const letters = codes.map((code) => packResponse(many, 'web', { procedure_field: code })).join('');
    expect(countSizes(many, letters)).toEqual([[...codes.map(() => 1), 0]]);
  });
});

describe('what the detectors see', () => {
  it('is what was packed: place, minute, tablet, repeated, and one pattern for the same levels', () => {
    const one = fc.record({
      said: person,
      seq: fc.nat(10 ** 10),
      minute: fc.option(fc.integer({ min: 0, max: 1439 })),
      repeated: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), (people) => {
        const { groups } = extractLayout(oneStop);
        const packed = people.map(({ said, ...rest }) =>
          packSighting({
            ...rest,
            pattern: patternOf(pack([said]), groups.size),
            kiosk: said.channel === 'kiosk',
          }),
        );
        const seen = new Sightings();
        seen.add(20_000, packed.slice(0, 5).join(''), 3);
        seen.add(20_001, packed.slice(5).join(''));
        const { length, seqs, days, minutes, patterns, kiosks, repeats } = seen;
        const columns = [seqs, days, minutes, kiosks, repeats].map((column) => [...column.slice(0, length)]);
        expect(columns).toEqual([
          people.map(({ seq }) => seq),
          people.map((_, at) => (at < 5 ? 20_000 : 20_001)),
          people.map(({ minute }) => minute ?? -1),
          people.map(({ said }) => (said.channel === 'kiosk' ? 1 : 0)),
          people.map(({ repeated }) => (repeated ? 2 : 0)),
        ]);
        const said = people.map(({ said: { answers } }) =>
          criteria.map((code) => Number((answers as Answers)[code]) || 0).join(' '),
        );
        const shown = [...patterns.slice(0, length)];
        for (const [at, pattern] of shown.entries()) {
          expect(shown.map((other) => other === pattern)).toEqual(said.map((other) => other === said[at]));
          expect(isStraight(pattern)).toBe(new Set(said[at]?.split(' ')).size === 1);
        }
      }),
    );
  });
});
