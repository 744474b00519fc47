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
  return drawn(picture, 'svg', (chart) => chart.renderToSVGString());
}

/** The picture as pixels, sharp enough to print. */
export function pngOf(picture: Picture): Promise<Blob> {
  const canvas = drawn(picture, 'canvas', (chart) => chart.renderToCanvas({ pixelRatio: 3 }));
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}

function drawn<Result>(
  { option, title, note, width, height }: Picture,
  renderer: 'svg' | 'canvas',
  read: (chart: ReturnType<typeof init>) => Result,
): Result {
  const place = document.createElement('div');
  const size = { width, height: height + HEAD };
  const chart = init(place, THEME, { renderer, ...size, ...(renderer === 'svg' && { ssr: true }) });
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
  const result = read(chart);
  chart.dispose();
  return result;
}

/** The drawing and its legend, moved down so that there is room above. */
function loweredBy(pixels: number, { grid, legend }: ChartOption): ChartOption {
  const lower = <Part extends { top?: unknown }>(part: Part | Part[] | undefined, otherwise: number) => {
    const top = Array.isArray(part) ? part[0]?.top : part?.top;
    return { top: (typeof top === 'number' ? top : otherwise) + pixels };
  };
  return { grid: lower(grid, 24), ...(legend && { legend: lower(legend, 0) }) };
}
