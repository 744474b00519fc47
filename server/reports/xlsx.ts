// A report as a spreadsheet: numbers are numbers with a format, and no text is ever a formula.
import writeExcelFile, { type CellObject } from 'write-excel-file/node';
import { sanitizeTextContent } from 'write-excel-file/utility';
import type { Cell, Column, Figure, Report, Row, Table } from '#domain/report.ts';

const FORMATS: Record<Figure['as'], string> = {
  count: '#,##0',
  percent: '0.00%',
  points: '+0.00;-0.00;0.00',
};
type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number];

/** Characters; of many columns none may be so wide that on paper all become too small to read. */
const widestOf = ({ length }: Column[]) => (length > 8 ? 34 : 80);
const NARROWEST = 11;
const LINE_HEIGHT = 17;

export async function writeXlsx({ sheets }: Report): Promise<Buffer> {
  const written = sheets.map((table) => {
    const widths = widthsOf(table);
    return {
      sheet: table.caption,
      data: [headings(table.columns, widths), ...table.rows.map((row) => line(row, table.columns, widths))],
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      orientation: 'landscape' as const,
    };
  });
  const look = { fontFamily: 'Times New Roman', fontSize: 12, features: [onPaper(sheets)] };
  return await writeExcelFile(written, look).toBuffer();
}

/** Printed, a sheet is as wide as the paper, and its headings come again on every page; the library knows of neither. */
function onPaper(sheets: Table[]): Feature {
  const titles = sheets.map(({ caption }, index) => {
    const name = sanitizeTextContent(caption.replaceAll("'", "''"));
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${name}'!$1:$1</definedName>`;
  });
  const names = `<definedNames>${titles.join('')}</definedNames>`;
  return {
    files: {
      transform: {
        'xl/workbook.xml': { transform: (xml) => xml.replace('<definedNames/>', () => names) },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) =>
            xml
              .replace(/<worksheet [^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" '),
        },
      },
    },
  };
}

/** As wide as what is in them, within reason; of a heading at least the longest word fits. */
function widthsOf({ columns, rows }: Table): number[] {
  return columns.map(({ title }, index) => {
    const texts = rows.map(({ cells }) => cells[index]).filter((cell) => typeof cell === 'string');
    const longest = Math.max(NARROWEST, ...[...title.split(' '), ...texts].map(({ length }) => length + 2));
    return Math.min(widestOf(columns), longest);
  });
}

/** Lines that a text needs in a column; programs do not all find that out by themselves. */
const linesOf = ({ length }: string, width: number) =>
  length < width ? 1 : Math.ceil((length * 1.1) / width);
const heightOf = (texts: string[], widths: number[]) =>
  LINE_HEIGHT * Math.max(1, ...texts.map((text, index) => linesOf(text, widths[index] ?? NARROWEST)));

function headings(columns: Column[], widths: number[]): CellObject[] {
  const height =
    heightOf(
      columns.map(({ title }) => title),
      widths,
    ) + LINE_HEIGHT;
  return columns.map(({ title }) => ({
    value: title,
    type: String,
    fontWeight: 'bold',
    wrap: true,
    align: 'center',
    alignVertical: 'center',
    backgroundColor: '#E3EBEF',
    height,
  }));
}

function line({ cells, strong = false }: Row, columns: Column[], widths: number[]): CellObject[] {
  const height = heightOf(
    cells.map((cell) => (typeof cell === 'string' ? cell : '')),
    widths,
  );
  return cells.map((cell, index) => ({
    ...toCell(cell),
    ...(strong && { fontWeight: 'bold' }),
    align: columns[index]?.words ? 'left' : 'right',
    height,
  }));
}

function toCell(cell: Cell): CellObject {
  // As text, whatever it looks like: a name that begins with "=" stays a name.
  if (typeof cell === 'string')
    return { value: cell, type: String, format: '@', wrap: true, alignVertical: 'top' };
  // A percentage is a part of one, to a spreadsheet.
  const value = cell.as === 'percent' ? cell.value / 100 : cell.value;
  return { value, type: Number, format: FORMATS[cell.as], alignVertical: 'top' };
}
