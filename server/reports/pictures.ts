// A chart as SVG, and as PNG for word processors that do not draw SVG.
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { FONT_FILES } from '../printing/fonts.ts';
import type { Drawing, Shape } from './chart.ts';

const FAMILY = 'Be Vietnam Pro';
const INK = '#1c2b33';

export function toSvg({ width, height, shapes }: Drawing): string {
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="Arial, sans-serif" fill="${INK}">${shapes
    .map(svgShape)
    .join('')}</svg>`;
}

const ANCHORS = { left: 'start', center: 'middle', right: 'end' };

function svgShape(shape: Shape): string {
  if (shape.kind === 'rectangle') {
    const { x, y, width, height, fill } = shape;
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;
  }
  if (shape.kind === 'line') {
    const { x1, y1, x2, y2, color, width } = shape;
    return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${color}" stroke-width="${width}"/>`;
  }
  const { x, y, size, align, text } = shape;
  return `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${ANCHORS[align]}">${escaped(text)}</text>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);

/** Pixels per point: sharp in print. */
const SHARPNESS = 3;

export function toPng({ width, height, shapes }: Drawing): Buffer {
  if (!GlobalFonts.has(FAMILY)) GlobalFonts.registerFromPath(FONT_FILES.regular, FAMILY);
  const canvas = createCanvas(Math.ceil(width * SHARPNESS), Math.ceil(height * SHARPNESS));
  const pen = canvas.getContext('2d');
  pen.scale(SHARPNESS, SHARPNESS);
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, width, height);
  for (const shape of shapes) {
    if (shape.kind === 'rectangle') {
      pen.fillStyle = shape.fill;
      pen.fillRect(shape.x, shape.y, shape.width, shape.height);
    } else if (shape.kind === 'line') {
      pen.strokeStyle = shape.color;
      pen.lineWidth = shape.width;
      pen.beginPath();
      pen.moveTo(shape.x1, shape.y1);
      pen.lineTo(shape.x2, shape.y2);
      pen.stroke();
    } else {
      pen.fillStyle = INK;
      pen.font = `${shape.size}px "${FAMILY}"`;
      pen.textAlign = shape.align;
      pen.fillText(shape.text, shape.x, shape.y);
    }
  }
  return canvas.toBuffer('image/png');
}
