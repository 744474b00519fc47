// A sheet of eight stickers, two by four, with marks in the margin to cut along.
import { STICKERS_PER_SHEET } from '#domain/printing.ts';
import { demoStrip, en, howTo, qrCode, vi } from './parts.ts';
import { A4, box, type Item, type Mark, mm, type Placard, type Sheet, text } from './sheet.ts';

const COLUMNS = 2;
const ROWS = STICKERS_PER_SHEET / COLUMNS;
const MARGIN = mm(10);
const WIDTH = (A4.width - 2 * MARGIN) / COLUMNS;
const HEIGHT = (A4.height - 2 * MARGIN) / ROWS;

/** @param placards one for each sticker, eight at most */
export function stickers(placards: readonly Placard[]): Sheet {
  // All eight are often the same.
  const drawn = new Map([...new Set(placards)].map((placard) => [placard, items(placard)]));
  return {
    faces: placards.map((placard, index) => ({
      x: MARGIN + (index % COLUMNS) * WIDTH,
      y: MARGIN + Math.floor(index / COLUMNS) * HEIGHT,
      width: WIDTH,
      height: HEIGHT,
      turned: false,
      items: drawn.get(placard) ?? [],
    })),
    marks: MARKS,
  };
}

const MARKS = cutMarks();

/** Short lines outside of the stickers, and a small cross where four meet. */
function cutMarks(): Mark[] {
  const [near, far] = [mm(4), mm(8.5)];
  const xs = Array.from({ length: COLUMNS + 1 }, (_, index) => MARGIN + index * WIDTH);
  const ys = Array.from({ length: ROWS + 1 }, (_, index) => MARGIN + index * HEIGHT);
  const mark = (x1: number, y1: number, x2: number, y2: number): Mark => ({
    from: [x1, y1],
    to: [x2, y2],
    dashed: false,
  });
  const arm = mm(1);
  return [
    ...xs.flatMap((x) => [mark(x, near, x, far), mark(x, A4.height - far, x, A4.height - near)]),
    ...ys.flatMap((y) => [mark(near, y, far, y), mark(A4.width - far, y, A4.width - near, y)]),
    ...xs
      .slice(1, -1)
      .flatMap((x) =>
        ys.slice(1, -1).flatMap((y) => [mark(x - arm, y, x + arm, y), mark(x, y - arm, x, y + arm)]),
      ),
  ];
}

function items(placard: Placard): Item[] {
  const { agency, name, typed, languages } = placard;
  return [
    ...demoStrip(placard, box(4, 2, 87, 3.2), 6),
    text(agency, box(4, 5.4, 87, 7.6), { size: 14, font: 'bold', heading: true }),
    qrCode(placard, box(3, 13, 42, 42)),
    text(vi.invitation, box(46, 13.5, 45, 9.4), { size: 10, font: 'bold' }),
    text(en.invitation, box(46, 22.9, 45, 3.2), { size: 6.5, language: 'en' }),
    ...(name ? [text(name, box(46, 26.4, 45, 8), { size: 8.5 })] : []),
    ...howTo(box(46, 35, 45, 20), { picture: mm(12), vi: 8, en: 6 }, 'Short'),
    text(typed, box(4, 55.4, 87, 5), { size: 11, font: 'bold' }),
    text(vi.anonymous, box(4, 61.2, 56, 3), { size: 6.5, font: 'bold', align: 'left' }),
    text(en.anonymous, box(4, 64.2, 56, 2.6), { size: 5.5, align: 'left', language: 'en' }),
    text(languages.join(' · '), box(61, 61.2, 30, 3), { size: 6.5, align: 'right' }),
  ];
}
