// The three things that can be printed, and how many pages they make.
import { poster } from './poster.ts';
import type { Placard, Sheet } from './sheet.ts';
import { STICKERS_PER_SHEET, stickers } from './stickers.ts';
import { tent } from './tent.ts';

export const LAYOUTS = ['poster', 'tent', 'stickers'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** For stickers: a whole sheet of the same one for each touchpoint, or one for each. */
export const FILLS = ['sheet', 'each'] as const;
export type Fill = (typeof FILLS)[number];

export function countSheets(layout: Layout, fill: Fill, placards: number): number {
  return layout === 'stickers' && fill === 'each' ? Math.ceil(placards / STICKERS_PER_SHEET) : placards;
}

/** The pages, one after the other as they are asked for. */
export function* layOut(layout: Layout, fill: Fill, placards: readonly Placard[]): Generator<Sheet> {
  if (layout === 'stickers' && fill === 'each') {
    for (let at = 0; at < placards.length; at += STICKERS_PER_SHEET)
      yield stickers(placards.slice(at, at + STICKERS_PER_SHEET));
    return;
  }
  for (const placard of placards)
    if (layout === 'stickers') yield stickers(new Array(STICKERS_PER_SHEET).fill(placard));
    else yield layout === 'poster' ? poster(placard) : tent(placard);
}
