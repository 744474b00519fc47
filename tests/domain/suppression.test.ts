import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Branch,
  suppressFigures,
  suppressLines,
  suppressTable,
  suppressTree,
} from '#domain/suppression.ts';
import { rankOf } from '../support/linear.ts';

/** Whether the known sums of rows and columns, with what is shown, determine a hidden cell: its unit vector is spanned. */
function isDetermined(sizes: number[][], hidden: boolean[][], row: number, column: number): boolean {
  const cells = hidden.flatMap((each, r) => each.flatMap((is, c) => (is ? [[r, c] as const] : [])));
  const isKnown = (line: number[]) => line.reduce((sum, n) => sum + n, 0) >= 10;
  const lines = [
    ...sizes.flatMap((line, r) => (isKnown(line) ? [cells.map(([cell]) => (cell === r ? 1 : 0))] : [])),
    ...(sizes[0] ?? []).flatMap((_, c) =>
      isKnown(sizes.map((line) => line[c] ?? 0)) ? [cells.map(([, cell]) => (cell === c ? 1 : 0))] : [],
    ),
  ];
  const goal = cells.map(([r, c]) => (r === row && c === column ? 1 : 0));
  return rankOf(lines) === rankOf([...lines, goal]);
}

/** Whether something in the row or the column of a cell is still shown: where nothing is, no more can be hidden. */
const canHideMore = (sizes: number[][], hidden: boolean[][], row: number, column: number) =>
  sizes.some((line, r) => line.some((n, c) => n > 0 && !hidden[r]?.[c] && (r === row || c === column)));

