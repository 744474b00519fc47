import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { LAYOUTS, type Layout } from '#domain/printing.ts';
import en from '../../server/locales/en/printing.json' with { type: 'json' };
import vi from '../../server/locales/vi/printing.json' with { type: 'json' };
import { canWrite, LEADING, printable, widthOf } from '../../server/printing/fonts.ts';
import { layOut } from '../../server/printing/layouts.ts';
import { darkRuns } from '../../server/printing/pdf.ts';
import { A4, type Box, type Face, type Placard, type Sheet } from '../../server/printing/sheet.ts';

const AGENCIES = readFileSync('server/agencies/administrative-units.csv', 'utf8');
const PLACARD: Placard = {
  agency: 'UBND phường Cái Răng',
  agencyEn: 'Cai Rang Ward',
  name: 'Quầy số 3 – Tư pháp, hộ tịch',
  address: 'https://lang.example/s/7KQMP3XR',
  typed: 'lang.example/s/7KQM-P3XR',
  languages: ['Tiếng Việt', 'English'],
  demo: true,
};

/** Rounding in sums of many widths. */
const HAIR = 0.01;

describe('the type', () => {
  const vowels = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];
  const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];

  it('has a letter for every vowel with every tone, and đ, in both cases', () => {
    const small = vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC'))).concat('đ');
    expect(small.every((letter) => letter.length === 1)).toBe(true);
    for (const letter of [...small, ...small.map((each) => each.toUpperCase())])
      expect(canWrite(letter), letter).toBe(true);
  });

  it('has a letter for everything in the names of all agencies and in the texts', () => {
    const letters = new Set(printlessLines([AGENCIES, ...Object.values(vi), ...Object.values(en)]));
    expect([...letters].filter((letter) => !canWrite(letter))).toEqual([]);
  });

  it('sets letters that come with their marks apart as one, and leaves out what it has no letter for', () => {
    expect(printable('UBND phường\u0000  Cái Răng 🎉 村'.normalize('NFD'))).toBe('UBND phường Cái Răng');
  });
});

const printlessLines = (texts: string[]) => texts.join('').replace(/[\r\n]/g, '');

describe.each(LAYOUTS)('a %s', (layout) => {
  it('keeps every text in its box and all boxes apart, whatever the names', { timeout: 60_000 }, () => {
    const words = fc
      .array(fc.constantFrom('Phường', 'Nghiêng', 'Ử', 'Quốc', '–', 'W'.repeat(30), 'hành', 'chính'), {
        minLength: 1,
        maxLength: 40,
      })
      .map((list) => list.join(' ').slice(0, 200).trim());
    const placard = fc.record({
      agency: words,
      agencyEn: fc.option(words),
      name: fc.option(words),
      typed: fc.stringMatching(/^[a-z.]{4,120}$/),
      demo: fc.boolean(),
    });
    fc.assert(
      fc.property(placard, (names) => expectTidy(layout, { ...PLACARD, ...names })),
      { numRuns: 40 },
    );
  });

  it('stays tidy for every agency of the country', { timeout: 60_000 }, () => {
    const names = AGENCIES.split('\n').flatMap((line) => line.split(',')[3] ?? []);
    expect(names.length).toBeGreaterThan(3000);
    for (let at = 0; at < names.length; at += 25)
      expectTidy(layout, { ...PLACARD, agency: `Ủy ban nhân dân ${names[at]}`, agencyEn: null });
  });

  it('gives usual names type that can be read from where it hangs', () => {
    const least = { poster: 20, tent: 14, stickers: 6.5 }[layout];
    for (const { items } of sheetOf(layout, { ...PLACARD, demo: false }).faces)
      for (const item of items) {
        if (item.kind !== 'text' || item.language !== 'vi') continue;
        if (item.heading) expect(item.size).toBeGreaterThanOrEqual(least);
        expect(item.size).toBeGreaterThanOrEqual(6);
      }
  });

  it('draws codes large enough for any camera', () => {
    for (const { items } of sheetOf(layout, PLACARD).faces) {
      const [code] = items.filter(({ kind }) => kind === 'qr');
      const modules = encode(PLACARD.address, { ecc: 'Q', border: 4 }).size;
      const millimetres = ((code?.box.width ?? 0) / modules) * (25.4 / 72);
      expect(millimetres).toBeGreaterThan(0.9);
    }
  });
});

it('dark squares side by side are drawn as one', () => {
  expect(darkRuns([true, true, false, true, false, false, true, true, true])).toEqual([
    { start: 0, length: 2 },
    { start: 3, length: 1 },
    { start: 6, length: 3 },
  ]);
  expect(darkRuns([false, false])).toEqual([]);
});

it('the two sides of a tent are read from either side of the fold', () => {
  const { faces, marks } = sheetOf('tent', PLACARD);
  expect(faces.map(({ turned }) => turned)).toEqual([true, false]);
  expect(faces[0]?.items).toEqual(faces[1]?.items);
  expect(marks).toEqual([{ from: [0, A4.height / 2], to: [A4.width, A4.height / 2], dashed: true }]);
});

it('a sheet holds eight stickers that do not touch the cut marks in the margin', () => {
  const { faces, marks } = sheetOf('stickers', PLACARD);
  expect(faces).toHaveLength(8);
  const outside = marks.filter(
    ({ from: [x, y] }) => !faces.some((face) => within({ x, y, width: 0, height: 0 }, face)),
  );
  expect(outside).toHaveLength(16);
});

function sheetOf(layout: Layout, placard: Placard): Sheet {
  const [sheet, ...more] = layOut(layout, 'sheet', [placard]);
  if (!sheet || more.length > 0) throw new Error('one sheet was expected');
  return sheet;
}

function expectTidy(layout: Layout, placard: Placard): void {
  const { faces } = sheetOf(layout, placard);
  for (const [index, face] of faces.entries()) {
    expect(within(face, { x: 0, y: 0, ...A4 })).toBe(true);
    for (const other of faces.slice(index + 1)) expect(overlap(face, other)).toBe(false);
  }
  // All faces of a sheet are alike.
  if (faces[0]) expectTidyFace(faces[0], placard);
}

function expectTidyFace({ items, width, height }: Face, { agency, typed }: Placard): void {
  const printed = items.filter(({ kind }) => kind !== 'frame');
  for (const [index, item] of printed.entries()) {
    expect(within(item.box, { x: 0, y: 0, width, height })).toBe(true);
    for (const other of printed.slice(index + 1)) expect(overlap(item.box, other.box)).toBe(false);
    if (item.kind !== 'text') continue;
    const { box, lines, size, font } = item;
    for (const line of lines) expect(widthOf(font, line) * size).toBeLessThanOrEqual(box.width + HAIR);
    expect(lines.length * size * LEADING).toBeLessThanOrEqual(box.height + HAIR);
  }
  const texts = items.flatMap((item) =>
    item.kind === 'text' ? [item.lines.join('').replaceAll(' ', '')] : [],
  );
  for (const whole of [agency, typed]) expect(texts).toContain(whole.replaceAll(' ', ''));
}

function within(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x - HAIR &&
    inner.y >= outer.y - HAIR &&
    inner.x + inner.width <= outer.x + outer.width + HAIR &&
    inner.y + inner.height <= outer.y + outer.height + HAIR
  );
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x + one.width > other.x + HAIR &&
    other.x + other.width > one.x + HAIR &&
    one.y + one.height > other.y + HAIR &&
    other.y + other.height > one.y + HAIR
  );
}
