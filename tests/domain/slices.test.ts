import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneStop } from '#domain/questionnaires/one-stop.ts';
import type { Answers } from '#domain/questions.ts';
import { addPeople, countSizes, packPerson, SLICES, sliceLayout, sliceMoments } from '#domain/slices.ts';
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
  people.map(({ channel, answers }) => packPerson(oneStop, channel, answers as Answers)).join('');

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
        }
      }),
    );
  });
});
