// A table tent: A4 folded in the middle, with the same A5 face to either side of the counter.
import { demoStrip, en, howTo, qrCode, vi } from './parts.ts';
import { A4, box, type Item, mm, type Placard, type Sheet, text } from './sheet.ts';

const FOLD = A4.height / 2;

export function tent(placard: Placard): Sheet {
  const face = { x: 0, width: A4.width, height: FOLD, items: items(placard) };
  return {
    faces: [
      { ...face, y: 0, turned: true },
      { ...face, y: FOLD, turned: false },
    ],
    marks: [{ from: [0, FOLD], to: [A4.width, FOLD], dashed: true }],
  };
}

function items(placard: Placard): Item[] {
  const { agency, name, typed, languages } = placard;
  return [
    ...demoStrip(placard, box(12, 5, 186, 5.5), 8),
    text(agency, box(12, 12, 186, 14), { size: 26, font: 'bold', heading: true }),
    { kind: 'rule', box: box(12, 27.5, 186, 0.7) },
    qrCode(placard, box(12, 31, 78, 78)),
    text(vi.invitation, box(94, 31, 104, 17), { size: 20, font: 'bold' }),
    text(en.invitation, box(94, 48, 104, 6), { size: 11, language: 'en' }),
    ...(name ? [text(name, box(94, 55.5, 104, 13), { size: 15 })] : []),
    ...howTo(box(92, 70, 108, 39), { picture: mm(20), vi: 10.5, en: 8.5 }),
    text(`${vi.orOpen} · ${en.orOpen}`, box(12, 111, 186, 4.5), { size: 9.5 }),
    text(typed, box(12, 115.5, 186, 9), { size: 21, font: 'bold' }),
    { kind: 'rule', box: box(12, 126, 186, 0.7) },
    text(vi.anonymous, box(12, 128, 186, 5.5), { size: 12, font: 'bold' }),
    text(en.anonymous, box(12, 133.5, 186, 4.2), { size: 9, language: 'en' }),
    text(languages.join('  ·  '), box(12, 138, 186, 4.5), { size: 9 }),
  ];
}
