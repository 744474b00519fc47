// How many answered this month and how satisfied they are, beside the month before.
import { Anchor, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Results } from '#domain/results.ts';
import { useFormat } from '../../i18n.ts';
import { ErrorPanel } from '../../panels.tsx';
import classes from './home.module.css';
import { type Month, useMonth } from './queries.ts';

export function MonthFigures({ month, previous }: { month: Month; previous: Month }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useMonth(month);
  const before = useMonth(previous, now.data?.questionnaire.id ?? null);
  const way = `/results?from=${month.from}&to=${month.to}`;
  return (
    <section>
      <Title order={2} size="h4">
        {t('home.month', { month: month.index, year: month.year })}
      </Title>
      <Text size="sm" mb="sm">
        {format.range(month)}
      </Text>
      {now.error && <ErrorPanel error={now.error} onRetry={now.refetch} />}
      {now.data === null && <Text>{t('home.noAnswers')}</Text>}
      {now.data && <Figures now={now.data} before={before.data ?? null} />}
      <Anchor component={Link} to={way} mt="sm" display="inline-block">
        {t('home.toResults')}
      </Anchor>
    </section>
  );
}

function Figures({ now, before }: { now: Results; before: Results | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { overall } = now;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <Paper withBorder p="lg">
        <Text>{t('home.responses')}</Text>
        <Text className={classes.big}>{format.count(now.n)}</Text>
        <Text size="sm">{before ? t('home.before', { n: format.count(before.n) }) : ' '}</Text>
      </Paper>
      <Paper withBorder p="lg">
        <Text>{t('results.overall')}</Text>
        <Text className={classes.big}>{overall.rate === null ? '–' : format.percent(overall.rate)}</Text>
        <Text size="sm">
          {overall.rate === null
            ? t(overall.hidden ? 'results.hidden' : 'results.noAnswers')
            : overall.interval && t('results.interval', { interval: format.interval(overall.interval) })}
          {overall.weak && overall.rate !== null && ` · ${t('results.weak')}`}
        </Text>
        {before && overall.rate !== null && before.overall.rate !== null && (
          <Text size="sm">
            {t('home.rateBefore', {
              rate: format.percent(before.overall.rate),
              change: format.change(overall.rate - before.overall.rate),
            })}
          </Text>
        )}
      </Paper>
    </SimpleGrid>
  );
}
