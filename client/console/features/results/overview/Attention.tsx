// What needs somebody: too few answers, far below the like, the lowest criteria.
import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AgencyResults, AgencyRow, CriterionView, Results } from '#domain/results.ts';
import { textIn } from '../../../format.ts';
import { useFormat, useLanguage } from '../../../i18n.ts';
import { Figure } from '../Figure.tsx';
import { useResultsLink } from '../filter.ts';
import { findAttention } from './attention.ts';
import { Elsewhere } from './Elsewhere.tsx';
import classes from './overview.module.css';

const NAMED = 5;

export function Attention({ results, ranking }: { results: Results; ranking: AgencyResults }) {
  const { t } = useTranslation();
  const { silent, weak, below, lowest } = useMemo(() => findAttention(results, ranking), [results, ranking]);
  const of = ranking.agencies.length;
  const nothing = [silent, weak, below, lowest].every((list) => list.length === 0);
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="attention">
      <Title order={2} size="h4" id="attention" mb="sm">
        {t('results.attention.title')}
      </Title>
      <Stack gap="md">
        {nothing && <Text>{t('results.attention.none')}</Text>}
        {silent.length > 0 && (
          <Few title={t('results.attention.silent', { n: silent.length, of })} sample="none" />
        )}
        {weak.length > 0 && <Few title={t('results.attention.weak', { n: weak.length, of })} sample="weak" />}
        {below.length > 0 && <Below rows={below} />}
        {lowest.length > 0 && (
          <Listed title={t('results.attention.lowest')}>
            {lowest.map((criterion) => (
              <Low key={criterion.code} criterion={criterion} />
            ))}
          </Listed>
        )}
        <Elsewhere days={{ from: results.from, to: results.to }} />
      </Stack>
    </Paper>
  );
}

function Listed({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <Title order={3} size="h6">
        {title}
      </Title>
      <ul className={classes.rows}>{children}</ul>
    </div>
  );
}

function Few({ title, sample }: { title: string; sample: 'none' | 'weak' }) {
  const { t } = useTranslation();
  const link = useResultsLink();
  return (
    <div>
      <Title order={3} size="h6">
        {title}
      </Title>
      <Text size="sm">
        {t(`results.attention.why.${sample}`)}{' '}
        <Anchor component={Link} to={link('/results/agencies', { sample })} inherit underline="always">
          {t('results.attention.list')}
        </Anchor>
      </Text>
    </div>
  );
}

function Below({ rows }: { rows: AgencyRow[] }) {
  const { t } = useTranslation();
  const link = useResultsLink();
  return (
    <Listed title={t('results.attention.below', { n: rows.length })}>
      {rows.slice(0, NAMED).map((row) => (
        <li key={row.id}>
          <Anchor component={Link} to={link(`/results/agencies/${row.id}`)}>
            {row.name}
          </Anchor>
          <Figure {...row} people={row.n} />
        </li>
      ))}
      {rows.length > NAMED && (
        <li>
          <Anchor component={Link} to={link('/results/agencies', { place: 'below' })} size="sm">
            {t('results.moved.all', { n: rows.length })}
          </Anchor>
        </li>
      )}
    </Listed>
  );
}

function Low({ criterion }: { criterion: CriterionView }) {
  const language = useLanguage();
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li>
      <span>{textIn(criterion.title, language)}</span>
      <span className={classes.rowFigures}>
        <Figure {...criterion} />
        <small>{t('results.answers', { n: format.count(criterion.n ?? 0) })}</small>
      </span>
    </li>
  );
}
