// Which agencies changed by more than chance would make, the largest change first.
import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isReal } from '#domain/comparison.ts';
import type { AgencyResults, AgencyRow } from '#domain/results.ts';
import { useFormat } from '../../../i18n.ts';
import { ValueChange } from '../change.tsx';
import { useResultsLink } from '../filter.ts';
import classes from './overview.module.css';

/** How many are named of each side; the others are one link away. */
const NAMED = 5;

export function Moved({ ranking }: { ranking: AgencyResults }) {
  const { t } = useTranslation();
  const format = useFormat();
  const moved = useMemo(
    () =>
      ranking.agencies
        .filter((row) => row.valueChange !== null && isReal(row.interval, row.previous.interval))
        .toSorted((a, b) => Math.abs(b.valueChange ?? 0) - Math.abs(a.valueChange ?? 0)),
    [ranking],
  );
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="moved">
      <Title order={2} size="h4" id="moved">
        {t('results.moved.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('results.moved.hint', { range: format.range(ranking.previous) })}
      </Text>
      {moved.length === 0 ? (
        <Text>
          {t(
            ranking.agencies.some(({ valueChange }) => valueChange !== null)
              ? 'results.moved.none'
              : 'results.moved.unknown',
          )}
        </Text>
      ) : (
        <Stack gap="md">
          <Side way="down" rows={moved.filter(({ valueChange }) => (valueChange ?? 0) < 0)} />
          <Side way="up" rows={moved.filter(({ valueChange }) => (valueChange ?? 0) > 0)} />
        </Stack>
      )}
    </Paper>
  );
}

function Side({ way, rows }: { way: 'up' | 'down'; rows: AgencyRow[] }) {
  const { t } = useTranslation();
  const link = useResultsLink();
  if (rows.length === 0) return null;
  return (
    <div>
      <Title order={3} size="h6">
        {t(`results.moved.${way}`, { n: rows.length })}
      </Title>
      <ul className={classes.rows}>
        {rows.slice(0, NAMED).map((row) => (
          <MovedRow key={row.id} row={row} />
        ))}
      </ul>
      {rows.length > NAMED && (
        <Anchor component={Link} to={link('/results/agencies', { moved: way })} size="sm">
          {t('results.moved.all', { n: rows.length })}
        </Anchor>
      )}
    </div>
  );
}

function MovedRow({ row }: { row: AgencyRow }) {
  const format = useFormat();
  const link = useResultsLink();
  return (
    <li>
      <Anchor component={Link} to={link(`/results/agencies/${row.id}`)}>
        {row.name}
      </Anchor>
      <span className={classes.rowFigures}>
        <small>
          {row.previous.rate !== null && format.percent(row.previous.rate)} →{' '}
          {row.rate !== null && format.percent(row.rate)}
        </small>
        <ValueChange change={row.valueChange} real />
      </span>
    </li>
  );
}
