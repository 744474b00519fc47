// Parts that posters, tents and stickers have in common.
import { encode } from 'uqr';
import en from '../locales/en/printing.json' with { type: 'json' };
import vi from '../locales/vi/printing.json' with { type: 'json' };
import type { Picture } from './pictures.ts';
import { type Box, type Item, mm, type Placard, text } from './sheet.ts';

export { en, vi };

const HOW_TO: Picture[] = ['scan', 'tap', 'send'];

/** The three pictures side by side, each with its words beneath in both languages. */
export function howTo(
  where: Box,
  sizes: { picture: number; vi: number; en: number },
  words: '' | 'Short' = '',
): Item[] {
  const gap = mm(1);
  const width = where.width / HOW_TO.length;
  const below = where.height - sizes.picture - gap;
  const heights = { vi: below * 0.66, en: below * 0.34 };
  return HOW_TO.flatMap((picture, index): Item[] => {
    const x = where.x + index * width;
    const column = { x: x + gap, width: width - 2 * gap };
    const square = { width: sizes.picture, height: sizes.picture };
    const top = where.y + sizes.picture + gap;
    return [
      { kind: 'picture', picture, box: { x: x + (width - sizes.picture) / 2, y: where.y, ...square } },
      text(
        vi[`${picture}${words}`],
        { ...column, y: top, height: heights.vi },
        { size: sizes.vi, font: 'bold', hanging: true },
      ),
      text(
        en[`${picture}${words}`],
        { ...column, y: top + heights.vi, height: heights.en },
        { size: sizes.en, language: 'en', hanging: true },
      ),
    ];
  });
}

/** Says on a demonstration's prints what they are; nothing otherwise. */
export function demoStrip({ demo }: Placard, where: Box, size: number): Item[] {
  if (!demo) return [];
  const inside = { ...where, x: where.x + mm(2), width: where.width - mm(4) };
  return [{ kind: 'frame', box: where }, text(`${vi.demo} · ${en.demo}`, inside, { size, font: 'bold' })];
}

/** White around a QR code, in modules: what its standard asks for. */
const QUIET_ZONE = 4;

export function qrCode({ address, typed }: Placard, where: Box): Item {
  const { data } = encode(address, { ecc: 'Q', border: QUIET_ZONE });
  return { kind: 'qr', box: where, modules: data, alt: vi.qr.replace('{{address}}', typed) };
}
