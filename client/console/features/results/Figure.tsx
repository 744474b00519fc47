// One rate, however it may be shown: as a figure, as hidden, or as not there yet.
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { HIDDEN_BELOW, type Interval, type Rate } from '#domain/statistics.ts';
import { useFormat } from '../../i18n.ts';
import classes from './results.module.css';

interface FigureProps {
  rate: Rate;
  hidden: boolean;
  weak: boolean;
  /** How many people are behind it. */
  people: number;
}

export function Figure({ rate, hidden, weak, people }: FigureProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (hidden)
    return (
      <span className={classes.withheld}>
        {people < HIDDEN_BELOW ? t('results.hidden') : t('results.hiddenToProtect')}
      </span>
    );
  if (rate === null) return <span className={classes.withheld}>{t('results.noAnswers')}</span>;
  return (
    <span className={classes.figure}>
      <span className={classes.rate}>{format.percent(rate)}</span>
      {weak && (
        <Badge color="gray" variant="outline" className={classes.weak}>
          {t('results.weak')}
        </Badge>
      )}
    </span>
  );
}

interface IntervalPlotProps {
  rate: Rate;
  interval: Interval | null;
  /** Where the axis begins, in percent; it ends at 100. */
  start?: number;
  /** A bar from the beginning of the axis, besides the mark at the rate. */
  filled?: boolean;
}

/** The rate and its interval on an axis; the figures stand beside it as text. */
export function IntervalPlot({ rate, interval, start = 0, filled = false }: IntervalPlotProps) {
  const at = (value: number) => `${(100 * (value - start)) / (100 - start)}%`;
  const width = (low: number, high: number) => `${(100 * (high - low)) / (100 - start)}%`;
  return (
    <span className={classes.plot} aria-hidden="true">
      {filled && rate !== null && <span className={classes.bar} style={{ width: at(rate) }} />}
      {interval && (
        <span
          className={classes.whisker}
          style={{ left: at(interval.low), width: width(interval.low, interval.high) }}
        />
      )}
      {!filled && rate !== null && <span className={classes.dot} style={{ left: at(rate) }} />}
    </span>
  );
}
