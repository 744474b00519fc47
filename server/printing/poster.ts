// An A4 poster for a wall: read from two metres, scanned from one.
import { demoStrip, en, howTo, qrCode, vi } from './parts.ts';
import { A4, box, type Item, mm, type Placard, type Sheet, text } from './sheet.ts';

export function poster(placard: Placard): Sheet {
  return { faces: [{ x: 0, y: 0, ...A4, turned: false, items: items(placard) }], marks: [] };
}

function items(placard: Placard): Item[] {
  const { agency, agencyEn, name, typed, languages } = placard;
  return [
    ...demoStrip(placard, box(15, 7, 180, 7), 10),
    text(agency, box(15, 16, 180, agencyEn ? 21 : 27), { size: 34, font: 'bold', heading: true }),
    ...(agencyEn ? [text(agencyEn, box(15, 38, 180, 6), { size: 12, language: 'en' })] : []),
    { kind: 'rule', box: box(15, 46, 180, 0.8) },
    text(vi.invitation, box(15, 50, 180, 13), { size: 30, font: 'bold' }),
    text(en.invitation, box(15, 63, 180, 7), { size: 15, language: 'en' }),
    ...(name ? [text(name, box(15, 73, 180, 15), { size: 22 })] : []),
    qrCode(placard, name ? box(54, 89, 102, 102) : box(50, 76, 110, 110)),
    text(`${vi.orOpen} · ${en.orOpen}`, box(15, 192, 180, 6), { size: 13 }),
    text(typed, box(15, 198, 180, 12), { size: 27, font: 'bold' }),
    ...howTo(box(15, 215, 180, 49), { picture: mm(27), vi: 14, en: 11 }),
    { kind: 'rule', box: box(15, 267, 180, 0.8) },
    text(vi.anonymous, box(15, 270, 180, 7), { size: 15, font: 'bold' }),
    text(en.anonymous, box(15, 277, 180, 5), { size: 11, language: 'en' }),
    text(languages.join('  ·  '), box(15, 282.5, 180, 6), { size: 11 }),
  ];
}
