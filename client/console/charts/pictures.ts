// A chart as a picture of its own: with its title, what it is of, and room for both.
import { type ChartOption, init } from './echarts.ts';
import { COMMON, INK, INK_SOFT, THEME } from './look.ts';

export interface Picture {
  option: ChartOption;
  title: string;
  /** What the figures are of and how they were measured. */
  note: string;
  width: number;
  height: number;
}

const HEAD = 76;

/** The picture as vectors. */
export function svgOf(picture: Picture): string {
  const chart = drawn(picture, document.createElement('div'), 'svg');
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

/** The picture as pixels, sharp enough to print. */
export async function pngOf(picture: Picture): Promise<Blob> {
  const canvas = document.createElement('canvas');
  // It is read once and never shown: the graphics card would only have to send it back.
  canvas.getContext('2d', { willReadFrequently: true });
  const chart = drawn(picture, canvas, 'canvas');
  chart.getZr().flush();
  const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  chart.dispose();
  if (!made) throw new Error('no picture');
  return made;
}

function drawn(
  { option, title, note, width, height }: Picture,
  place: HTMLElement,
  renderer: 'svg' | 'canvas',
): ReturnType<typeof init> {
  const size = { width, height: height + HEAD };
  const way = renderer === 'svg' ? { ssr: true } : { devicePixelRatio: 2 };
  const chart = init(place, THEME, { renderer, ...size, ...way });
  chart.setOption(COMMON);
  chart.setOption(option);
  const text = { width: width - 24, overflow: 'break' as const };
  chart.setOption({
    title: {
      text: title,
      subtext: note,
      left: 8,
      top: 4,
      itemGap: 6,
      textStyle: { ...text, color: INK, fontSize: 17, fontWeight: 600 },
      subtextStyle: { ...text, color: INK_SOFT, fontSize: 12 },
    },
    ...loweredBy(HEAD, option),
  });
  return chart;
}

/** The drawing and its legend, moved down so that there is room above. */
function loweredBy(pixels: number, { grid, legend }: ChartOption): ChartOption {
  const lower = <Part extends { top?: unknown }>(part: Part | Part[] | undefined, otherwise: number) => {
    const top = Array.isArray(part) ? part[0]?.top : part?.top;
    return { top: (typeof top === 'number' ? top : otherwise) + pixels };
  };
  return { grid: lower(grid, 24), ...(legend && { legend: lower(legend, 0) }) };
}
