// What a spreadsheet says: which column is which, and its rows as the server takes them.
import { searchKey } from '#domain/search.ts';

export type SheetRow<Column extends string> = { row: number } & Partial<Record<Column, string>>;

/** A place in a spreadsheet that is not right. */
export interface SheetFault<Column extends string> {
  /** As the spreadsheet numbers it. */
  row: number;
  column: Column;
  code: string;
}

export interface Sheet<Column extends string> {
  rows: SheetRow<Column>[];
  /** Titles that nobody understood; their columns are left out. */
  unknown: string[];
  /** Columns without which no row can be right. */
  missing: Column[];
}

/** What a kind of spreadsheet may have. */
export interface SheetKind<Column extends string> {
  /** Titles as people write them, without diacritics. */
  titles: Record<Column, readonly string[]>;
  needed: readonly Column[];
}

/** @param cells as text, the first line with the titles */
export function readSheet<Column extends string>(
  cells: readonly (readonly string[])[],
  { titles, needed }: SheetKind<Column>,
): Sheet<Column> {
  const [first = [], ...lines] = cells;
  const columns = first.map((title) => columnOf(title, titles));
  const unknown = first.filter((title, index) => title.trim() !== '' && !columns[index]);
  const rows = lines.flatMap((line, index) => {
    if (line.every((cell) => cell.trim() === '')) return [];
    const filled = columns.flatMap((column, at) => (column ? [[column, line[at] ?? '']] : []));
    // The spreadsheet counts from one, and its first row holds the titles.
    return [{ row: index + 2, ...Object.fromEntries(filled) } as SheetRow<Column>];
  });
  return { rows, unknown, missing: needed.filter((column) => !columns.includes(column)) };
}

function columnOf<Column extends string>(
  title: string,
  titles: Record<Column, readonly string[]>,
): Column | null {
  const key = searchKey(title)
    .replace(/[*:()]/g, '')
    .trim();
  return (Object.keys(titles) as Column[]).find((column) => titles[column].includes(key)) ?? null;
}
