// Tables of figures in a DOCX: native, with a heading that comes again on every page.
import {
  AlignmentType,
  BorderStyle,
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
    style: { bold?: boolean; figure?: boolean; heading?: boolean; rows?: number; together?: boolean },
  ) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      verticalAlign: (style.rows ?? 1) > 1 ? VerticalAlign.TOP : VerticalAlign.CENTER,
      ...(style.rows && { rowSpan: style.rows }),
      ...(style.heading && { shading: { fill: HEADING } }),
      children: [
        new Paragraph({
          alignment: style.heading
            ? AlignmentType.CENTER
            : style.figure
              ? AlignmentType.RIGHT
              : AlignmentType.LEFT,
          spacing: { before: 20, after: 20 },
          keepNext: style.together ?? false,
          children: [new TextRun({ text, size, bold: style.bold ?? false })],
        }),
      ],
    });
  const line = ({ cells, strong = false, continues = false }: Row, index: number) => {
    const together = rows[index + 1]?.continues ?? false;
    return new TableRow({
      cantSplit: true,
      children: cells.flatMap((each, at) => {
        // The first cell of the rows above reaches down to here.
        if (at === 0 && continues) return [];
        const span = at === 0 && together ? { rows: rowsTogether(rows, index) } : {};
        const style = { bold: strong, figure: !columns[at]?.words, together, ...span };
        return [cell(cellText(each, figures), at, style)];
      }),
    });
  };
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
      ...rows.map(line),
    ],
  });
}
