// The one figure at the top, how sure it is, and whether it moved for real.
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Comparison, PastFigure } from '#domain/comparison-view.ts';
import { MARKS } from '#domain/marks.ts';
import type { Results } from '#domain/results.ts';
import { IntervalBar } from '../../../charts/IntervalBar.tsx';
import { useFormat } from '../../../i18n.ts';
import { ValueChange } from '../change.tsx';
import { Figure } from '../Figure.tsx';
import { Reality } from '../Reality.tsx';
import { RequiredSample } from '../RequiredSample.tsx';
import shared from '../results.module.css';
import classes from './overview.module.css';

interface HeadlineProps {
  results: Results;
  comparison: Comparison | undefined;
}

export function Headline({ results, comparison }: HeadlineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { overall, marked } = results;
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="overall">
      <Stack gap="md">
        <div className={classes.headline}>
          <div>
            <Title order={2} size="h4" id="overall">
              {t('results.overall')}
            </Title>
            <div className={shared.big}>
              <Figure {...overall} />
            </div>
            {overall.interval && (
              <>
                <Text>{t('results.interval', { interval: format.interval(overall.interval) })}</Text>
                <div className={classes.scale}>
                  <IntervalBar rate={overall.rate} interval={overall.interval} />
                  <span aria-hidden="true">
                    <span>0%</span>
                    <span>50%</span>
                    <span>100%</span>
                  </span>
                </div>
              </>
            )}
            <Text fw={600}>{t('results.responses', { n: format.count(results.n) })}</Text>
            {results.required !== null && (
              <Text size="sm">
                <RequiredSample n={results.n} required={results.required} />
              </Text>
            )}
          </div>
          {comparison && <Changes comparison={comparison} />}
        </div>
        {marked.n > 0 && <Marked {...marked} />}
        <Text size="sm" c="dimmed" maw="60rem">
          {t('results.method')} {t('results.rule')} {t(`results.aggregation.${results.aggregation}`)}.
        </Text>
      </Stack>
    </Paper>
  );
}

function Changes({ comparison: { previous, lastYear } }: { comparison: Comparison }) {
  const { t } = useTranslation();
  const same = previous.from === lastYear.from && previous.to === lastYear.to;
  return (
    <dl className={classes.changes}>
      <Change name={t('results.change.previous')} past={previous} />
      {!same && <Change name={t('results.change.lastYear')} past={lastYear} />}
    </dl>
  );
}

function Change({ name, past }: { name: string; past: PastFigure }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div>
      <dt>
        {name} <small>{format.range(past)}</small>
      </dt>
      <dd>
        <Group gap="xs" align="baseline">
          <span className={classes.change}>
            <ValueChange change={past.difference} real={past.real} />
          </span>
          <Reality real={past.real} />
        </Group>
        <small>
          {past.n === 0 ? (
            t('results.noAnswers')
          ) : (
            <>
              <Figure {...past} people={past.n} /> · {t('results.responses', { n: format.count(past.n) })}
            </>
          )}
        </small>
      </dd>
    </div>
  );
}

/** What looks odd is neither dropped nor hidden; what makes it look odd is said. */
function Marked({ n, rateWithout }: Results['marked']) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <details className={classes.marked}>
      <summary>
        {t('results.marked', { n: format.count(n) })}{' '}
        {rateWithout !== null && t('results.rateWithoutMarked', { rate: format.percent(rateWithout) })}
      </summary>
      <p>{t('results.marks.how')}</p>
      <ul>
        {MARKS.map((mark) => (
          <li key={mark}>{t(`results.marks.${mark}`)}</li>
        ))}
      </ul>
    </details>
  );
}
