// A report as PDF, with the same words and figures as the DOCX: laid out by hand, read aloud in order, ready to print.
import PDFDocument from 'pdfkit';
import type { Block, Report, Section } from '#domain/report.ts';
import { type ReportFigures, reportFigures } from '#domain/report-figures.ts';
import { FONT_FILES, type Font, printable } from '../printing/fonts.ts';
import { mm } from '../printing/sheet.ts';
import { type Drawing, drawChart } from './chart.ts';
import { asDecoration, ensureRoom, innerWidth, MARGINS, type Pdf } from './pdf-page.ts';
import { drawTable } from './pdf-tables.ts';
import { sayIn } from './words.ts';

const BODY = 11.5;
const LINE_GAP = 2.5;

export async function writePdf(report: Report): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: MARGINS,
    bufferPages: true,
    lang: report.language,
    displayTitle: true,
    tagged: true,
    pdfVersion: '1.7',
    info: { Title: report.subject.join(' '), Creator: 'Lắng Nghe', Producer: 'Lắng Nghe' },
  });
  for (const [name, file] of Object.entries(FONT_FILES)) pdf.registerFont(name, file);
  const pieces: Buffer[] = [];
  pdf.on('data', (piece: Buffer) => pieces.push(piece));
  const ended = new Promise((resolve) => pdf.once('end', resolve));
  const figures = reportFigures(report.language);
  drawLetterhead(pdf, report);
  for (const section of report.sections) drawSection(pdf, section, figures);
  drawEnding(pdf, report);
  for (const annex of report.annexes) {
    pdf.addPage({ size: 'A4', layout: 'landscape', margins: MARGINS });
    drawSection(pdf, annex, figures);
  }
  numberPages(pdf);
  pdf.end();
  await ended;
  return Buffer.concat(pieces);
}

interface Style {
  font?: Font;
  size?: number;
  align?: 'left' | 'center' | 'right' | 'justify';
  tag?: 'P' | 'H1' | 'H2' | 'Caption';
  indent?: number;
  color?: string;
}

function write(pdf: Pdf, words: string, style: Style = {}): void {
  const { font = 'regular', size = BODY, align = 'left', tag = 'P', indent = 0, color = 'black' } = style;
  const draw = () => {
    pdf.font(font).fontSize(size).fillColor(color);
    pdf.text(printable(words), MARGINS.left, pdf.y, {
      width: innerWidth(pdf),
      align,
      indent,
      lineGap: LINE_GAP,
    });
  };
  const piece = pdf.struct(tag, {}, [draw]);
  pdf.addStructure(piece);
  piece.end();
}

function drawLetterhead(pdf: Pdf, { letterhead, title, subject }: Report): void {
  const { superior, issuer, nation, motto, number, placeAndDate, warning } = letterhead;
  if (warning) write(pdf, warning, { font: 'bold', align: 'center', color: '#b3261e' });
  const top = pdf.y + 4;
  const left = { x: MARGINS.left, width: innerWidth(pdf) * 0.4 };
  const right = { x: MARGINS.left + left.width, width: innerWidth(pdf) * 0.6 };
  const leftEnd = column(pdf, left, top, [
    ...superior.map((words): Line => ({ words, size: 9.5 })),
    ...issuer.map(
      (words, index): Line => ({
        words,
        size: 9.5,
        font: 'bold',
        ruled: index === issuer.length - 1 ? 0.4 : 0,
      }),
    ),
    { words: number, size: 10.5 },
  ]);
  const rightEnd = column(pdf, right, top, [
    { words: nation, size: 9.5, font: 'bold' },
    { words: motto, size: 10.5, font: 'bold', ruled: 1 },
    { words: placeAndDate, size: 10.5 },
  ]);
  pdf.y = Math.max(leftEnd, rightEnd) + 16;
  write(pdf, title, { font: 'bold', size: 14, align: 'center', tag: 'H1' });
  for (const line of subject) write(pdf, line, { font: 'bold', size: 12, align: 'center' });
  pdf.moveDown(0.5);
}

interface Line {
  words: string;
  size: number;
  font?: Font;
  /** Share of the words' length that the rule beneath has; 0 or absent: none. */
  ruled?: number;
}

