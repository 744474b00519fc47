// A report as a spreadsheet: numbers are numbers with a format, and no text is ever a formula.
import writeExcelFile, { type CellObject } from 'write-excel-file/node';
import type { Cell, Figure, Report, Row } from '#domain/report.ts';

const FORMATS: Record<Figure['as'], string> = {
  count: '#,##0',
  percent: '0.00%',
  points: '+0.00;-0.00;0.00',
};
const WIDEST = 80;

export async function writeXlsx({ sheets }: Report): Promise<Buffer> {
  const written = sheets.map((table) => ({
    sheet: table.caption,
    data: [table.columns.map(({ title }) => heading(title)), ...table.rows.map(line)],
    columns: table.columns.map(({ width }) => ({ width: Math.min(WIDEST, Math.max(10, width)) })),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  }));
  return await writeExcelFile(written, { fontFamily: 'Times New Roman', fontSize: 12 }).toBuffer();
}

function heading(title: string): CellObject {
  return {
    value: title,
    type: String,
    fontWeight: 'bold',
    wrap: true,
    align: 'center',
    alignVertical: 'center',
    backgroundColor: '#E3EBEF',
  };
}

const line = ({ cells, strong = false }: Row) => cells.map((cell) => toCell(cell, strong));

function toCell(cell: Cell, strong: boolean): CellObject {
  const weight = strong ? { fontWeight: 'bold' as const } : {};
  // As text, whatever it looks like: a name that begins with "=" stays a name.
  if (typeof cell === 'string')
    return { value: cell, type: String, format: '@', wrap: true, alignVertical: 'top', ...weight };
  // A percentage is a part of one, to a spreadsheet.
  const value = cell.as === 'percent' ? cell.value / 100 : cell.value;
  return { value, type: Number, format: FORMATS[cell.as], alignVertical: 'top', ...weight };
}
