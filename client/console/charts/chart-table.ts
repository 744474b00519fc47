// The figures of a chart as rows: what is read instead of it and what is saved of it are the same.
import { BOM, csvLine } from '#domain/csv.ts';
import type { Format } from '../format.ts';

/** `percent`, `points` (a change, in percentage points) and `count` are numbers; anything else is text. */
export interface ChartColumn {
  title: string;
  as?: 'percent' | 'points' | 'count';
}
/** A figure; a text stands where one is withheld or has words; null is nothing. */
export type ChartCell = string | number | null;

export interface ChartTable {
  /** The first one names the row. */
  columns: readonly ChartColumn[];
  rows: readonly (readonly ChartCell[])[];
  /** Where the name of each row leads; one for each row, null for none. */
  links?: readonly (string | null)[];
}

/** What a reader sees in a cell. */
export function cellText(cell: ChartCell, { as }: ChartColumn, format: Format): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  if (as === 'percent') return format.percent(cell);
  return as === 'points' ? format.change(cell) : format.count(cell);
}

/** The rows with figures as a spreadsheet of the reader's language reads them: `83,94`, without a unit. */
export function tableCsv({ columns, rows }: ChartTable, format: Format): string {
  const lines = rows.map((row) =>
    csvLine(
      row.map((cell, at) =>
        typeof cell === 'number' && columns[at]?.as !== 'count' ? format.decimal(cell) : cell,
      ),
    ),
  );
  return BOM + csvLine(columns.map(({ title }) => title)) + lines.join('');
}
