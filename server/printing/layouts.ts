// The pages of what is printed.
import { type Fill, type Layout, STICKERS_PER_SHEET } from '#domain/printing.ts';
import { poster } from './poster.ts';
import type { Placard, Sheet } from './sheet.ts';
import { stickers } from './stickers.ts';
import { tent } from './tent.ts';

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
