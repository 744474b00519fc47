// Tables of figures in a PDF: rows as high as their words, the heading again on every page.
import type { Column, Row, Table } from '#domain/report.ts';
import type { ReportFigures } from '#domain/report-figures.ts';
import { type Font, printable } from '../printing/fonts.ts';
import { cellText, rowsTogether } from './cells.ts';
import { asDecoration, ensureRoom, innerWidth, type Pdf } from './pdf-page.ts';

const PADDING = 3;
const HEADING = '#e3ebef';
const LINE = '#7f8c93';

interface Words {
  text: string;
  align: 'left' | 'center' | 'right';
}

/** @param left where the table begins, in points */
export function drawTable(pdf: Pdf, { columns, rows }: Table, figures: ReportFigures, left: number): void {
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => (innerWidth(pdf) * width) / all);
  const size = columns.length <= 9 ? 9 : 7.5;
  const heading = columns.map(({ title }): Words => ({ text: printable(title), align: 'center' }));
  const structure = pdf.struct('Table');
  pdf.addStructure(structure);
  const drawRow = (cells: Words[], font: Font, isHeading: boolean) => {
    const height = heightOf(pdf, cells, widths, font, size);
    const top = pdf.y;
    const row = pdf.struct('TR');
    structure.add(row);
    cells.forEach((cell, index) => {
      const x = left + widths.slice(0, index).reduce((sum, width) => sum + width, 0);
      const width = widths[index] ?? 0;
      asDecoration(pdf, () => {
        pdf.lineWidth(0.5).rect(x, top, width, height);
        if (isHeading) pdf.fillAndStroke(HEADING, LINE);
        else pdf.stroke(LINE);
      });
      row.add(
        pdf.struct(isHeading ? 'TH' : 'TD', {}, [
          () => {
            pdf.font(font).fontSize(size).fillColor('black');
            const options = { width: width - 2 * PADDING, align: cell.align };
            const spare = height - 2 * PADDING - pdf.heightOfString(cell.text, options);
            pdf.text(cell.text, x + PADDING, top + PADDING + Math.max(0, spare / 2), options);
          },
        ]),
      );
    });
    row.end();
    pdf.y = top + height;
  };
  drawRow(heading, 'bold', true);
  for (const [index, row] of rows.entries()) {
    const cells = wordsOf(row, columns, figures);
    const font: Font = row.strong ? 'bold' : 'regular';
    const page = pdf.page;
    const following = row.continues ? [] : rows.slice(index + 1, index + rowsTogether(rows, index));
    const together = [row, ...following].map((each) => wordsOf(each, columns, figures));
    const height = together.reduce((sum, each) => sum + heightOf(pdf, each, widths, font, size), 0);
    // What would not fit on a page of its own begins where it is.
    ensureRoom(pdf, height < pdf.page.height / 2 ? height : heightOf(pdf, cells, widths, font, size));
    if (pdf.page !== page) drawRow(heading, 'bold', true);
    drawRow(cells, font, false);
  }
  structure.end();
}

function wordsOf({ cells }: Row, columns: Column[], figures: ReportFigures): Words[] {
  return cells.map((cell, index) => ({
    text: printable(cellText(cell, figures)),
    align: columns[index]?.words ? 'left' : 'right',
  }));
}

function heightOf(pdf: Pdf, cells: Words[], widths: number[], font: Font, size: number): number {
  pdf.font(font).fontSize(size);
  const heights = cells.map(({ text, align }, index) =>
    pdf.heightOfString(text, { width: (widths[index] ?? 0) - 2 * PADDING, align }),
  );
  return Math.max(...heights) + 2 * PADDING;
}
