// The type that everything is printed in: whole fonts, since a Vietnamese word mixes letters that web fonts keep apart.
import { createRequire } from 'node:module';
import { type Font as FontFile, openSync } from 'fontkit';

export type Font = 'regular' | 'bold';

const require = createRequire(import.meta.url);
const FOLDER = '@expo-google-fonts/be-vietnam-pro';
export const FONT_FILES: Record<Font, string> = {
  regular: require.resolve(`${FOLDER}/400Regular/BeVietnamPro_400Regular.ttf`),
  bold: require.resolve(`${FOLDER}/700Bold/BeVietnamPro_700Bold.ttf`),
};

/** Height of a line as a multiple of the type's size; room for two marks above a capital and one below. */
export const LEADING = 1.265;

const opened: Partial<Record<Font, FontFile>> = {};

function open(font: Font): FontFile {
  // None of the files is a collection of several fonts.
  opened[font] ??= openSync(FONT_FILES[font]) as FontFile;
  return opened[font];
}

/** Setting type is slow, and the same words come again on every page and at every size tried. */
const widths = new Map<string, number>();
const MOST_WIDTHS = 20_000;

/** Width of a text in points at size 1. */
export function widthOf(font: Font, text: string): number {
  const key = `${font} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  const file = open(font);
  const width = file.layout(text).advanceWidth / file.unitsPerEm;
  if (widths.size >= MOST_WIDTHS) widths.clear();
  widths.set(key, width);
  return width;
}

/** Whether there is a letter for every character. */
export function canWrite(text: string): boolean {
  return [...text].every((character) => open('bold').hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
}

/** The text as it can be printed: letters and their marks as one, one space between words, nothing without a letter. */
export function printable(text: string): string {
  const known = [...text.normalize('NFC').replace(/\s+/g, ' ')].filter(canWrite).join('');
  return known.replace(/ +/g, ' ').trim();
}
