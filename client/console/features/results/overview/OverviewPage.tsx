// Where we are: the rate of the province, or of somebody's own agencies, and what has to be looked at.
import { Stack } from '@mantine/core';
import { Navigate } from 'react-router';
import type { Results } from '#domain/results.ts';
import { ErrorPanel, LoadingPanel } from '../../../panels.tsx';
import { useResultsFilter, useResultsLink } from '../filter.ts';
import { useAgencyResults, useComparison, useResults } from '../queries.ts';
import { ResultsFrame } from '../ResultsFrame.tsx';
import { usePlace } from '../use-place.ts';
import { Attention } from './Attention.tsx';
import { Channels } from './Channels.tsx';
import { FactorsChart } from './FactorsChart.tsx';
import { Headline } from './Headline.tsx';
import { Moved } from './Moved.tsx';
import classes from './overview.module.css';
import { Trend } from './Trend.tsx';

export default function OverviewPage() {
  const { filter } = useResultsFilter();
  const results = useResults({ ...filter, agency: null });
  const link = useResultsLink();
  if (filter.agency) return <Navigate to={link(`/results/agencies/${filter.agency}`)} replace />;
  return (
    <ResultsFrame tab="overview" query={results}>
      {(data) => <Figures results={data} />}
    </ResultsFrame>
  );
}

function Figures({ results }: { results: Results }) {
  const { filter } = useResultsFilter();
  const place = usePlace();
  const same = { ...filter, questionnaire: results.questionnaire.id };
  const comparison = useComparison(same);
  const ranking = useAgencyResults(same);
  const past = comparison.data?.previous;
  const before = useResults({ ...same, range: { ...filter.range, ...past } }, past !== undefined);
  return (
    <Stack gap="lg">
      <Headline results={results} comparison={comparison.data} />
      <Trend filter={same} place={place} />
      <div className={classes.pair}>
        {ranking.data ? (
          <Attention results={results} ranking={ranking.data} />
        ) : ranking.error ? (
          <ErrorPanel error={ranking.error} onRetry={ranking.refetch} />
        ) : (
          <LoadingPanel />
        )}
        <Stack gap="md">
          {ranking.data && <Moved ranking={ranking.data} />}
          <Channels filter={same} place={place} />
        </Stack>
      </div>
      <FactorsChart results={results} before={past && before.data?.n ? before.data : null} place={place} />
    </Stack>
  );
}