const somebody = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 60 }));
const people = fc.oneof(fc.constant(0), somebody);
const table = fc
  .tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 2, max: 7 }))
  .chain(([height, width]) =>
    fc.array(fc.array(people, { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  );

describe('a table with small cells', () => {
  it('never gives one back, whatever rows and columns add up to', () => {
    fc.assert(
      fc.property(table, (sizes) => {
        const hidden = suppressTable(sizes);
        sizes.forEach((row, r) => {
          row.forEach((n, c) => {
            if (n === 0 || n >= 10) return;
            expect(hidden[r]?.[c]).toBe(true);
            if (canHideMore(sizes, hidden, r, c)) expect(isDetermined(sizes, hidden, r, c)).toBe(false);
          });
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('hides nothing where nobody is few, and little where somebody is', () => {
    expect(
      suppressTable([
        [10, 20],
        [30, 0],
      ]).flat(),
    ).toEqual([false, false, false, false]);
    const wide = Array.from({ length: 5 }, () => [50, 60, 70, 80, 90]);
    (wide[2] as number[])[3] = 4;
    expect(suppressTable(wide).flat().filter(Boolean)).toHaveLength(4);
  });

  it('of a province of many agencies is done quickly', () => {
    const sizes = Array.from({ length: 1001 }, (_, row) =>
      Array.from({ length: 10 }, (_, column) => (row * 7 + column * 13) % 40),
    );
    const started = performance.now();
    suppressTable(sizes);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('figures that add up along two trees', () => {
  const AGENCIES = [
    ['province', null],
    ['ward', 'province'],
    ['commune', 'province'],
    ['department', 'province'],
    ['north', 'department'],
    ['south', 'department'],
  ] as const;
  const branch = (code: string, ...branches: Branch[]): Branch => ({ code, branches });
  const ROOT = branch(
    'all',
    branch('p', branch('f', branch('a'), branch('b'), branch('c')), branch('g', branch('d'), branch('e'))),
    branch('q', branch('h', branch('i'))),
  );
  const NODES = codesOf(ROOT);
  const LEAVES = ['a', 'b', 'c', 'd', 'e', 'i'];

  function codesOf({ code, branches }: Branch): string[] {
    return [code, ...branches.flatMap(codesOf)];
  }
  const leavesOf = (code: string, within = ROOT): string[] =>
    within.code === code
      ? codesOf(within).filter((each) => LEAVES.includes(each))
      : within.branches.flatMap((each) => leavesOf(code, each));
  const below = (id: string): string[] => [
    id,
    ...AGENCIES.filter(([, parent]) => parent === id).flatMap(([child]) => below(child)),
  ];

  type Counts = Record<string, Record<string, number>>;
  /**
   * People of each agency itself behind each node: those behind a node are some of those behind what it is made of. Where
   * anybody answered, somebody answered everything.
   */
  const counts: fc.Arbitrary<Counts> = fc
    .array(fc.tuple(fc.nat(4), fc.double({ min: 0, max: 1, noNaN: true }), ...LEAVES.map(() => somebody)), {
      minLength: AGENCIES.length,
      maxLength: AGENCIES.length,
    })
    .map((rows) =>
      Object.fromEntries(
        AGENCIES.map(([id], at) => {
          const [anybody, alike, ...row] = rows[at] ?? [];
          const own: Record<string, number> = {};
          const count = ({ code, branches }: Branch): number => {
            const parts = branches.map(count);
            const [most, sum] = [Math.max(...parts), parts.reduce((total, n) => total + n, 0)];
            own[code] =
              parts.length === 0
                ? Math.sign(Number(anybody)) * Number(row[LEAVES.indexOf(code)])
                : most + Math.floor((sum - most) * Number(alike));
            return own[code];
          };
          count(ROOT);
          return [id, own];
        }),
      ),
    );

  const behind = (given: Counts, id: string, code: string) =>
    below(id).reduce((sum, each) => sum + (given[each]?.[code] ?? 0), 0);
  const alone = (given: Counts, id: string) => (code: string) => given[id]?.[code] ?? 0;

  function hiddenOf(given: Counts, id: string) {
    const up = (each: string | null): string[] =>
      each === null ? [] : [...up(AGENCIES.find(([one]) => one === each)?.[1] ?? null), each];
    const [top = '', ...rest] = up(id);
    const whole = (each: string) => (code: string) => behind(given, each, code);
    return suppressFigures(
      [ROOT],
      [
        { rows: [whole(top)], next: 0 },
        ...rest.map((each) => {
          const parent = AGENCIES.find(([one]) => one === each)?.[1] ?? '';
          const siblings: string[] = AGENCIES.filter(([, above]) => above === parent).map(([one]) => one);
          return {
            rows: [...siblings.map(whole), alone(given, parent)],
            next: siblings.indexOf(each),
          };
        }),
      ],
    );
  }

  it('never give a small one back, whatever is added up and taken away', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const cells = AGENCIES.flatMap(([id]) =>
          LEAVES.filter((leaf) => alone(given, id)(leaf) > 0).map((leaf) => ({ id, leaf })),
        );
        const sumOf = (id: string, code: string) =>
          cells.map((cell) => Number(below(id).includes(cell.id) && leavesOf(code).includes(cell.leaf)));
        const figures = AGENCIES.flatMap(([id]) => {
          const hidden = hiddenOf(given, id);
          return NODES.map((code) => ({ id, code, hidden: hidden.has(code), n: behind(given, id, code) }));
        });
        const shown = figures.filter(({ hidden, n }) => !hidden && n > 0);
        expect(shown.filter(({ n }) => n < 10)).toEqual([]);
        const known = shown.map(({ id, code }) => sumOf(id, code));
        const rank = rankOf(known);
        for (const { id, code, n } of figures)
          if (n > 0 && n < 10) expect(rankOf([...known, sumOf(id, code)]), `${id} ${code}`).toBe(rank + 1);
      }),
      { numRuns: 300 },
    );
  });

  it('hide nothing where nobody is few, and little where somebody is', () => {
    const row = (n: number) => Object.fromEntries(NODES.map((code) => [code, n]));
    const given = Object.fromEntries(AGENCIES.map(([id], at) => [id, row(50 + at)]));
    for (const [id] of AGENCIES) expect([...hiddenOf(given, id)]).toEqual([]);
    const few = { ...given, ward: { ...row(51), i: 4, h: 4, q: 4 } };
    expect([...hiddenOf(few, 'ward')].sort()).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
      'f',
      'g',
      'h',
      'i',
      'p',
      'q',
    ]);
    expect([...hiddenOf({ ...given, ward: { ...row(51), a: 4 } }, 'ward')]).toEqual(['a', 'b']);
    expect([...hiddenOf({ ...given, ward: { ...row(51), a: 4 } }, 'province')]).toEqual([]);
    // What the province was given itself is shown to nobody, and hides beside the ward.
    for (const [id] of AGENCIES)
      if (id !== 'ward') expect([...hiddenOf({ ...given, ward: { ...row(51), a: 4 } }, id)]).toEqual([]);
  });
});

describe('lines that cross', () => {
  it('each hide nobody, or ten people in two cells and more, if they have them', () => {
    const lines = [
      [0, 1, 2, 3, 4, 5],
      [0, 1, 2],
      [3, 4, 5],
    ];
    fc.assert(
      fc.property(fc.array(people, { minLength: 6, maxLength: 6 }), (sizes) => {
        const hidden = suppressLines(sizes, lines);
        for (const line of lines) {
          const behind = line.filter((cell) => hidden[cell]);
          const left = line.filter((cell) => !hidden[cell] && (sizes[cell] ?? 0) > 0);
          const sum = behind.reduce((total, cell) => total + (sizes[cell] ?? 0), 0);
          if (behind.length > 0 && left.length > 0) expect(behind.length > 1 && sum >= 10).toBe(true);
        }
      }),
    );
  });
});

describe('a tree of agencies', () => {
  const nodes = [
    ['p', null],
    ['a', 'p'],
    ['b', 'p'],
    ['c', 'p'],
    ['b1', 'b'],
    ['b2', 'b'],
  ].map(([id, parentId]) => ({ id: id ?? '', parentId: parentId ?? null }));
  const hide = (own: Record<string, number>) => [...suppressTree(nodes, new Map(Object.entries(own)))].sort();

  it.each<[title: string, own: Record<string, number>, hidden: string[]]>([
    ['hides nobody where all are many', { a: 10, b1: 10, b2: 12, c: 20 }, []],
    ['hides a small one and the smallest beside it', { a: 4, b1: 10, b2: 12, c: 20 }, ['a', 'c']],
    ['hides a small one below and its sister', { a: 20, b1: 4, b2: 12, c: 20 }, ['b1', 'b2']],
    [
      'needs nobody beside where what a parent was given itself is few, too',
      { a: 20, b: 9, b1: 4, b2: 12, c: 20 },
      ['b1'],
    ],
    ['hides what is below something hidden', { a: 4, b1: 5, b2: 12, c: 30 }, ['a', 'b', 'b1', 'b2']],
    [
      'hides one that would give away what a parent was given itself',
      { a: 20, b: 3, b1: 14, b2: 12, c: 20 },
      ['b2'],
    ],
    ['hides all where all are few', { a: 4, c: 3 }, ['a', 'c', 'p']],
    ['hides nobody of nobody', {}, []],
  ])('%s', (_, own, hidden) => {
    expect(hide(own)).toEqual(hidden);
  });
});
