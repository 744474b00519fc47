// How long a line is in Times New Roman, for the rules that the decree wants as long as their words.
import PDFDocument from 'pdfkit';

let measuring: InstanceType<typeof PDFDocument> | undefined;

/** Points. Marks take no width; the widths of Times are those of Times New Roman. */
export function timesWidth(text: string, size: number, bold = true): number {
  measuring ??= new PDFDocument();
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
  return measuring
    .font(bold ? 'Times-Bold' : 'Times-Roman')
    .fontSize(size)
    .widthOfString(plain);
}
