// What stands above and below a report: body, nation, number, title; recipients and signature.
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
import type { Letterhead, Report } from '#domain/report.ts';
import { timesWidth } from './times.ts';
import { sayIn } from './words.ts';

/** Half-points. */
const SIZE = { superior: 24, issuer: 24, nation: 24, motto: 26, number: 26, place: 26, title: 28 };
const RECIPIENTS = { heading: 24, line: 22 };
const SIGNATURE = 28;
/** The rule under a name is a third to a half of it. */
const SHORT = 0.4;
const TWIPS = 20;

/** @param width of the text in twips */
export function opening(report: Report, width: number): (Paragraph | Table)[] {
  const { letterhead, title, subject } = report;
  const { superior, issuer, nation, motto, number, placeAndDate, warning } = letterhead;
  const [left, right] = halves(width, 0.4);
  const above = superior.map((line) => centred(line, SIZE.superior));
  const own = issuer.map((line) => centred(line, SIZE.issuer, { bold: true }));
  const head = frameless(
    [left, right],
    [
      [
        [...above, ...own, rule(issuer.at(-1) ?? '', SIZE.issuer, left, SHORT)],
        [
          centred(nation, SIZE.nation, { bold: true }),
          centred(motto, SIZE.motto, { bold: true }),
          rule(motto, SIZE.motto, right, 1),
        ],
      ],
      [[centred(number, SIZE.number)], [centred(placeAndDate, SIZE.place, { italics: true })]],
    ],
  );
  const [about = '', ...period] = subject;
  return [
    ...(warning ? [centred(warning, SIZE.motto, { bold: true, color: 'B3261E' })] : []),
    head,
    new Paragraph({}),
    centred(title, SIZE.title, { bold: true }),
    centred(about, SIZE.title, { bold: true }),
    ...period.map((line) => centred(line, SIZE.title, { bold: true })),
    rule(period.at(-1) ?? about, SIZE.title, width, SHORT),
  ];
}

/** Kept on one page, so that no signature stands alone. */
export function ending(
  { recipients, signature }: Letterhead,
  width: number,
  language: Report['language'],
): (Paragraph | Table)[] {
  const [left, right] = halves(width, 0.5);
  const heading = new Paragraph({
    keepNext: true,
    children: [
      new TextRun({
        text: sayIn(language)('recipients'),
        bold: true,
        italics: true,
        size: RECIPIENTS.heading,
      }),
    ],
  });
  const lines = recipients.map(
    (text) => new Paragraph({ keepNext: true, children: [new TextRun({ text, size: RECIPIENTS.line })] }),
  );
  const space = Array.from({ length: 4 }, () => new Paragraph({}));
  const signed = signature.map((line) => centred(line, SIGNATURE, { bold: true }));
  return [
    new Paragraph({}),
    frameless(
      [left, right],
      [
        [
          [heading, ...lines],
          [...signed, ...space],
        ],
      ],
    ),
  ];
}

function halves(width: number, share: number): [number, number] {
  const left = Math.round(width * share);
  return [left, width - left];
}

function centred(
  text: string,
  size: number,
  style: { bold?: boolean; italics?: boolean; color?: string } = {},
) {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text, size, ...style })],
  });
}

/** A line beneath words, in the middle. @param room in twips @param share of the words' own length */
function rule(words: string, size: number, room: number, share: number): Paragraph {
  const length = Math.min(room, timesWidth(words, size / 2) * TWIPS * share);
  const side = Math.max(0, Math.round((room - length) / 2));
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 60, after: 100, line: 40, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
    children: [],
  });
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const FRAMELESS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
};

function frameless(widths: number[], rows: Paragraph[][][]): Table {
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: FRAMELESS,
    margins: { left: 0, right: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({
                children,
                verticalAlign: VerticalAlign.TOP,
                width: { size: widths[index] ?? 0, type: WidthType.DXA },
              }),
          ),
        }),
    ),
  });
}
