// Tables of figures in a DOCX: native, with a heading that comes again on every page.
import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Table as Content, Row } from '#domain/report.ts';
import type { ReportFigures } from '#domain/report-figures.ts';
import { cellText, rowsTogether } from './cells.ts';

/** Half-points: more columns, smaller type. */
const sizeFor = (columns: number) => (columns <= 6 ? 24 : columns <= 9 ? 22 : 18);
const HEADING = 'E3EBEF';
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '7F8C93' };
const LINES = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
};

/** @param width of the table in twips */
export function dataTable({ columns, rows }: Content, figures: ReportFigures, width: number): Table {
  const all = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.floor((width * column.width) / all));
  const size = sizeFor(columns.length);
  const cell = (
    text: string,
    index: number,
    style: { bold?: boolean; figure?: boolean; heading?: boolean; top?: boolean },
  ) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      verticalAlign: style.top ? VerticalAlign.TOP : VerticalAlign.CENTER,
      ...(style.heading && { shading: { fill: HEADING } }),
      children: [
        new Paragraph({
          alignment: style.heading
            ? AlignmentType.CENTER
            : style.figure
              ? AlignmentType.RIGHT
              : AlignmentType.LEFT,
          spacing: { before: 20, after: 20 },
          children: [new TextRun({ text, size, bold: style.bold ?? false })],
        }),
      ],
    });
  const cellsOf = ({ cells, strong = false }: Row, top = false) =>
    cells.map((each, at) =>
      cell(cellText(each, figures), at, { bold: strong, figure: !columns[at]?.words, top }),
    );
  const line = (row: Row) => new TableRow({ cantSplit: true, children: cellsOf(row) });
  /** One row, which no program divides: the first cell beside a table of what goes on from it. */
  const group = (members: Row[]) => {
    const [first] = members.slice(0, 1).flatMap((row) => cellsOf(row, true));
    const within = members.map((row) => new TableRow({ cantSplit: true, children: cellsOf(row).slice(1) }));
    return new TableRow({
      cantSplit: true,
      children: [...(first ? [first] : []), nested(within, widths.slice(1))],
    });
  };
  const lines = rows.flatMap((row, index) => {
    if (row.continues) return [];
    const members = rowsTogether(rows, index);
    return [members > 1 ? group(rows.slice(index, index + members)) : line(row)];
  });
  return new Table({
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: LINES,
    margins: { left: 60, right: 60 },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ title }, index) => cell(title, index, { bold: true, heading: true })),
      }),
      ...lines,
    ],
  });
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** A cell over several columns that is filled by a table with their widths. */
function nested(rows: TableRow[], widths: number[]): TableCell {
  const width = { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA };
  const table = new Table({
    width,
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { ...LINES, top: NONE, bottom: NONE, left: NONE, right: NONE },
    margins: { left: 60, right: 60 },
    rows,
  });
  // A cell has to end with a paragraph; this one takes no room.
  const end = new Paragraph({ spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT } });
  return new TableCell({
    width,
    columnSpan: widths.length,
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    children: [table, end],
  });
}
