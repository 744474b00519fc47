// The figures of a closed period: the overall rate, then factor by factor.
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FactorView, Results } from '#domain/results.ts';
import { textIn } from '../../format.ts';
import { useFormat, useLanguage } from '../../i18n.ts';
import { Part } from '../../Part.tsx';
import { IntervalBar } from '../../charts/IntervalBar.tsx';
import { Figure } from '../results/Figure.tsx';
import classes from './periods.module.css';

export function Headline({ results }: { results: Results }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const { overall, marked, n, questionnaire } = results;
  const facts = [
    ...(overall.interval ? [t('results.interval', { interval: format.interval(overall.interval) })] : []),
    t('results.responses', { n: format.count(n) }),
  ];
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="frozen">
      <Stack gap="xs">
        <Title order={2} size="h4" id="frozen">
          {t('periods.frozen')}
        </Title>
        <Group gap="md" align="baseline">
          <span className={classes.big}>
            <Figure {...overall} />
          </span>
          <Text size="lg">{facts.join(' · ')}</Text>
        </Group>
        {marked.n > 0 && (
          <Text size="sm">
            {t('results.marked', { n: format.count(marked.n) })}{' '}
            {marked.rateWithout !== null &&
              t('results.rateWithoutMarked', { rate: format.percent(marked.rateWithout) })}
          </Text>
        )}
        <Text size="sm" c="dimmed" maw="60rem">
          {textIn(questionnaire.title, language)}. {t('results.method')} {t('results.rule')}{' '}
          {t(`results.aggregation.${results.aggregation}`)}.
        </Text>
      </Stack>
    </Paper>
  );
}

export function Factors({ results }: { results: Results }) {
  const { t } = useTranslation();
  return (
    <Part title={t('periods.factors')}>
      <table className={classes.factors}>
        <caption className={classes.hidden}>{t('periods.factors')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('periods.factor')}</th>
            <th scope="col">{t('results.table.rate')}</th>
            <th scope="col" className={classes.plot}>
              {t('results.table.interval')}
            </th>
            <th scope="col">{t('periods.people')}</th>
          </tr>
        </thead>
        <tbody>
          {results.parts.flatMap((part) =>
            part.factors.map((factor) => <Line key={factor.code} factor={factor} />),
          )}
        </tbody>
      </table>
    </Part>
  );
}

function Line({ factor }: { factor: FactorView }) {
  const language = useLanguage();
  const format = useFormat();
  const { title, rate, interval, people } = factor;
  return (
    <tr>
      <th scope="row">{textIn(title, language)}</th>
      <td>
        <Figure {...factor} />
      </td>
      <td className={classes.plot}>
        <IntervalBar rate={rate} interval={interval} />
        <small>{interval && `${format.interval(interval)}`}</small>
      </td>
      <td className={classes.number}>{format.count(people)}</td>
    </tr>
  );
}
