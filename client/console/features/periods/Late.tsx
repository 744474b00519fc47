// What came in after a period was closed, and what its figures would be now.
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n.ts';
import { useMay } from '../../me.ts';
import { Part } from '../../Part.tsx';
import classes from './periods.module.css';
import type { PeriodDetails } from './queries.ts';

interface LateProps {
  late: NonNullable<PeriodDetails['late']>;
  /** The rate that was frozen. */
  rate: number | null;
  period: PeriodDetails;
}

export function Late({ late, rate, period }: LateProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayReopen = useMay('periods.write');
  if (late.n === 0)
    return (
      <Part title={t('periods.late.title')}>
        <Text>{t('periods.late.none')}</Text>
      </Part>
    );
  return (
    <Part title={t('periods.late.title')}>
      <Stack gap="sm">
        <Text>{t('periods.late.some', { n: format.count(late.n) })}</Text>
        {late.rate === null || late.rateWith === null || rate === null ? (
          <Text>{t('periods.late.withheld')}</Text>
        ) : (
          <dl className={classes.late}>
            <Fact name={t('periods.late.alone')} value={format.percent(late.rate)} />
            <Fact name={t('periods.late.closed')} value={format.percent(rate)} />
            <Fact
              name={t('periods.late.with')}
              value={`${format.percent(late.rateWith)} (${t('results.points', { points: format.change(late.rateWith - rate) })})`}
            />
          </dl>
        )}
        {mayReopen && (
          <Text size="sm" c="dimmed">
            {t(`periods.late.how.${period.state}`)}
          </Text>
        )}
      </Stack>
    </Part>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
