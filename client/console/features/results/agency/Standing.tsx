// The rate of an agency, and what it stands beside: its like, the period before, the same period last year.
import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Comparison } from '#domain/comparison-view.ts';
import { MARKS } from '#domain/marks.ts';
import type { Results } from '#domain/results.ts';
import { HIDDEN_BELOW, WEAK_BELOW } from '#domain/statistics.ts';
import { IntervalBar } from '../../../charts/IntervalBar.tsx';
import { useFormat } from '../../../i18n.ts';
import { useMay } from '../../../me.ts';
import { Figure } from '../Figure.tsx';
import classes from './agency.module.css';
import { Compared } from './Compared.tsx';

interface StandingProps {
  results: Results;
  comparison: Comparison | undefined;
}

export function Standing({ results, comparison }: StandingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { overall, n, aggregation } = results;
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="overall">
      <Stack gap="md">
        <Title order={2} size="h4" id="overall">
          {t('results.overall')}
        </Title>
        <div className={classes.headline}>
          <div className={classes.big}>
            <Figure {...overall} weak={false} />
          </div>
          <div>
            {overall.interval && (
              <Text>{t('results.interval', { interval: format.interval(overall.interval) })}</Text>
            )}
            <Text>{t('results.responses', { n: format.count(n) })}</Text>
          </div>
          {comparison && <Place {...comparison} />}
        </div>
        {overall.rate !== null && <IntervalBar rate={overall.rate} interval={overall.interval} />}
        <HowSure overall={overall} />
        {comparison && <Compared comparison={comparison} />}
        {results.marked.n > 0 && <Marked {...results.marked} agency={results.agency.id} />}
        <Text size="sm" c="dimmed" maw="60rem">
          {t('results.method')} {t('results.rule')} {t(`results.aggregation.${aggregation}`)}.
        </Text>
      </Stack>
    </Paper>
  );
}

/** The rank with its group, where there is somebody to be ranked with. */
function Place({ current, group }: Comparison) {
  const { t } = useTranslation();
  if (current.rank === null || current.rankOf < 2) return null;
  return (
    <div className={classes.place}>
      <Text fw={600} size="xl">
        {t('agencyResults.rank', { rank: current.rank, of: current.rankOf })}
        {current.tied && ` · ${t('results.tied')}`}
      </Text>
      <Text size="sm" c="dimmed">
        {t('agencyResults.inGroup', { group: t(`groups.${group}`) })}
      </Text>
    </div>
  );
}

/** In words what a badge would only name. */
function HowSure({ overall }: { overall: Results['overall'] }) {
  const { t } = useTranslation();
  if (overall.hidden) return <Text>{t('agencyResults.hidden', { least: HIDDEN_BELOW })}</Text>;
  if (!overall.weak || overall.rate === null) return null;
  return <Text>{t('agencyResults.weak', { people: overall.people, least: WEAK_BELOW })}</Text>;
}

/** What looks odd is neither dropped nor hidden: the figure with and without it, and what "odd" may mean. */
function Marked({ n, rateWithout, agency }: Results['marked'] & { agency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayInspect = useMay('integrity.read');
  return (
    <div>
      <Text>
        {t('results.marked', { n: format.count(n) })}{' '}
        {rateWithout === null
          ? t('agencyResults.marked.withheld')
          : t('results.rateWithoutMarked', { rate: format.percent(rateWithout) })}
      </Text>
      <details className={classes.more}>
        <summary>{t('agencyResults.marked.why')}</summary>
        <ul>
          {MARKS.map((mark) => (
            <li key={mark}>{t(`agencyResults.marked.reasons.${mark}`)}</li>
          ))}
        </ul>
        <Text size="sm">{t('agencyResults.marked.counted')}</Text>
        {mayInspect && (
          <Anchor component={Link} to={`/integrity?agency=${agency}`}>
            {t('agencyResults.marked.inspect')}
          </Anchor>
        )}
      </details>
    </div>
  );
}
