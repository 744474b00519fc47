// Looks at a printed page as a camera does: drawn as grey dots, then searched for QR codes.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createCanvas } from '@napi-rs/canvas';

import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const reader = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(readFileSync(reader)).buffer } });

const DOTS_PER_INCH = 100;

export interface Dots {
  width: number;
  height: number;
  /** Red, green, blue, opacity of each. */
  data: Uint8ClampedArray;
}

export function openPdf(file: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
}

/** A page in grey, at 100 dots per inch. */
export async function pageAsDots(pdf: PDFDocumentProxy, number: number): Promise<Dots> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: DOTS_PER_INCH / 72 });
  const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
  const canvasContext = canvas.getContext('2d');
  // Nothing of a browser's canvas is used that this one lacks.
  const target = { canvas, canvasContext } as unknown as { canvas: HTMLCanvasElement };
  await page.render({ ...target, viewport }).promise;
  const { width, height } = canvas;
  return { width, height, data: grey(canvasContext.getImageData(0, 0, width, height).data) };
}

function grey(data: Uint8ClampedArray): Uint8ClampedArray {
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    data.fill(Math.round(0.299 * red + 0.587 * green + 0.114 * blue), at, at + 3);
  }
  return data;
}

export interface FoundCode {
  text: string;
  /** How much of the code may be lost. */
  level: string;
  /** Between dots. */
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Every QR code of a page, from the top left; those side by side count as one row. */
export async function findCodes(page: Dots): Promise<FoundCode[]> {
  const found = await readBarcodes({ ...page, colorSpace: 'srgb' } as ImageData, { formats: ['QRCode'] });
  const codes = found.map(({ text, ecLevel, position }) => {
    const corners = [position.topLeft, position.topRight, position.bottomLeft, position.bottomRight];
    const xs = corners.map(({ x }) => x);
    const ys = corners.map(({ y }) => y);
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    return { text, level: ecLevel, left, right, top: Math.min(...ys), bottom: Math.max(...ys) };
  });
  const row = ({ top }: FoundCode) => Math.round((top / page.height) * ROWS_TOLD_APART);
  return codes.sort((one, other) => row(one) - row(other) || one.left - other.left);
}

const ROWS_TOLD_APART = 40;

/** Whether nothing is printed within `margin` dots around a code. */
export function isFreeAround({ data, width }: Dots, code: FoundCode, margin: number): boolean {
  const edge = 2;
  for (let y = Math.ceil(code.top - margin); y < code.bottom + margin; y++)
    for (let x = Math.ceil(code.left - margin); x < code.right + margin; x++) {
      const outside =
        y < code.top - edge || y > code.bottom + edge || x < code.left - edge || x > code.right + edge;
      if (outside && (data[(y * width + x) * 4] ?? 0) < 255) return false;
    }
  return true;
}

/** Every text of a page, put together. */
export async function textOf(pdf: PDFDocumentProxy, number: number): Promise<string> {
  const { items } = await (await pdf.getPage(number)).getTextContent();
  return items.flatMap((item) => ('str' in item ? [item.str] : [])).join(' ');
}
