// Which figures to withhold where many of them add up to others that are shown: in rows, in columns, along time.
import { bridgesOf, type Edge } from './bridges.ts';
import { HIDDEN_BELOW } from './statistics.ts';

/**
 * Which cells must be hidden so that no sum gives a small one back: those with 1 to `below` − 1 people, and further ones,
 * smallest first, until every line with a hidden cell has at least two of them and `below` people behind them.
 * @param sizes people behind each cell; an empty one (0) has no figure, and protects nothing
 * @param lines indexes of cells that add up to something which is known
 * @param given cells that are hidden in any case, whatever their size
 */
export function suppressLines(
  sizes: readonly number[],
  lines: readonly (readonly number[])[],
  given: readonly boolean[] = [],
  below = HIDDEN_BELOW,
): boolean[] {
  const hidden = sizes.map((n, cell) => n > 0 && (n < below || Boolean(given[cell])));
  for (let changed = true; changed; ) {
    changed = false;
    for (const line of lines) {
      const more = exposing(sizes, line, hidden, below);
      for (const cell of more) hidden[cell] = true;
      changed ||= more.length > 0;
    }
  }
  return hidden;
}

/** The cells of a line to be hidden besides, so that what is hidden in it cannot be told apart. */
function exposing(
  sizes: readonly number[],
  line: readonly number[],
  hidden: boolean[],
  below: number,
): number[] {
  const behind = line.filter((cell) => hidden[cell]);
  if (behind.length === 0) return [];
  let people = behind.reduce((sum, cell) => sum + (sizes[cell] ?? 0), 0);
  const open = line.filter((cell) => !hidden[cell] && (sizes[cell] ?? 0) > 0);
  open.sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0));
  const more: number[] = [];
  for (const cell of open) {
    if (behind.length + more.length > 1 && people >= below) break;
    more.push(cell);
    people += sizes[cell] ?? 0;
  }
  return more;
}

/**
 * The same for a table whose rows and columns add up. A cell is also found where it is the only link between two parts of
 * what is hidden, however many are hidden beside it: then more are hidden until it is not.
 * @param table people, rows first
 * @param given hidden in any case
 * @param unknown which rows and columns add up to what is not shown; by default those of a few people
 */
export function suppressTable(
  table: readonly (readonly number[])[],
  given: readonly (readonly boolean[])[] = [],
  unknown = smallSums(table),
  below = HIDDEN_BELOW,
): boolean[][] {
  const width = table[0]?.length ?? 0;
  const sizes = table.flat();
  const rows = table.map((_, row) => Array.from({ length: width }, (_, column) => row * width + column));
  const columns = Array.from({ length: width }, (_, column) => table.map((_, row) => row * width + column));
  // A single row is below nothing: its cells add up along it alone.
  const lines = table.length > 1 ? [...rows, ...columns] : rows;
  let hidden = suppressLines(sizes, lines, given.flat(), below);
  for (;;) {
    const link = table.length > 1 ? linkIn(hidden, width, sizes, unknown, below) : -1;
    const open = link < 0 ? -1 : smallestBeside(link, width, sizes, hidden);
    if (open < 0) break;
    hidden = suppressLines(
      sizes,
      lines,
      hidden.map((each, cell) => each || cell === open),
      below,
    );
  }
  return table.map((_, row) => hidden.slice(row * width, (row + 1) * width));
}

/**
 * The same for tables of the same rows and columns, each cell hidden in all of them or in none.
 * @param unknown columns that add up to what is not shown
 */
export function suppressTables(
  tables: readonly (readonly (readonly number[])[])[],
  given: readonly (readonly boolean[])[],
  unknown: readonly boolean[],
): boolean[][] {
  let hidden = given.map((row) => [...row]);
  for (let changed = true; changed; ) {
    changed = false;
    for (const table of tables) {
      const found = suppressTable(table, hidden, { rows: smallSums(table).rows, columns: unknown });
      const both = hidden.map((row, at) => row.map((each, column) => each || Boolean(found[at]?.[column])));
      changed ||= both.some((row, at) => row.some((each, column) => each !== hidden[at]?.[column]));
      hidden = both;
    }
  }
  return hidden;
}

/** The sums of rows and of columns that nobody is told. */
export interface UnknownSums {
  rows: readonly boolean[];
  columns: readonly boolean[];
}

function smallSums(table: readonly (readonly number[])[], below = HIDDEN_BELOW): UnknownSums {
  const isSmall = (line: readonly number[]) => line.reduce((sum, n) => sum + n, 0) < below;
  const columns = (table[0] ?? []).map((_, column) => isSmall(table.map((row) => row[column] ?? 0)));
  return { rows: table.map(isSmall), columns };
}

/** A small hidden cell without which its row and its column hang together no more; −1 for none. */
function linkIn(
  hidden: boolean[],
  width: number,
  sizes: readonly number[],
  unknown: UnknownSums,
  below: number,
): number {
  const links = linksIn(hidden, width, unknown);
  return hidden.findIndex(
    (_, cell) =>
      links.has(cell) && (sizes[cell] ?? 0) < below && smallestBeside(cell, width, sizes, hidden) >= 0,
  );
}

