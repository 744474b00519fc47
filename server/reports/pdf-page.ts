// The page that a report's PDF is drawn on, upright or across.
import type PDFDocument from 'pdfkit';
import { mm } from '../printing/sheet.ts';

export type Pdf = InstanceType<typeof PDFDocument>;
/** As the DOCX has them. */
export const MARGINS = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15) };

export const innerWidth = (pdf: Pdf) => pdf.page.width - MARGINS.left - MARGINS.right;
const roomLeft = (pdf: Pdf) => pdf.page.height - MARGINS.bottom - pdf.y;

/** Begins a new page where less than so much room is left on this one. */
export function ensureRoom(pdf: Pdf, height: number): void {
  if (roomLeft(pdf) < height) pdf.addPage({ size: 'A4', layout: layoutOf(pdf), margins: MARGINS });
}

const layoutOf = (pdf: Pdf) => (pdf.page.width > pdf.page.height ? 'landscape' : 'portrait');

/** What says nothing to those who have the report read to them. */
export function asDecoration(pdf: Pdf, draw: () => void): void {
  pdf.markContent('Artifact');
  draw();
  pdf.endMarkedContent();
}
