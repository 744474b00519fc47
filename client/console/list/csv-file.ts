// A list as a file that opens correctly and harmlessly in a spreadsheet.
import { BOM, csvLine } from '#domain/csv.ts';
import { type Column, textOf } from './selection.ts';

/** Every row in every column, with a line of titles. */
export function csvOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const lines = rows.map((row) =>
    csvLine(
      columns.map((column) => {
        const value = column.value(row);
        return column.text || value === null ? textOf(column, row) : value;
      }),
    ),
  );
  return BOM + csvLine(columns.map(({ title }) => title)) + lines.join('');
}

/** Hands a content to the browser as a file to keep. */
export function saveFile(name: string, content: string | Blob, type = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
