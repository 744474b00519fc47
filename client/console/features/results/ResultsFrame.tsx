// What the overview and the ranking share: heading, the way between them, the days, and what is shown instead of figures.
import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dayOf, formatDay } from '#domain/days.ts';
import type { Results } from '#domain/results.ts';
import { ApiError } from '../../../api.ts';
import { textIn } from '../../format.ts';
import { useErrorText, useFormat, useLanguage } from '../../i18n.ts';
import { useMe } from '../../me.ts';
import { Page } from '../../Page.tsx';
import { EmptyPanel, ErrorPanel, LoadingPanel } from '../../panels.tsx';
import { CreateReport } from '../reports/CreateReport.tsx';
import { Filters } from './Filters.tsx';
import { periodChanges, useResultsFilter, useResultsLink } from './filter.ts';
import type { useResults } from './queries.ts';
import { DEFAULT_PRESET } from './range.ts';
import classes from './results.module.css';
import { usePlace } from './use-place.ts';

const TABS = { overview: '/results', agencies: '/results/agencies' } as const;

interface ResultsFrameProps {
  tab: keyof typeof TABS;
  query: ReturnType<typeof useResults>;
  children: (results: Results) => ReactNode;
}

export function ResultsFrame({ tab, query, children }: ResultsFrameProps) {
  const { t } = useTranslation();
  const { filter, change } = useResultsFilter();
  return (
    <Page title={t(`results.titles.${tab}`)} about={usePlace()} actions={<CreateReport {...filter} />}>
      <Tabs tab={tab} />
      <Filters filter={filter} change={change} results={query.data} />
      <Loaded
        query={query}
        onShowAll={() => change({ ...periodChanges(DEFAULT_PRESET), questionnaire: null })}
      >
        {(results) => (
          <>
            <Stand results={results} updatedAt={query.dataUpdatedAt} error={query.error} />
            {children(results)}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Tabs({ tab }: { tab: keyof typeof TABS }) {
  const { t } = useTranslation();
  const link = useResultsLink();
  return (
    <nav aria-label={t('results.pages')} className={classes.tabs}>
      {(['overview', 'agencies'] as const).map((name) => (
        <Anchor
          key={name}
          component={Link}
          to={link(TABS[name])}
          className={classes.tab}
          underline="never"
          aria-current={name === tab ? 'page' : undefined}
        >
          {t(`results.tabs.${name}`)}
        </Anchor>
      ))}
    </nav>
  );
}

interface LoadedProps {
  query: ResultsFrameProps['query'];
  onShowAll: () => void;
  children: (data: Results) => ReactNode;
}

/** Figures that were read stay when a later reading fails, unless the server says that there are none. */
export function Loaded({ query, onShowAll, children }: LoadedProps) {
  const { t } = useTranslation();
  const { filter } = useResultsFilter();
  const { data, error, refetch, isPlaceholderData } = query;
  const nobody = error instanceof ApiError && error.code === 'no_responses';
  if (data?.n === 0 || nobody)
    return (
      <EmptyPanel title={t('results.empty.title')} order={2}>
        <Text>{t('results.empty.how')}</Text>
        {filter.range.preset !== DEFAULT_PRESET && (
          <Button variant="outline" onClick={onShowAll}>
            {t('results.empty.showAll')}
          </Button>
        )}
      </EmptyPanel>
    );
  if (!data) return error ? <ErrorPanel error={error} onRetry={refetch} /> : <LoadingPanel />;
  return (
    <Stack gap="lg" aria-busy={isPlaceholderData} className={isPlaceholderData ? classes.stale : undefined}>
      {children(data)}
    </Stack>
  );
}

interface StandProps {
  results: Results;
  updatedAt: number;
  error: Error | null;
}

/** Which days and questionnaire the figures are of, and how fresh they are. */
export function Stand({ results, updatedAt, error }: StandProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="xs">
        <Text>
          <strong>{format.range(results)}</strong> · {textIn(results.questionnaire.title, language)}
        </Text>
        <Text size="sm" c="dimmed">
          {t('results.updatedAt', { time: format.time(updatedAt) })}
        </Text>
      </Group>
      {results.withheld ? <WithheldNotice why={results.withheld} /> : <Within {...results} />}
      {error && <StaleNotice error={error} />}
    </Stack>
  );
}

/** Why an agency's own people do not see all days that they chose. */
function Within({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { filter } = useResultsFilter();
  const { agency } = useMe();
  if (!agency || (from <= filter.range.from && to >= filter.range.to)) return null;
  const untilYesterday = from <= filter.range.from && to === formatDay(dayOf(Date.now()) - 1);
  return (
    <Text size="sm" c="dimmed" maw="60rem">
      {untilYesterday
        ? t('results.untilYesterday')
        : t('results.within', { range: format.range({ from, to }) })}
    </Text>
  );
}

/** To people of an agency, of days on which too few answered to be told apart. */
function WithheldNotice({ why }: { why: NonNullable<Results['withheld']> }) {
  const { t } = useTranslation('errors');
  return <Alert role="status">{t(`errors.${why}`)}</Alert>;
}

function StaleNotice({ error }: { error: Error }) {
  const { t } = useTranslation();
  const text = useErrorText(error);
  return (
    <Alert color="yellow" role="status" title={t('state.stale')}>
      {text}
    </Alert>
  );
}
