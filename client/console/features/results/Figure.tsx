// One rate, however it may be shown: as a figure, as hidden, or as not there yet.
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { HIDDEN_BELOW, type Rate } from '#domain/statistics.ts';
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
