// The factors as bars, each opening onto its criteria.
import { Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FactorView, PartView, Results } from '#domain/results.ts';
import { textIn } from '../../format.ts';
import { useFormat, useLanguage } from '../../i18n.ts';
import { Criterion } from './Criterion.tsx';
import { Figure, IntervalPlot } from './Figure.tsx';
import classes from './results.module.css';

export function Factors({ results }: { results: Results }) {
  const { t } = useTranslation();
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="factors">
      <Stack gap="sm">
        <Title order={2} size="h4" id="factors">
          {t('results.factors')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('results.factorsHint')}
        </Text>
        {results.parts.map((part) => (
          <Part key={part.code} part={part} titled={results.parts.length > 1} />
        ))}
      </Stack>
    </Paper>
  );
}

function Part({ part, titled }: { part: PartView; titled: boolean }) {
  const language = useLanguage();
  return (
    <div>
      {titled && (
        <Title order={3} size="h5" mt="sm" className={classes.part}>
          {textIn(part.title, language)} <Figure {...part} />
        </Title>
      )}
      {part.factors.map((factor) => (
        <Factor key={factor.code} factor={factor} />
      ))}
      <div className={classes.factorAxis} aria-hidden="true">
        <span className={classes.axis}>
          <span>0%</span>
          <span>50%</span>
          <span>100%</span>
        </span>
      </div>
    </div>
  );
}

function Factor({ factor }: { factor: FactorView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  return (
    <details className={classes.factor}>
      <summary className={classes.factorSummary}>
        <span className={classes.factorTitle}>{textIn(factor.title, language)}</span>
        <span className={classes.factorFigure}>
          <Figure {...factor} />
          <small>
            {factor.interval && `${format.interval(factor.interval)} · `}
            {t('results.people', { n: format.count(factor.people) })}
          </small>
        </span>
        <IntervalPlot rate={factor.rate} interval={factor.interval} filled />
      </summary>
      <ul className={classes.criteria}>
        {factor.criteria.map((criterion) => (
          <Criterion key={criterion.code} criterion={criterion} />
        ))}
      </ul>
    </details>
  );
}
