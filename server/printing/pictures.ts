// The three how-to pictures, drawn on a square of 48: black lines that stay clear on any printer.
export type Picture = 'scan' | 'tap' | 'send';

export interface Stroke {
  path: string;
  fill?: 'black' | 'white';
  /** Width of the line; absent for none. */
  line?: number;
  /** Colour of the line, black unless told. */
  ink?: 'black' | 'white';
}

const circle = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
const square = (x: number, y: number, size: number): string => `M${x} ${y}h${size}v${size}h${-size}z`;
const phone = (x: number): Stroke[] => [
  {
    path: `M${x + 4} 2h17a4 4 0 0 1 4 4v36a4 4 0 0 1 -4 4h-17a4 4 0 0 1 -4 -4v-36a4 4 0 0 1 4 -4z`,
    fill: 'white',
    line: 2.4,
  },
  { path: `M${x + 9.5} 6.5h6`, line: 2 },
];
/** Without the dot inside, so that no camera takes the picture for a code. */
const finder = (x: number, y: number): Stroke => ({ path: square(x + 0.7, y + 0.7, 3.2), line: 1.4 });

/** A hand that points upwards, with the tip of its finger at (x, y). */
const hand = (x: number, y: number): Stroke => ({
  path: `M${x - 2.6} ${y + 2.6}a2.6 2.6 0 0 1 5.2 0v7.2l7.2 1.6a3.4 3.4 0 0 1 2.6 3.8l-1.2 6.8h-11.4l-6.8 -7.6a2.3 2.3 0 0 1 3.4 -3l1 1z`,
  fill: 'white',
  line: 2,
});

function face(x: number, y: number, r: number, mouth: string): Stroke[] {
  return [
    { path: circle(x, y, r), fill: 'white', line: 2 },
    { path: circle(x - r * 0.36, y - r * 0.25, r * 0.14), fill: 'black' },
    { path: circle(x + r * 0.36, y - r * 0.25, r * 0.14), fill: 'black' },
    { path: `M${x - r * 0.48} ${y + r * 0.35}${mouth}`, line: 1.8 },
  ];
}

export const PICTURES: Record<Picture, Stroke[]> = {
  scan: [
    ...phone(11.5),
    { path: 'M15.5 18v-4.5h4.5M28 13.5h4.5v4.5M32.5 30v4.5h-4.5M20 34.5h-4.5v-4.5', line: 1.8 },
    finder(18.4, 16.6),
    finder(25.2, 16.6),
    finder(18.4, 26.6),
    { path: `${square(25.2, 26.6, 2)}${square(28.2, 29.4, 2)}${square(25.2, 30.2, 1.4)}`, fill: 'black' },
    { path: `${square(24, 22.6, 1.8)}${square(28.4, 23, 1.8)}${square(19, 22.8, 1.8)}`, fill: 'black' },
  ],
  tap: [
    ...face(8, 15, 6.2, 'q3 -3.2 6 0'),
    ...face(24, 15, 6.2, 'h6'),
    ...face(40, 15, 6.2, 'q3 4 6 0'),
    hand(38, 24),
  ],
  send: [
    ...phone(11.5),
    { path: circle(24, 25, 9.4), fill: 'black' },
    { path: 'M19.4 25.4l3.2 3.4l6.2 -7', line: 2.6, ink: 'white' },
  ],
};
