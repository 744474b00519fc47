// The one figure at the top, and how it is to be read.
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AgencyResults, AgencyRow, Results } from '#domain/results.ts';
import { useFormat } from '../../i18n.ts';
import { RankChange, RankText, ValueChange } from './change.tsx';
import { Figure, IntervalPlot } from './Figure.tsx';
import classes from './results.module.css';

interface OverallProps {
  results: Results;
  /** The agency's place among its like, where one agency is shown. */
  row: AgencyRow | undefined;
  previous: AgencyResults['previous'] | undefined;
}

export function Overall({ results, row, previous }: OverallProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { overall } = results;
  const facts = [
    ...(overall.interval ? [t('results.interval', { interval: format.interval(overall.interval) })] : []),
    t('results.responses', { n: format.count(results.n) }),
  ];
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="overall">
      <Stack gap="sm">
        <Title order={2} size="h4" id="overall">
          {t('results.overall')}
        </Title>
        <Group gap="md" align="baseline">
          <div className={classes.big}>
            <Figure {...overall} />
          </div>
          <Text size="lg">{facts.join(' · ')}</Text>
        </Group>
        {overall.rate !== null && <IntervalPlot rate={overall.rate} interval={overall.interval} filled />}
        {results.marked.n > 0 && <Marked {...results.marked} />}
        {row && previous && <Standing row={row} previous={previous} />}
        <Text size="sm" c="dimmed" maw="60rem">
          {t('results.method')} {t('results.rule')} {t(`results.aggregation.${results.aggregation}`)}.
        </Text>
      </Stack>
    </Paper>
  );
}

/** What looks odd is neither dropped nor hidden. */
function Marked({ n, rateWithout }: Results['marked']) {
  const { t } = useTranslation();
  const format = useFormat();
  const counted = t('results.marked', { n: format.count(n) });
  const otherwise =
    rateWithout === null ? '' : t('results.rateWithoutMarked', { rate: format.percent(rateWithout) });
  return (
    <Text size="sm">
      {counted} {otherwise}
    </Text>
  );
}

function Standing({ row, previous }: { row: AgencyRow; previous: AgencyResults['previous'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <dl className={classes.standing}>
      <div>
        <dt>{t('results.table.rank')}</dt>
        <dd>
          <RankText row={row} /> · {t(`groups.${row.group}`)}
        </dd>
      </div>
      <div>
        <dt>{t('results.previousRange', { range: format.range(previous) })}</dt>
        <dd>
          <Figure {...row.previous} people={row.previous.n} />
        </dd>
      </div>
      <div>
        <dt>{t('results.table.value_change')}</dt>
        <dd>
          <ValueChange change={row.valueChange} />
        </dd>
      </div>
      <div>
        <dt>{t('results.table.rank_change')}</dt>
        <dd>
          <RankChange change={row.rankChange} previous={row.previous} />
        </dd>
      </div>
    </dl>
  );
}
