// The results of one agency: its rate beside what it can be compared with, the tree, groups, time, and where people leave.
import { Alert, Anchor, Breadcrumbs, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { OVERALL } from '#domain/questions.ts';
import type { Results } from '#domain/results.ts';
import { ApiError } from '../../../../api.ts';
import { textIn } from '../../../format.ts';
import { useErrorText, useFormat, useLanguage } from '../../../i18n.ts';
import { useMe } from '../../../me.ts';
import { useHeading } from '../../../Page.tsx';
import { EmptyPanel, ErrorPanel, LoadingPanel } from '../../../panels.tsx';
import { CreateReport } from '../../reports/CreateReport.tsx';
import { periodChanges } from '../filter.ts';
import { useResults } from '../queries.ts';
import { DEFAULT_PRESET } from '../range.ts';
import { AgencyFilters } from './AgencyFilters.tsx';
import classes from './agency.module.css';
import { type AgencyAddress, useAgencyAddress } from './agency-address.ts';
import { useComparison, useDropOffs } from './agency-queries.ts';
import { DropOffsChart } from './DropOffsChart.tsx';
import { LevelsChart } from './LevelsChart.tsx';
import { Slices } from './Slices.tsx';
import { Standing } from './Standing.tsx';
import { Tree } from './Tree.tsx';
import { Trend } from './Trend.tsx';

export default function AgencyResultsPage() {
  const address = useAgencyAddress();
  const { filter, change, upwards } = address;
  const results = useResults(filter);
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-end">
        <Heading name={results.data?.agency.name ?? ''} agency={filter.agency} upwards={upwards} />
        <CreateReport {...filter} />
      </Group>
      <AgencyFilters filter={filter} change={change} results={results.data} />
      <Loaded
        query={results}
        onShowAll={() => change({ ...periodChanges(DEFAULT_PRESET), questionnaire: null })}
      >
        {(data) => <Sections results={data} address={address} />}
      </Loaded>
    </Stack>
  );
}

function Sections({ results, address }: { results: Results; address: AgencyAddress }) {
  // The same questionnaire everywhere, whichever others were answered meanwhile.
  const filter = { ...address.filter, questionnaire: results.questionnaire.id };
  const { data: comparison } = useComparison(filter);
  const { data: dropOffs } = useDropOffs(filter);
  const { node, change } = address;
  return (
    <>
      <Standing results={results} comparison={comparison} />
      <Tree
        results={results}
        node={node}
        onLook={(code) => change({ node: code === OVERALL ? null : code })}
      />
      <LevelsChart results={results} node={node} />
      <Slices results={results} address={address} />
      <Trend results={results} address={address} />
      {dropOffs && <DropOffsChart dropOffs={dropOffs} />}
    </>
  );
}

function Heading({ name, agency, upwards }: { name: string; agency: string | null; upwards: string }) {
  const { t } = useTranslation();
  const title = t('agencyResults.title');
  const heading = useHeading(name ? `${name} · ${title}` : title, agency);
  return (
    <div>
      <nav aria-label={t('results.breadcrumb')}>
        <Breadcrumbs mb="xs">
          <Anchor component={Link} to={upwards}>
            {t('nav.results')}
          </Anchor>
          <Text aria-current="page">{name}</Text>
        </Breadcrumbs>
      </nav>
      <Title order={1} size="h2" ref={heading} tabIndex={-1} className={classes.heading}>
        {name || title}
        <span className={classes.under}>{title}</span>
      </Title>
    </div>
  );
}

interface LoadedProps {
  query: ReturnType<typeof useResults>;
  onShowAll: () => void;
  children: (results: Results) => React.ReactNode;
}

/** Figures that were read stay when a later reading fails, unless the server says that there are none. */
function Loaded({ query, onShowAll, children }: LoadedProps) {
  const { t } = useTranslation();
  const { data, error, refetch, isPlaceholderData } = query;
  if (data?.n === 0 || (error instanceof ApiError && error.code === 'no_responses'))
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
      <Stand results={data} updatedAt={query.dataUpdatedAt} error={error} />
      {children(data)}
    </Stack>
  );
}

/** Which days and questionnaire the figures are of, and how fresh they are. */
function Stand({ results, updatedAt, error }: { results: Results; updatedAt: number; error: Error | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const { agency } = useMe();
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
      {agency && (
        <Text size="sm" c="dimmed">
          {t('agencyResults.untilYesterday')}
        </Text>
      )}
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
