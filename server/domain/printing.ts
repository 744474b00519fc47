// What can be printed for a touchpoint, and how many pages it makes.

/** poster = A4 for the wall; tent = A4 folded to stand on a table; stickers = eight on a sheet. */
export const LAYOUTS = ['poster', 'tent', 'stickers'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** For stickers: a whole sheet of the same one for each touchpoint, or one for each. */
export const FILLS = ['sheet', 'each'] as const;
export type Fill = (typeof FILLS)[number];

/** So many touchpoints are printed at a time. */
export const MOST_PRINTED = 500;

export const STICKERS_PER_SHEET = 8;

export function countSheets(layout: Layout, fill: Fill, placards: number): number {
  return layout === 'stickers' && fill === 'each' ? Math.ceil(placards / STICKERS_PER_SHEET) : placards;
}
