// A bar chart as a list of shapes, which every format draws in its own way. Bars with intervals, one beneath the other.
import type { Chart } from '#domain/report.ts';
import type { ReportFigures } from '#domain/report-figures.ts';
import { widthOf } from '../printing/fonts.ts';

export type Shape =
  | { kind: 'rectangle'; x: number; y: number; width: number; height: number; fill: string }
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number; color: string; width: number }
  | { kind: 'text'; x: number; y: number; text: string; size: number; align: 'left' | 'center' | 'right' };

export interface Drawing {
  width: number;
  height: number;
  shapes: Shape[];
}

/** Heights of a row whose label has one line, and two. */
const ROWS = [19, 25] as const;
const BAR = 11;
const AXIS = 22;
const SIZE = 9;
const LABELS = 0.42;
const VALUES = 112;
const FILL = '#2f6f8f';
const INK = '#1c2b33';
const GRID = '#d5dde1';

/** @param width in points; the height follows from the number of bars */
export function drawChart({ bars, start }: Chart, figures: ReportFigures, width: number): Drawing {
  const left = width * LABELS;
  const right = width - VALUES;
  const at = (percent: number) => left + ((percent - start) / (100 - start)) * (right - left);
  const labels = bars.map((bar) => labelLines(bar.label, left - 10));
  const row = ROWS[labels.some((lines) => lines.length > 1) ? 1 : 0];
  const bottom = bars.length * row + 4;
  const step = start >= 50 ? 10 : 20;
  const steps = [0, 1, 2, 3, 4, 5].map((index) => 100 - index * step).filter((percent) => percent >= start);
  return {
    width,
    height: bottom + AXIS,
    shapes: [
      ...steps.flatMap((percent): Shape[] => [
        { kind: 'line', x1: at(percent), y1: 0, x2: at(percent), y2: bottom, color: GRID, width: 0.6 },
        {
          kind: 'text',
          x: at(percent),
          y: bottom + 13,
          text: `${percent}%`,
          size: SIZE - 1,
          align: 'center',
        },
      ]),
      ...bars.flatMap((bar, index): Shape[] => {
        const middle = index * row + row / 2 + 2;
        const tick = (x: number): Shape => ({
          kind: 'line',
          x1: x,
          y1: middle - 3.5,
          x2: x,
          y2: middle + 3.5,
          color: INK,
          width: 1,
        });
        const lines = labels[index] ?? [];
        const label = lines.map(
          (text, line): Shape => ({
            kind: 'text',
            x: left - 6,
            y: middle + 3 + (line - (lines.length - 1) / 2) * SIZE * 1.2,
            text,
            size: SIZE,
            align: 'right',
          }),
        );
        const value = `${figures.percent(bar.rate)} (${figures.interval(bar)})`;
        return [
          ...label,
          {
            kind: 'rectangle',
            x: left,
            y: middle - BAR / 2,
            width: Math.max(0, at(bar.rate) - left),
            height: BAR,
            fill: FILL,
          },
          { kind: 'line', x1: at(bar.low), y1: middle, x2: at(bar.high), y2: middle, color: INK, width: 1 },
          tick(at(bar.low)),
          tick(at(bar.high)),
          { kind: 'text', x: right + 5, y: middle + 3, text: value, size: SIZE - 1, align: 'left' },
        ];
      }),
    ],
  };
}

/** A label in one line or two; what does not fit is cut. */
function labelLines(label: string, width: number): string[] {
  const fits = (text: string) => widthOf('regular', text) * SIZE <= width;
  if (fits(label)) return [label];
  const words = label.split(' ');
  let first = words.shift() ?? '';
  while (words[0] && fits(`${first} ${words[0]}`)) first += ` ${words.shift()}`;
  return [first, words.join(' ')].map((line) => shortened(line, fits));
}

function shortened(line: string, fits: (text: string) => boolean): string {
  if (fits(line)) return line;
  const letters = [...line];
  while (letters.length > 1 && !fits(`${letters.join('')}…`)) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
