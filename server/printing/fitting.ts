// Lets a text fill its box: it wraps, and shrinks as far as it must, and never leaves the box.
import { type Font, LEADING, widthOf } from './fonts.ts';

export interface Fitted {
  lines: string[];
  /** Points. */
  size: number;
}

/** Each step is this much of the one before. */
const SHRINK = 0.96;
/** Below this share of the size wished for, a word that is too long for a line is cut in two instead. */
const SHRINK_FOR_A_WORD = 0.45;

/**
 * @param box in points
 * @param wished the size in points that a short text has
 */
export function fitText(
  text: string,
  font: Font,
  box: { width: number; height: number },
  wished: number,
): Fitted {
  for (let size = wished; ; size *= SHRINK) {
    const most = Math.floor(box.height / (size * LEADING));
    const width = box.width / size;
    const cuts = size < wished * SHRINK_FOR_A_WORD;
    const lines = most > 0 ? wrap(text, font, width, cuts) : null;
    if (lines && lines.length <= most) return { lines: balance(text, font, lines, width), size };
  }
}

/** Lines no wider than `width` (at size 1), broken at spaces; null when a word is wider and may not be cut. */
function wrap(text: string, font: Font, width: number, cuts: boolean): string[] | null {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => (cuts ? pieces(each, font, width) : [each]))) {
    if (widthOf(font, word) > width) return null;
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(font, longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function pieces(word: string, font: Font, width: number): string[] {
  const found: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && widthOf(font, piece + letter) > width) {
      found.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...found, piece];
}

/** As many lines as before, but of like length: no last line of one word. */
function balance(text: string, font: Font, lines: string[], width: number): string[] {
  let best = lines;
  for (let narrower = width * SHRINK; best.length > 1; narrower *= SHRINK) {
    const tried = wrap(text, font, narrower, false);
    if (!tried || tried.length > lines.length) break;
    best = tried;
  }
  return best;
}
