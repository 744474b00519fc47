// The satisfaction of the province, or of one of its agencies, over any days.
import { Alert, Anchor, Breadcrumbs, Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Results } from '#domain/results.ts';
import { ApiError } from '../../../api.ts';
import { textIn } from '../../format.ts';
import { useErrorText, useFormat, useLanguage } from '../../i18n.ts';
import { useSetUpInstallation } from '../../installation.ts';
import { useHeading } from '../../Page.tsx';
import { EmptyPanel, ErrorPanel, LoadingPanel } from '../../panels.tsx';
import { CreateReport } from '../reports/CreateReport.tsx';
import { AgencyRanking } from './AgencyRanking.tsx';
import { Factors } from './Factors.tsx';
import { Filters } from './Filters.tsx';
import { periodChanges, useResultsFilter } from './filter.ts';
import { Overall } from './Overall.tsx';
import { useAgencyResults, useResults } from './queries.ts';
import { DEFAULT_PRESET } from './range.ts';
import classes from './results.module.css';

export default function ResultsPage() {
  const { filter, change, linkTo } = useResultsFilter();
  const results = useResults(filter);
  const agencies = useAgencyResults(filter);
  const rows = agencies.data?.agencies ?? [];
  const row = rows.find(({ id }) => id === filter.agency);
  const place = usePlace(row?.name ?? results.data?.agency.name, filter.agency);

  return (
    <Stack gap="lg">
      <Heading place={place} drilled={filter.agency !== null} provinceLink={linkTo(null)} />
      <Group justify="flex-end">
        <CreateReport agency={filter.agency} range={filter.range} questionnaire={filter.questionnaire} />
      </Group>
      <Filters filter={filter} change={change} rows={rows} results={results.data} />
      <Loaded
        query={results}
        onShowAll={() => change({ ...periodChanges(DEFAULT_PRESET), questionnaire: null })}
      >
        {(data) => (
          <>
            <Stand results={data} updatedAt={results.dataUpdatedAt} error={results.error} />
            <Overall results={data} row={row} previous={agencies.data?.previous} />
            <Factors results={data} />
          </>
        )}
      </Loaded>
      {!filter.agency && <Ranking query={agencies} linkTo={linkTo} />}
    </Stack>
  );
}

/** The name of what is shown: the province's until an agency is asked for. */
function usePlace(agencyName: string | undefined, agency: string | null): string {
  const language = useLanguage();
  const { province } = useSetUpInstallation();
  if (agency) return agencyName ?? '';
  return (language === 'en' && province.nameEn) || province.name;
}

interface HeadingProps {
  place: string;
  drilled: boolean;
  provinceLink: string;
}

function Heading({ place, drilled, provinceLink }: HeadingProps) {
  const { t } = useTranslation();
  const { province } = useSetUpInstallation();
  const heading = useHeading(`${t('results.title')} · ${place}`, drilled);
  return (
    <div>
      {drilled && (
        <nav aria-label={t('results.breadcrumb')}>
          <Breadcrumbs mb="xs">
            <Anchor component={Link} to={provinceLink}>
              {province.name}
            </Anchor>
            <Text aria-current="page">{place}</Text>
          </Breadcrumbs>
        </nav>
      )}
      <Title order={1} size="h2" ref={heading} tabIndex={-1} className={classes.heading}>
        {t('results.title')}
        <span className={classes.place}>{place}</span>
      </Title>
    </div>
  );
}

interface LoadedProps {
  query: ReturnType<typeof useResults>;
  onShowAll: () => void;
  children: (data: Results) => ReactNode;
}

function saysNoResponses(error: Error | null): boolean {
  return error instanceof ApiError && error.code === 'no_responses';
}

/** Figures that were read stay when a later reading fails, unless the server says that there are none. */
function Loaded({ query, onShowAll, children }: LoadedProps) {
  const { t } = useTranslation();
  const { data, error, refetch, isPlaceholderData } = query;
  if (data?.n === 0 || saysNoResponses(error))
    return (
      <EmptyPanel title={t('results.empty.title')} order={2}>
        <Text>{t('results.empty.how')}</Text>
        <Button variant="outline" onClick={onShowAll}>
          {t('results.empty.showAll')}
        </Button>
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
function Stand({ results, updatedAt, error }: StandProps) {
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
      {error && <StaleNotice error={error} />}
    </Stack>
  );
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

interface RankingProps {
  query: ReturnType<typeof useAgencyResults>;
  linkTo: (agency: string | null, questionnaire?: string | null) => string;
}

function Ranking({ query, linkTo }: RankingProps) {
  const { data, error, refetch } = query;
  const empty = saysNoResponses(error) || data?.agencies.every(({ n }) => n === 0);
  if (empty || (!data && !error)) return null;
  if (!data) return <ErrorPanel error={error ?? new Error()} onRetry={refetch} />;
  return <AgencyRanking results={data} linkTo={(id) => linkTo(id, data.questionnaire.id)} />;
}
