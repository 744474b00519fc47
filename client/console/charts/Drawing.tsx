// The drawing of a chart. The library comes with it, so it is only ever loaded lazily.
import { useEffect, useImperativeHandle, useRef } from 'react';
import { type ChartOption, init } from './echarts.ts';
import { COMMON, THEME } from './look.ts';
import { type Picture, pngOf, svgOf } from './pictures.ts';

/** Below this width, in pixels, names stand above what they name. */
const NARROW = 560;
const PICTURE_WIDTH = 960;

/** A chart's option, or how it is made for a narrow place. */
export type ChartDrawing = ChartOption | ((narrow: boolean) => ChartOption);

export interface Pictures {
  svg: () => string;
  png: () => Promise<Blob>;
}

interface DrawingProps {
  option: ChartDrawing;
  height: number;
  /** What the drawing tells, for those who do not see it. */
  label: string;
  picture: Pick<Picture, 'title' | 'note'>;
  pictures: React.Ref<Pictures>;
  onPick?: ((id: string) => void) | undefined;
}

export default function Drawing({ option, height, label, picture, pictures, onPick }: DrawingProps) {
  const place = useRef<HTMLDivElement>(null);
  useDrawn(place, option, onPick);
  useImperativeHandle(pictures, () => {
    const whole = { ...picture, option: optionFor(option, false), width: PICTURE_WIDTH, height };
    return { svg: () => svgOf(whole), png: () => pngOf(whole) };
  });
  return <div ref={place} role="img" aria-label={label} style={{ height }} />;
}

function useDrawn(
  place: React.RefObject<HTMLDivElement | null>,
  option: ChartDrawing,
  onPick: DrawingProps['onPick'],
) {
  const chart = useRef<ReturnType<typeof init>>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const made = init(element, THEME, { renderer: 'svg' });
    // The place says what is drawn.
    element.querySelector('svg')?.setAttribute('aria-hidden', 'true');
    chart.current = made;
    return () => {
      chart.current = null;
      made.dispose();
    };
  }, [place]);
  useEffect(() => {
    const [element, made] = [place.current, chart.current];
    if (!element || !made) return;
    const draw = () => {
      const { clientWidth: width, clientHeight: height } = element;
      // Nothing is drawn for a place that is not shown.
      if (width === 0) return;
      made.resize();
      made.setOption({ ...COMMON, ...optionFor(option, width < NARROW) }, { notMerge: true });
      // On paper the place has another width, and nobody draws anew.
      element.querySelector('svg')?.setAttribute('viewBox', `0 0 ${width} ${height}`);
    };
    const watch = new ResizeObserver(draw);
    watch.observe(element);
    return () => watch.disconnect();
  }, [place, option]);
  useEffect(() => {
    const made = chart.current;
    if (!made || !onPick) return;
    const pick = ({ data }: { data?: unknown }) => {
      if (typeof data === 'object' && data !== null && 'id' in data && typeof data.id === 'string')
        onPick(data.id);
    };
    made.on('click', pick);
    return () => {
      if (!made.isDisposed()) made.off('click', pick);
    };
  }, [onPick]);
}

function optionFor(option: ChartDrawing, narrow: boolean): ChartOption {
  return typeof option === 'function' ? option(narrow) : option;
}
