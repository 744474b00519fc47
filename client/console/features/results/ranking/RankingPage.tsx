// All agencies, ranked among their like as far as the figures tell them apart.
import { Paper, Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { RANKING_GROUPS, type RankingGroup } from '#domain/agencies.ts';
import type { AgencyResults } from '#domain/results.ts';
import { useFormat } from '../../../i18n.ts';
import { List } from '../../../list/List.tsx';
import { useResultsFilter, useResultsLink } from '../filter.ts';
import { useAgencyResults, useResults } from '../queries.ts';
import { ResultsFrame } from '../ResultsFrame.tsx';
import { useColumns } from './columns.tsx';
import { Funnel } from './Funnel.tsx';
import { useChoices } from './use-choices.ts';

export default function RankingPage() {
  const { filter } = useResultsFilter();
  const results = useResults(filter);
  return (
    <ResultsFrame tab="agencies" query={results}>
      {({ questionnaire }) => <Ranking questionnaire={questionnaire.id} />}
    </ResultsFrame>
  );
}

function Ranking({ questionnaire }: { questionnaire: string }) {
  const { t } = useTranslation();
  const { filter } = useResultsFilter();
  const query = useAgencyResults({ ...filter, questionnaire });
  const link = useResultsLink();
  const rows = useMemo(() => query.data && inOrder(query.data.agencies), [query.data]);
  const columns = useColumns(query.data);
  const choices = useChoices(query.data);
  return (
    <Stack gap="lg">
      <Paper withBorder p="lg" component="section" aria-labelledby="ranking">
        <Stack gap="sm">
          <Title order={2} size="h4" id="ranking">
            {t('results.agencies')}
          </Title>
          {query.data && <Explained ranking={query.data} />}
          <List
            caption={t('results.agencies')}
            query={{ ...query, data: rows }}
            columns={columns}
            rowKey={({ id }) => id}
            linkTo={({ id }) => link(`/results/agencies/${id}`)}
            choices={choices}
            file="xep-hang-co-quan"
            empty={{ title: t('results.noAgencies') }}
          />
        </Stack>
      </Paper>
      {query.data && <GroupFunnel ranking={query.data} />}
    </Stack>
  );
}

/** Group by group, the best first; those without a rank last. */
function inOrder(rows: AgencyResults['agencies']): AgencyResults['agencies'] {
  const place = ({ group, rank }: (typeof rows)[number]) =>
    RANKING_GROUPS.indexOf(group) * 1e6 + (rank ?? 999_999);
  return rows.toSorted((a, b) => place(a) - place(b));
}

function Explained({ ranking }: { ranking: AgencyResults }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Text size="sm" c="dimmed" maw="60rem">
      {t('results.bandsHint')} {t('results.previousRange', { range: format.range(ranking.previous) })}.
    </Text>
  );
}

/** Of the group chosen above, else of the one with most agencies. */
function GroupFunnel({ ranking }: { ranking: AgencyResults }) {
  const [params] = useSearchParams();
  const asked = params.get('group');
  const { groups } = ranking;
  const chosen =
    groups.find(({ group }) => group === asked) ?? (asked === null ? largest(groups) : undefined);
  if (!chosen || chosen.rate === null) return null;
  return <Funnel ranking={ranking} group={{ ...chosen, rate: chosen.rate }} />;
}

type Group = AgencyResults['groups'][number] & { group: RankingGroup };

function largest(groups: readonly Group[]): Group | undefined {
  return groups.toSorted((a, b) => b.agencies - a.agencies)[0];
}
