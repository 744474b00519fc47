// The results of one agency: its rate beside what it can be compared with, the tree, groups, time, and where people leave.
import { Anchor, Breadcrumbs, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { OVERALL } from '#domain/questions.ts';
import type { Results } from '#domain/results.ts';
import { useHeading } from '../../../Page.tsx';
import { CreateReport } from '../../reports/CreateReport.tsx';
import { Filters } from '../Filters.tsx';
import { periodChanges, useResultsLink } from '../filter.ts';
import { Trend } from '../overview/Trend.tsx';
import { useComparison, useResults } from '../queries.ts';
import { Loaded, Stand } from '../ResultsFrame.tsx';
import { DEFAULT_PRESET } from '../range.ts';
import classes from './agency.module.css';
import { type AgencyAddress, useAgencyAddress } from './agency-address.ts';
import { useDropOffs } from './agency-queries.ts';
import { DropOffsChart } from './DropOffsChart.tsx';
import { LevelsChart } from './LevelsChart.tsx';
import { Slices } from './Slices.tsx';
import { Standing } from './Standing.tsx';
import { Tree } from './Tree.tsx';

export default function AgencyResultsPage() {
  const address = useAgencyAddress();
  const { filter, change } = address;
  const results = useResults(filter);
  const showAll = () => change({ ...periodChanges(DEFAULT_PRESET), questionnaire: null });
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-end">
        <Heading name={results.data?.agency.name ?? ''} agency={filter.agency} />
        <CreateReport {...filter} />
      </Group>
      <Filters filter={filter} change={change} results={results.data} />
      <Loaded query={results} onShowAll={showAll}>
        {(data) => (
          <>
            <Stand results={data} updatedAt={results.dataUpdatedAt} error={results.error} />
            <Sections results={data} address={address} />
          </>
        )}
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
      <Standing
        results={results}
        comparison={comparison?.agency.id === results.agency.id ? comparison : undefined}
      />
      <Tree
        results={results}
        node={node}
        onLook={(code) => change({ node: code === OVERALL ? null : code })}
      />
      <LevelsChart results={results} node={node} />
      <Slices results={results} address={address} />
      <Trend filter={filter} place={results.agency.name} />
      {dropOffs && <DropOffsChart dropOffs={dropOffs} />}
    </>
  );
}

function Heading({ name, agency }: { name: string; agency: string | null }) {
  const { t } = useTranslation();
  const link = useResultsLink();
  const title = t('agencyResults.title');
  const heading = useHeading(name ? `${name} · ${title}` : title, agency);
  return (
    <div>
      <nav aria-label={t('results.breadcrumb')}>
        <Breadcrumbs mb="xs">
          <Anchor component={Link} to={link('/results')}>
            {t('results.tabs.overview')}
          </Anchor>
          <Anchor component={Link} to={link('/results/agencies')}>
            {t('results.tabs.agencies')}
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
