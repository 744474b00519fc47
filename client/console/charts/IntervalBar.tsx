// A rate and its interval on a line, for the cell of a table; the figures stand beside it as text.
import type { Interval } from '#domain/statistics.ts';
import classes from './chart.module.css';

interface IntervalBarProps {
  /** In percent; null where it is withheld or nobody answered. */
  rate: number | null;
  interval: Interval | null;
  /** The percentage at which the line begins; it ends at 100. */
  start?: number;
  /** A dotted line at what it is compared with, in percent. */
  mark?: number | null;
}

export function IntervalBar({ rate, interval, start = 0, mark = null }: IntervalBarProps) {
  const span = 100 - start;
  const at = (value: number) => `${(100 * Math.max(0, value - start)) / span}%`;
  return (
    <span className={classes.interval} aria-hidden="true">
      {mark !== null && <span className={classes.mark} style={{ left: at(mark) }} />}
      {interval && (
        <span
          className={classes.reach}
          style={{ left: at(interval.low), width: `${(100 * (interval.high - interval.low)) / span}%` }}
        />
      )}
      {rate !== null && <span className={classes.rate} style={{ left: at(rate) }} />}
    </span>
  );
}