/** Centred lines, one beneath the other. @returns where they end */
function column(pdf: Pdf, { x, width }: { x: number; width: number }, top: number, lines: Line[]): number {
  pdf.y = top;
  for (const { words, size, font = 'regular', ruled = 0 } of lines) {
    const known = printable(words);
    const piece = pdf.struct('P', {}, [
      () => {
        pdf.font(font).fontSize(size).fillColor('black');
        pdf.text(known, x, pdf.y, { width, align: 'center' });
      },
    ]);
    pdf.addStructure(piece);
    piece.end();
    if (ruled) {
      const length = Math.min(width, pdf.widthOfString(known) * ruled);
      const start = x + (width - length) / 2;
      asDecoration(pdf, () =>
        pdf
          .lineWidth(0.8)
          .moveTo(start, pdf.y + 2)
          .lineTo(start + length, pdf.y + 2)
          .stroke('black'),
      );
      pdf.y += 8;
    }
  }
  return pdf.y;
}

function drawSection(pdf: Pdf, { heading, blocks }: Section, figures: ReportFigures): void {
  ensureRoom(pdf, 80);
  pdf.moveDown(0.4);
  write(pdf, heading, { font: 'bold', size: 12, tag: 'H1' });
  for (const block of blocks) drawBlock(pdf, block, figures);
}

function drawBlock(pdf: Pdf, block: Block, figures: ReportFigures): void {
  if (block.kind === 'table') {
    ensureRoom(pdf, 90);
    write(pdf, block.table.caption, { font: 'bold', size: 10.5, align: 'center', tag: 'Caption' });
    drawTable(pdf, block.table, figures, MARGINS.left);
    pdf.moveDown(0.5);
  } else if (block.kind === 'chart') {
    const drawing = drawChart(block.chart, figures, innerWidth(pdf));
    ensureRoom(pdf, drawing.height + 30);
    write(pdf, block.chart.caption, { font: 'bold', size: 10.5, align: 'center', tag: 'Caption' });
    const top = pdf.y;
    const piece = pdf.struct('Figure', { alt: `${block.chart.caption}. ${block.chart.alt}` }, [
      () => drawShapes(pdf, drawing, top + 4),
    ]);
    pdf.addStructure(piece);
    piece.end();
    pdf.y = top + drawing.height + 10;
  } else if (block.kind === 'heading') {
    ensureRoom(pdf, 60);
    pdf.moveDown(0.3);
    write(pdf, block.text.charAt(0).toLocaleUpperCase('vi') + block.text.slice(1), {
      font: 'bold',
      tag: 'H2',
    });
  } else {
    write(pdf, block.text, { align: 'justify', indent: mm(10) });
    pdf.moveDown(0.3);
  }
}

function drawShapes(pdf: Pdf, { shapes }: Drawing, top: number): void {
  pdf.save().translate(MARGINS.left, top);
  for (const shape of shapes) {
    if (shape.kind === 'rectangle') pdf.rect(shape.x, shape.y, shape.width, shape.height).fill(shape.fill);
    else if (shape.kind === 'line')
      pdf.lineWidth(shape.width).moveTo(shape.x1, shape.y1).lineTo(shape.x2, shape.y2).stroke(shape.color);
    else {
      const known = printable(shape.text);
      pdf.font('regular').fontSize(shape.size).fillColor('black');
      const width = pdf.widthOfString(known);
      const x = shape.x - { left: 0, center: width / 2, right: width }[shape.align];
      pdf.text(known, x, shape.y, { lineBreak: false, baseline: 'alphabetic' });
    }
  }
  pdf.restore();
}

function drawEnding(pdf: Pdf, { letterhead, language }: Report): void {
  ensureRoom(pdf, 130);
  pdf.moveDown(1);
  const top = pdf.y;
  const half = innerWidth(pdf) / 2;
  const recipients = [sayIn(language)('recipients'), ...letterhead.recipients];
  for (const [index, line] of recipients.entries()) {
    pdf
      .font(index === 0 ? 'bold' : 'regular')
      .fontSize(index === 0 ? 10 : 9)
      .fillColor('black');
    const piece = pdf.struct('P', {}, [
      () => pdf.text(printable(line), MARGINS.left, pdf.y, { width: half }),
    ]);
    pdf.addStructure(piece);
    piece.end();
  }
  const below = pdf.y;
  const lines = letterhead.signature.map((words): Line => ({ words, size: BODY, font: 'bold' }));
  const end = column(pdf, { x: MARGINS.left + half, width: half }, top, lines);
  pdf.y = Math.max(below, end + 70);
}

/** In the middle of the upper margin, from the second page on. */
function numberPages(pdf: Pdf): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let index = start + 1; index < start + count; index++) {
    pdf.switchToPage(index);
    asDecoration(pdf, () => {
      const number = String(index + 1);
      pdf.font('regular').fontSize(11).fillColor('black');
      const { width } = pdf.page;
      pdf.text(number, (width - pdf.widthOfString(number)) / 2, mm(10), { lineBreak: false });
    });
  }
}
