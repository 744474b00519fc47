// A report as DOCX in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I; meant to be edited, so nothing but plain Word.
import {
  AlignmentType,
  Document,
  Header,
  ImageRun,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  type Table,
  TextRun,
} from 'docx';
import type { Block, Chart, Report, Section } from '#domain/report.ts';
import { type ReportFigures, reportFigures } from '#domain/report-figures.ts';
import { drawChart } from './chart.ts';
import { ending, opening } from './docx-letterhead.ts';
import { dataTable } from './docx-tables.ts';
import { toPng, toSvg } from './pictures.ts';

const FONT = 'Times New Roman';
/** Half-points, as Word counts. */
const BODY = 28;
const SMALL = 24;
const PAGE_NUMBER = 26;

/** Millimetres; the decree allows 20–25 above and below, 30–35 left, 15–20 right. */
const MARGINS = { top: 20, bottom: 20, left: 30, right: 15 };
const A4 = { width: 210, height: 297 };
/** Twips, never less than asked for: a margin of 19,99 mm is none of the decree's. */
const mm = (millimetres: number) => Math.ceil((millimetres * 1440) / 25.4);
const TEXT_WIDTH = mm(A4.width - MARGINS.left - MARGINS.right);
const WIDE_WIDTH = mm(A4.height - MARGINS.left - MARGINS.right);
const POINTS_PER_TWIP = 1 / 20;
const PIXELS_PER_POINT = 96 / 72;

export async function writeDocx(report: Report): Promise<Buffer> {
  const { language, annexes, letterhead } = report;
  const figures = reportFigures(language);
  const body = [
    ...opening(report, TEXT_WIDTH),
    ...report.sections.flatMap((section) => sectionParts(section, figures, TEXT_WIDTH)),
    ...ending(letterhead, TEXT_WIDTH, language),
  ];
  const wide = annexes.flatMap((annex, index) => annexParts(annex, index, figures));
  const document = new Document({
    title: report.subject.join(' '),
    creator: 'Lắng Nghe',
    styles: {
      default: {
        document: {
          run: { font: FONT, size: BODY, language: { value: language === 'vi' ? 'vi-VN' : 'en-GB' } },
        },
        heading1: headingStyle(BODY),
        heading2: headingStyle(BODY),
      },
    },
    sections: [
      { ...page(PageOrientation.PORTRAIT), children: body },
      ...(wide.length > 0 ? [{ ...page(PageOrientation.LANDSCAPE), children: wide }] : []),
    ],
  });
  return await Packer.toBuffer(document);
}

const headingStyle = (size: number) => ({ run: { font: FONT, size, bold: true, color: '000000' } });

/** The number stands in the middle of the upper margin, and not on the first page. */
function page(orientation: 'portrait' | 'landscape') {
  const first = orientation === PageOrientation.PORTRAIT;
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: PAGE_NUMBER, font: FONT })],
  });
  const { top, bottom, left, right } = MARGINS;
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: first,
      page: {
        // Word turns the sheet itself.
        size: { width: mm(A4.width), height: mm(A4.height), orientation },
        margin: { top: mm(top), bottom: mm(bottom), left: mm(left), right: mm(right), header: mm(10) },
      },
    },
    headers: {
      default: new Header({ children: [number] }),
      ...(first && { first: new Header({ children: [new Paragraph({})] }) }),
    },
  };
}

type Part = Paragraph | Table;

function sectionParts({ heading, blocks }: Section, figures: ReportFigures, width: number): Part[] {
  const title = new Paragraph({
    heading: 'Heading1',
    keepNext: true,
    spacing: { before: 240, after: 80 },
    children: [new TextRun({ text: heading, bold: true })],
  });
  return [title, ...blocks.flatMap((block) => blockParts(block, figures, width))];
}

function annexParts({ heading, blocks }: Section, index: number, figures: ReportFigures): Part[] {
  const title = new Paragraph({
    heading: 'Heading1',
    alignment: AlignmentType.CENTER,
    pageBreakBefore: index > 0,
    keepNext: true,
    spacing: { after: 120 },
    children: [new TextRun({ text: heading, bold: true })],
  });
  return [title, ...blocks.flatMap((block) => blockParts(block, figures, WIDE_WIDTH))];
}

function blockParts(block: Block, figures: ReportFigures, width: number): Part[] {
  if (block.kind === 'table')
    return [caption(block.table.caption), dataTable(block.table, figures, width), new Paragraph({})];
  if (block.kind === 'chart') return chartParts(block.chart, figures, width);
  if (block.kind === 'heading')
    return [
      new Paragraph({
        heading: 'Heading2',
        keepNext: true,
        indent: { firstLine: mm(10) },
        spacing: { before: 120, after: 60 },
        children: [new TextRun({ text: capitalised(block.text), bold: true })],
      }),
    ];
  return [
    new Paragraph({
      alignment: AlignmentType.JUSTIFIED,
      indent: { firstLine: mm(10) },
      spacing: { before: 60, after: 60, line: 276 },
      children: [new TextRun({ text: block.text, italics: block.kind === 'note' })],
    }),
  ];
}

const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

function caption(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: 120, after: 60 },
    children: [new TextRun({ text: capitalised(text), bold: true, size: SMALL })],
  });
}

function chartParts(chart: Chart, figures: ReportFigures, width: number): Paragraph[] {
  const drawing = drawChart(chart, figures, width * POINTS_PER_TWIP);
  const transformation = {
    width: Math.round(drawing.width * PIXELS_PER_POINT),
    height: Math.round(drawing.height * PIXELS_PER_POINT),
  };
  const picture = new ImageRun({
    type: 'svg',
    data: Buffer.from(toSvg(drawing)),
    transformation,
    fallback: { type: 'png', data: toPng(drawing) },
    altText: { name: chart.caption, title: chart.caption, description: chart.alt },
  });
  return [caption(chart.caption), new Paragraph({ alignment: AlignmentType.CENTER, children: [picture] })];
}
