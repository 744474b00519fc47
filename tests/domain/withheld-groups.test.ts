import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HiddenGroups, hideGroups } from '#domain/withheld-groups.ts';
import { rankOf } from '../support/linear.ts';

/** People of one group at one agency: all of them, and how many of them answered each of three criteria. */
type Group = [all: number, ...criteria: number[]];
const group: fc.Arbitrary<Group> = fc
  .tuple(
    fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 60 })),
    fc.tuple(...[0, 1, 2].map(() => fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 6 })))),
  )
  .map(([all, silent]) => [all, ...silent.map((n) => Math.max(all > 0 ? 1 : 0, all - n))]);
/** An agency with what it was given itself and with centres below it; groups, those who did not say last. */
const table = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 6 }))
  .chain(([height, width]) =>
    fc.array(fc.array(group, { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  );

const people = {
  overall: ([all]: Group) => [all],
  finer: ([, ...criteria]: Group) => criteria,
};
const sumOf = (rows: Group[][]): Group[] =>
  (rows[0] ?? []).map((_, column) =>
    rows.reduce<Group>(
      (sum, row) => [
        sum[0] + (row[column]?.[0] ?? 0),
        ...sum.slice(1).map((n, at) => n + (row[column]?.[at + 1] ?? 0)),
      ],
      [0, 0, 0, 0],
    ),
  );
function hide(rows: Group[][]): { top: HiddenGroups; below: HiddenGroups[] } {
  const nothing = (rows[0] ?? []).map(() => false);
  const [top = { overall: nothing, finer: nothing }] = hideGroups([sumOf(rows)], people, {
    overall: nothing,
    finer: nothing,
  });
  return { top, below: hideGroups(rows, people, top) };
}

const total = (numbers: number[]) => numbers.reduce((sum, n) => sum + n, 0);

describe('groups of an agency and of those below it', () => {
  it('leave, taken from the whole, nobody, or ten people and more of two groups, in every figure', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { top, below } = hide(rows);
        const all = [sumOf(rows), ...rows];
        for (const [at, hidden] of [top, ...below].entries())
          for (const figure of [0, 1, 2, 3]) {
            const sizes = (all[at] ?? []).map((each) => each[figure] ?? 0);
            const isHidden = figure === 0 ? hidden.overall : hidden.finer;
            const left = sizes.filter((n, column) => n > 0 && isHidden[column]);
            const shown = sizes.filter((n, column) => n > 0 && !isHidden[column]);
            expect(shown.every((n) => n >= 10)).toBe(true);
            if (left.length > 0 && shown.length > 0) expect(left.length > 1 && total(left) >= 10).toBe(true);
          }
      }),
    );
  });

  it('give no small one back, whatever agencies, groups and wholes are added up', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { top, below } = hide(rows);
        for (const figure of [0, 1, 2, 3]) {
          const isHidden = (each: HiddenGroups | undefined, column: number) =>
            Boolean((figure === 0 ? each?.overall : each?.finer)?.[column]);
          const at = (row: number, column: number) => rows[row]?.[column]?.[figure] ?? 0;
          const cells = rows.flatMap((row, r) =>
            row.flatMap((_, c) => (at(r, c) > 0 ? [[r, c] as const] : [])),
          );
          const vector = (is: (row: number, column: number) => boolean) =>
            cells.map(([row, column]) => Number(is(row, column)));
          // The whole of an agency is shown where ten and more answered.
          const known = [
            ...rows.flatMap((row, r) =>
              total(row.map((_, c) => at(r, c))) >= 10 ? [vector((one) => one === r)] : [],
            ),
            vector(() => true),
            ...(rows[0] ?? []).flatMap((_, c) => (isHidden(top, c) ? [] : [vector((_, one) => one === c)])),
            ...cells.flatMap(([r, c]) =>
              isHidden(below[r], c) ? [] : [vector((row, column) => row === r && column === c)],
            ),
          ];
          const rank = rankOf(known);
          for (const [r, c] of cells) {
            if (at(r, c) >= 10) continue;
            expect(isHidden(below[r], c)).toBe(true);
            const own = vector((row, column) => row === r && column === c);
            const canHideMore = cells.some(
              ([row, column]) => !isHidden(below[row], column) && (row === r || column === c),
            );
            if (canHideMore) expect(rankOf([...known, own]), `${figure}: ${r} ${c}`).toBe(rank + 1);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('are all shown where all of them are many', () => {
    const many: Group = [20, 18, 19, 20];
    const { top, below } = hide([
      [many, many],
      [many, [0, 0, 0, 0]],
    ]);
    expect([top, ...below].flatMap(({ overall, finer }) => [...overall, ...finer])).not.toContain(true);
  });

  it('are shown as a whole where few of them answered a criterion', () => {
    const { top } = hide([
      [
        [20, 20, 20, 20],
        [30, 30, 7, 30],
        [40, 40, 40, 40],
      ],
    ]);
    expect(top.overall).toEqual([false, false, false]);
    expect(top.finer).toEqual([true, true, false]);
  });
});
