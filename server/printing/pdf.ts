// Draws sheets as PDF, page by page, so that five hundred of them take no more memory than one.
import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { FONT_FILES, LEADING } from './fonts.ts';
import { vi } from './parts.ts';
import { PICTURES } from './pictures.ts';
import { type Box, type Face, type Item, type Mark, mm, type Sheet } from './sheet.ts';

const PICTURE_SIZE = 48;

type Pdf = InstanceType<typeof PDFDocument>;

/** The file in pieces, as they are asked for. */
export async function* drawPdf(sheets: Iterable<Sheet>): AsyncGenerator<Buffer> {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    size: 'A4',
    margin: 0,
    lang: 'vi',
    displayTitle: true,
    tagged: true,
    pdfVersion: '1.7',
    info: { Title: vi.title, Creator: 'Lắng Nghe', Producer: 'Lắng Nghe' },
  });
  for (const [name, file] of Object.entries(FONT_FILES)) pdf.registerFont(name, file);
  for (const sheet of sheets) {
    drawSheet(pdf, sheet);
    yield* written(pdf);
    // Citizens' answers are not to wait until an office has its posters.
    await setImmediate();
  }
  pdf.end();
  yield* written(pdf);
}

function* written(pdf: Pdf): Generator<Buffer> {
  const piece = pdf.read() as Buffer | null;
  if (piece) yield piece;
}

function drawSheet(pdf: Pdf, { faces, marks }: Sheet): void {
  pdf.addPage();
  faces.forEach((face, index) => {
    // Who has the page read aloud is told once what is printed eight times.
    const repeated = faces.slice(0, index).some(({ items }) => items === face.items);
    pdf.save();
    if (face.turned) pdf.rotate(180, { origin: [face.x + face.width / 2, face.y + face.height / 2] });
    pdf.translate(face.x, face.y);
    if (repeated)
      asDecoration(pdf, () => {
        for (const item of face.items) drawItem(pdf, item);
      });
    else drawWithStructure(pdf, face);
    pdf.restore();
  });
  asDecoration(pdf, () => {
    for (const mark of marks) drawMark(pdf, mark);
  });
}

function drawWithStructure(pdf: Pdf, { items }: Face): void {
  const section = pdf.struct('Sect');
  pdf.addStructure(section);
  for (const item of items) {
    const draw = () => drawItem(pdf, item);
    if (item.kind === 'text')
      section.add(pdf.struct(item.heading ? 'H1' : 'P', { lang: item.language }, [draw]));
    else if (item.kind === 'qr') section.add(pdf.struct('Figure', { alt: item.alt }, [draw]));
    else asDecoration(pdf, draw);
  }
  section.end();
}

/** What says nothing to those who have the page read to them. */
function asDecoration(pdf: Pdf, draw: () => void): void {
  pdf.markContent('Artifact');
  draw();
  pdf.endMarkedContent();
}

function drawItem(pdf: Pdf, item: Item): void {
  const { x, y, width, height } = item.box;
  if (item.kind === 'text') drawText(pdf, item);
  else if (item.kind === 'qr') drawQr(pdf, item.modules, item.box);
  else if (item.kind === 'picture') drawPicture(pdf, item.picture, item.box);
  else if (item.kind === 'rule') pdf.rect(x, y, width, height).fill('black');
  else pdf.lineWidth(mm(0.3)).rect(x, y, width, height).stroke('black');
}

function drawText(pdf: Pdf, item: Extract<Item, { kind: 'text' }>): void {
  const { box, lines, size, font, align, hanging } = item;
  pdf.font(font).fontSize(size).fillColor('black');
  const spareHeight = box.height - lines.length * size * LEADING;
  const top = box.y + (hanging ? 0 : spareHeight / 2);
  lines.forEach((line, index) => {
    const spare = box.width - pdf.widthOfString(line);
    const left = { left: 0, center: spare / 2, right: spare }[align];
    pdf.text(line, box.x + left, top + index * size * LEADING, { lineBreak: false });
  });
}

/** Black squares on white, those side by side as one, all in one path. */
function drawQr(pdf: Pdf, modules: readonly boolean[][], { x, y, width, height }: Box): void {
  const rectangles = modules.flatMap((row, index) =>
    darkRuns(row).map(({ start, length }) => `${start} ${index} ${length} 1 re`),
  );
  pdf.rect(x, y, width, height).fill('white');
  pdf
    .save()
    .translate(x, y)
    .scale(width / modules.length);
  // In one piece: hundreds of small ones for each code are what a long file would spend its time and memory on.
  pdf.addContent(rectangles.join('\n')).fill('black').restore();
}

export function darkRuns(row: readonly boolean[]): { start: number; length: number }[] {
  const runs: { start: number; length: number }[] = [];
  row.forEach((dark, index) => {
    const last = runs.at(-1);
    if (dark && last && last.start + last.length === index) last.length++;
    else if (dark) runs.push({ start: index, length: 1 });
  });
  return runs;
}

function drawPicture(pdf: Pdf, picture: keyof typeof PICTURES, { x, y, width }: Box): void {
  pdf
    .save()
    .translate(x, y)
    .scale(width / PICTURE_SIZE)
    .lineJoin('round')
    .lineCap('round');
  for (const { path, fill, line, ink = 'black' } of PICTURES[picture]) {
    pdf.path(path);
    if (line) pdf.lineWidth(line);
    if (fill && line) pdf.fillAndStroke(fill, ink);
    else if (fill) pdf.fill(fill);
    else pdf.stroke(ink);
  }
  pdf.restore();
}

function drawMark(pdf: Pdf, { from, to, dashed }: Mark): void {
  pdf.save().lineWidth(mm(0.2));
  if (dashed) pdf.dash(mm(3), { space: mm(2) });
  pdf
    .moveTo(...from)
    .lineTo(...to)
    .stroke('black');
  pdf.restore();
}
