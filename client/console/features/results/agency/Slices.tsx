// The rate by what respondents said of themselves, or by where and how they answered; one way of grouping at a time.
import { Group, NativeSelect, Paper, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { OVERALL } from '#domain/questions.ts';
import type { Results } from '#domain/results.ts';
import { textIn } from '../../../format.ts';
import { useLanguage } from '../../../i18n.ts';
import { ErrorPanel, LoadingPanel } from '../../../panels.tsx';
import classes from './agency.module.css';
import { type AgencyAddress, GROUPINGS } from './agency-address.ts';
import { useSlices } from './agency-queries.ts';
import { GroupsChart } from './GroupsChart.tsx';
import { findNode, nodesOf } from './nodes.ts';

interface SlicesProps {
  results: Results;
  address: AgencyAddress;
}

export function Slices({ results, address }: SlicesProps) {
  const { t } = useTranslation();
  const { filter, grouping } = address;
  const { node } = findNode(results, address.node);
  const slices = useSlices({ ...filter, questionnaire: results.questionnaire.id }, grouping, node.code);
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="slices" className={classes.whole}>
      <Stack gap="md">
        <Title order={2} size="h4" id="slices">
          {t('agencyResults.slices.title')}
        </Title>
        <Choices results={results} address={address} node={node.code} />
        {slices.data ? (
          <GroupsChart slices={slices.data} whole={findNode(results, slices.data.node).node} />
        ) : slices.error ? (
          <ErrorPanel error={slices.error} onRetry={slices.refetch} />
        ) : (
          <LoadingPanel />
        )}
      </Stack>
    </Paper>
  );
}

function Choices({ results, address, node }: SlicesProps & { node: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { grouping, change } = address;
  // A part that is all of the form would be offered twice.
  const offered = nodesOf(results).filter(({ path }) => path.length !== 1 || results.parts.length > 1);
  return (
    <Group align="flex-end" gap="md" className={classes.choices}>
      <NativeSelect
        label={t('agencyResults.slices.by')}
        value={grouping}
        onChange={(event) => change({ by: event.currentTarget.value })}
        data={GROUPINGS.map((by) => ({ value: by, label: t(`agencyResults.slices.groupings.${by}`) }))}
      />
      <NativeSelect
        label={t('agencyResults.slices.node')}
        className={classes.wide}
        value={node}
        onChange={(event) => {
          const { value } = event.currentTarget;
          change({ node: value === OVERALL ? null : value });
        }}
        data={offered.map(({ node: { code, title }, path }) => ({
          value: code,
          label:
            path.length === 0
              ? t('agencyResults.slices.whole')
              : `${'\u2003'.repeat(Math.max(0, path.length - 2))}${textIn(title, language)}`,
        }))}
      />
    </Group>
  );
}
