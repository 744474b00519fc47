// One rate in words: as a figure, as too weak, as withheld, or as not there yet; and drawn with its interval.
import { useTranslation } from 'react-i18next';
import type { Interval, Rate } from '#domain/statistics.ts';
import { useFigures } from './texts.ts';

export interface Shown {
  rate: Rate;
  interval: Interval | null;
  hidden: boolean;
  weak: boolean;
}

export function Figure({ rate, hidden, weak }: Shown) {
  const { t } = useTranslation('public');
  const { percent } = useFigures();
  if (hidden)
    return (
      <span className="soft">
        {t('figure.hidden')} <small>({t('figure.hiddenWhy')})</small>
      </span>
    );
  if (rate === null) return <span className="soft">{t('figure.none')}</span>;
  return (
    <>
      <strong className="rate">{percent(rate)}</strong>
      {weak && <small className="weak">{t('figure.weak')}</small>}
    </>
  );
}

/** @param start where the scale begins, in percent; it ends at 100 */
export function Plot({ rate, interval, start }: Pick<Shown, 'rate' | 'interval'> & { start: number }) {
  if (rate === null || !interval) return null;
  const at = (value: number) => `${Math.round((1000 * (value - start)) / (100 - start)) / 10}%`;
  return (
    <span className="plot" aria-hidden="true">
      <i style={{ left: at(interval.low), right: `calc(100% - ${at(interval.high)})` }} />
      <b style={{ left: at(rate) }} />
    </span>
  );
}

/** The whole scale, with what its ends mean. */
export function WidePlot(figure: Pick<Shown, 'rate' | 'interval'>) {
  if (figure.rate === null) return null;
  return (
    <span className="wide" aria-hidden="true">
      <Plot {...figure} start={0} />
      <small className="ends">
        <span>0%</span>
        <span>100%</span>
      </small>
    </span>
  );
}

/** Where a scale may begin so that every interval fits. */
export function scaleStart(figures: readonly Pick<Shown, 'interval'>[]): number {
  const lows = figures.flatMap(({ interval }) => (interval ? [interval.low] : []));
  return Math.min(90, ...lows.map((low) => Math.floor(low / 10) * 10));
}
