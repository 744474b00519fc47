// A rank with its group's size, and what changed since the range before: value and rank are separate facts.
import { useTranslation } from 'react-i18next';
import type { AgencyRow } from '#domain/results.ts';
import { useFormat } from '../../i18n.ts';
import classes from './results.module.css';

export function RankText({ row }: { row: Pick<AgencyRow, 'rank' | 'rankOf' | 'tied'> }) {
  const { t } = useTranslation();
  if (row.rank === null) return <span className={classes.withheld}>{t('results.noRank')}</span>;
  return (
    <span>
      <span className={classes.rate}>{t('results.rankOf', { rank: row.rank, of: row.rankOf })}</span>
      {row.tied && <span className={classes.tied}>{t('results.tied')}</span>}
    </span>
  );
}

/** @param real whether it is more than chance would make; only then is it good or bad news */
export function ValueChange({ change, real = null }: { change: number | null; real?: boolean | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (change === null) return <Unknown />;
  return (
    <span className={real ? direction(change) : classes.steady}>
      {t('results.points', { points: format.change(change) })}
    </span>
  );
}

/** With the rank before and its denominator: of how many one was first says as much as the steps. */
export function RankChange({ change, previous }: { change: number | null; previous: AgencyRow['previous'] }) {
  const { t } = useTranslation();
  if (change === null) return <Unknown />;
  return (
    <>
      <Steps change={change} />
      <small>{t('results.previousRank', { rank: previous.rank, of: previous.rankOf })}</small>
    </>
  );
}

function Steps({ change }: { change: number }) {
  const { t } = useTranslation();
  if (change === 0) return <span>{t('results.sameRank')}</span>;
  const text = change > 0 ? 'results.rankUp' : 'results.rankDown';
  return (
    <span className={classes.steady}>
      <span aria-hidden="true">{change > 0 ? '▲ ' : '▼ '}</span>
      {t(text, { steps: Math.abs(change) })}
    </span>
  );
}

function Unknown() {
  const { t } = useTranslation();
  return <span className={classes.withheld}>{t('results.unknown')}</span>;
}

function direction(change: number): string | undefined {
  if (change === 0) return undefined;
  return change > 0 ? classes.up : classes.down;
}