/** Rows and columns are points, hidden cells the lines between them; sums that nobody knows hang together, too. */
function linksIn(hidden: boolean[], width: number, { rows, columns }: UnknownSums): Set<number> {
  const height = hidden.length / width;
  const [allRows, allColumns] = [height + width, height + width + 1];
  const edges: Edge[] = [];
  for (const [cell, is] of hidden.entries())
    if (is) edges.push({ id: cell, between: [Math.floor(cell / width), height + (cell % width)] });
  for (const [row, is] of rows.entries())
    if (is) edges.push({ id: hidden.length + row, between: [row, allRows] });
  for (const [column, is] of columns.entries())
    if (is) edges.push({ id: hidden.length + height + column, between: [height + column, allColumns] });
  return bridgesOf(height + width + 2, edges);
}

/** The smallest shown cell in the row or the column of a cell; −1 where nothing is shown. */
function smallestBeside(cell: number, width: number, sizes: readonly number[], hidden: boolean[]): number {
  let best = -1;
  for (let at = 0; at < sizes.length; at++) {
    const beside = Math.floor(at / width) === Math.floor(cell / width) || at % width === cell % width;
    if (!beside || hidden[at] || (sizes[at] ?? 0) === 0) continue;
    if (best < 0 || (sizes[at] ?? 0) < (sizes[best] ?? 0)) best = at;
  }
  return best;
}

/**
 * Which nodes of a tree must be hidden where each adds up what belongs to itself and what is below it, so that no sum of
 * shown ones gives a small one back. The root is hidden only where it is small itself.
 * @param own people of each node without those below it
 */
export function suppressTree(
  nodes: readonly { id: string; parentId: string | null }[],
  own: ReadonlyMap<string, number>,
  below = HIDDEN_BELOW,
): Set<string> {
  const children = Map.groupBy(nodes, ({ parentId }) => parentId);
  const totals = new Map<string, number>();
  const total = (id: string): number => {
    const known =
      totals.get(id) ??
      (children.get(id) ?? []).reduce((sum, child) => sum + total(child.id), own.get(id) ?? 0);
    totals.set(id, known);
    return known;
  };
  const hidden = new Set<string>();
  const look = (id: string): void => {
    const parts = children.get(id) ?? [];
    // What is not in any part is known, too, when all of them are.
    const sizes = [...parts.map((part) => total(part.id)), own.get(id) ?? 0];
    const given = sizes.map(() => hidden.has(id));
    const found = suppressLines(sizes, [sizes.map((_, at) => at)], given, below);
    for (const [at, part] of parts.entries()) if (found[at]) hidden.add(part.id);
    for (const part of parts) look(part.id);
  };
  for (const root of children.get(null) ?? []) {
    if (total(root.id) > 0 && total(root.id) < below) hidden.add(root.id);
    look(root.id);
  }
  return hidden;
}

/** A figure, and those that add up to it. */
export interface Branch {
  code: string;
  branches: readonly Branch[];
}

/** Agencies beside one another: those right below one, and what that was given itself. */
export interface Siblings {
  /** People behind a figure, by agency. */
  rows: readonly ((code: string) => number)[];
  /** Which of them is looked at more closely. */
  next: number;
}

/**
 * Which figures of an agency must be hidden where each adds up along two trees: over the agencies below another one, and
 * over the branches of a greater figure. What is hidden of either is hidden of what adds up to it.
 * @param roots figures that add up to nothing; the first one hides all others of its agency
 * @param path from the top, which stands alone, down to the agency
 */
export function suppressFigures(roots: readonly Branch[], path: readonly Siblings[]): Set<string> {
  let above: ReadonlySet<string> = new Set<string>();
  for (const { rows, next } of path) above = suppressBeside(roots, rows, above)[next] ?? above;
  return new Set(above);
}

/** @param above what is hidden of the agency that they are right below */
function suppressBeside(
  roots: readonly Branch[],
  rows: Siblings['rows'],
  above: ReadonlySet<string>,
): Set<string>[] {
  const hidden = rows.map(() => new Set<string>());
  for (const root of roots) {
    const given = hidden.map((own) => above.has(root.code) || own.has(roots[0]?.code ?? ''));
    const sizes = rows.map((people) => people(root.code));
    const found = suppressLines(sizes, [sizes.map((_, row) => row)], given);
    for (const [row, own] of hidden.entries()) if (found[row]) own.add(root.code);
    suppressBranches(root, rows, hidden, above);
  }
  return hidden;
}

function suppressBranches(
  { code: parent, branches }: Branch,
  rows: Siblings['rows'],
  hidden: readonly Set<string>[],
  above: ReadonlySet<string>,
): void {
  if (branches.length === 0) return;
  const codes = branches.map(({ code }) => code);
  const unknown = {
    rows: hidden.map((own) => own.has(parent)),
    columns: codes.map((code) => above.has(code)),
  };
  const table = suppressTable(
    rows.map((people) => codes.map(people)),
    unknown.rows.map((row) => unknown.columns.map((column) => row || column)),
    unknown,
  );
  for (const [row, own] of hidden.entries())
    for (const [column, code] of codes.entries())
      if (table[row]?.[column] || unknown.rows[row]) own.add(code);
  for (const branch of branches) suppressBranches(branch, rows, hidden, above);
}
