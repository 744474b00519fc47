// What a printed page consists of, before anything is drawn: faces with things in boxes, so that tests can look at it.
import { fitText } from './fitting.ts';
import type { Font } from './fonts.ts';
import type { Picture } from './pictures.ts';

const POINTS_PER_MM = 72 / 25.4;
export const mm = (millimetres: number): number => millimetres * POINTS_PER_MM;
export const A4 = { width: mm(210), height: mm(297) };

/** Points, from the upper left corner of the face. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Item = { box: Box } & (
  | {
      kind: 'text';
      lines: string[];
      size: number;
      font: Font;
      align: Align;
      language: Language;
      heading: boolean;
      /** Starts at the top of its box instead of standing in its middle. */
      hanging: boolean;
    }
  | { kind: 'qr'; modules: boolean[][]; alt: string }
  | { kind: 'picture'; picture: Picture }
  | { kind: 'rule' }
  | { kind: 'frame' }
);
export type Align = 'left' | 'center' | 'right';
type Language = 'vi' | 'en';

/** Something to be read by itself: a poster, one side of a tent, a sticker. */
export interface Face extends Box {
  /** Upside down, to be read from the other side of the fold. */
  turned: boolean;
  items: Item[];
}

/** A line for scissors or for folding, in points of the page. */
export interface Mark {
  from: [number, number];
  to: [number, number];
  dashed: boolean;
}

/** A page of A4. */
export interface Sheet {
  faces: Face[];
  marks: Mark[];
}

/** What is printed of a touchpoint. */
export interface Placard {
  agency: string;
  agencyEn: string | null;
  /** Null when it has the agency's own name. */
  name: string | null;
  /** What the QR code opens. */
  address: string;
  /** The same as people type it. */
  typed: string;
  /** Names of the languages in themselves. */
  languages: string[];
  demo: boolean;
}

/** A box in millimetres. */
export const box = (x: number, y: number, width: number, height: number): Box => ({
  x: mm(x),
  y: mm(y),
  width: mm(width),
  height: mm(height),
});

interface Style {
  size: number;
  font?: Font;
  align?: Align;
  language?: Language;
  heading?: boolean;
  hanging?: boolean;
}

/** A text that fills its box at most, and takes the size wished for when it can. */
export function text(words: string, where: Box, style: Style): Item {
  const { size, ...how } = style;
  const usual = { font: 'regular', align: 'center', language: 'vi', heading: false, hanging: false } as const;
  const given = { ...usual, ...how };
  return { kind: 'text', box: where, ...fitText(words, given.font, where, size), ...given };
}
