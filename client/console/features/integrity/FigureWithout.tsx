// The rate with every response, and without those that some finding is about.
import { Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Findings } from '#domain/findings-view.ts';
import { useFormat } from '../../i18n.ts';
import classes from './integrity.module.css';

export function FigureWithout({ figure }: Pick<Findings, 'figure'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { n, rate, flagged, rateWithout } = figure;
  if (n === 0) return null;
  return (
    <Paper withBorder p="lg" component="section">
      <Title order={2} size="h4" mb="sm">
        {t('integrity.figure')}
      </Title>
      <dl className={classes.figures}>
        <Value
          title={t('integrity.withAll')}
          value={rate === null ? null : format.percent(rate)}
          note={t('integrity.withAllN', { n: format.count(n) })}
        />
        {flagged > 0 && (
          <Value
            title={t('integrity.without')}
            value={rateWithout === null ? null : format.percent(rateWithout)}
            note={t('integrity.withoutN', { n: format.count(flagged) })}
          />
        )}
        {flagged > 0 && rate !== null && rateWithout !== null && (
          <Value
            title={t('integrity.difference')}
            value={t('results.points', { points: format.change(rateWithout - rate) })}
            note={t('integrity.differenceWhy')}
          />
        )}
      </dl>
      <Text size="sm" mt="sm">
        {t('integrity.officialHint')}
      </Text>
    </Paper>
  );
}

/** @param value null where it is withheld */
function Value({ title, value, note }: { title: string; value: string | null; note: string }) {
  const { t } = useTranslation();
  return (
    <div>
      <dt>{title}</dt>
      <dd className={classes.value}>{value ?? t('integrity.tooFew')}</dd>
      <dd className={classes.note}>{value === null ? `${note}, ${t('integrity.tooFewWhy')}` : note}</dd>
    </div>
  );
}
