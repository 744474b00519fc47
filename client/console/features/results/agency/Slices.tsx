// The rate by what respondents said of themselves, or by where and how they answered; one way of grouping at a time.
import { Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { OVERALL } from '#domain/questions.ts';
import type { Results, SlicesView } from '#domain/results.ts';
import { Chart } from '../../../charts/Chart.tsx';
import type { ChartTable } from '../../../charts/chart-table.ts';
import { textIn } from '../../../format.ts';
import { useFormat, useLanguage } from '../../../i18n.ts';
import { ErrorPanel, LoadingPanel } from '../../../panels.tsx';
import classes from './agency.module.css';
import { type AgencyAddress, GROUPINGS } from './agency-address.ts';
import { useSlices } from './agency-queries.ts';
import { groupsDrawing, type Point } from './intervals.ts';
import { findNode, nodesOf } from './nodes.ts';
import { useNote } from './use-note.ts';

interface SlicesProps {
  results: Results;
  address: AgencyAddress;
}

export function Slices({ results, address }: SlicesProps) {
  const { t } = useTranslation();
  const { filter, grouping } = address;
  const node = findNode(results, address.node).node.code;
  const slices = useSlices({ ...filter, questionnaire: results.questionnaire.id }, grouping, node);
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="slices">
      <Stack gap="md">
        <Title order={2} size="h4" id="slices">
          {t('agencyResults.slices.title')}
        </Title>
        <Choices results={results} address={address} node={node} />
        {slices.data ? (
          <Groups slices={slices.data} results={results} />
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
  const depths = nodesOf(results).filter(({ path }) => path.length !== 1 || results.parts.length > 1);
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
        data={depths.map(({ node: { code, title }, path }) => ({
          value: code,
          label:
            path.length === 0
              ? t('agencyResults.slices.whole')
              : `${'  '.repeat(path.length - 1)}${textIn(title, language)}`,
        }))}
      />
    </Group>
  );
}

function Groups({ slices, results }: { slices: SlicesView; results: Results }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const note = useNote(slices);
  const { node } = findNode(results, slices.node);
  const by = t(`agencyResults.slices.groupings.${slices.by}`);
  const named = useMemo(
    () =>
      slices.groups.map((group) => ({
        ...group,
        name: textIn(group.text, language) || t(`agencyResults.channels.${group.code}`),
      })),
    [slices, language, t],
  );
  const shown = useMemo(() => named.filter(({ rate }) => rate !== null), [named]);
  const option = useMemo(
    () =>
      groupsDrawing(shown, node.rate, {
        format,
        rate: t('results.table.rate'),
        interval: t('results.table.interval'),
        people: (n) => t('results.responses', { n: format.count(n ?? 0) }),
      }),
    [shown, node.rate, format, t],
  );
  const withheld = named.filter(({ hidden }) => hidden).map(({ name }) => name);
  const what = slices.node === OVERALL ? t('results.overall') : textIn(node.title, language);
  if (named.length === 0) return <Text>{t('agencyResults.slices.notAsked')}</Text>;
  return (
    <>
      {shown.length > 0 && (
        <Chart
          order={3}
          title={`${what} – ${by.toLocaleLowerCase(language)}`}
          note={note}
          summary={summaryOf(shown)}
          option={option}
          table={tableOf(named)}
          height={64 + 52 * shown.length}
          file={`theo-nhom-${slices.by}`}
        />
      )}
      {shown.length === 0 && <Text>{t('agencyResults.slices.nothing')}</Text>}
      {withheld.length > 0 && (
        <Text>{t('agencyResults.slices.withheld', { groups: withheld.join('; ') })}</Text>
      )}
      <Text size="sm" c="dimmed" maw="60rem">
        {t('agencyResults.slices.how')}
      </Text>
    </>
  );

  function summaryOf(points: readonly Point[]): string {
    const sorted = points.toSorted((a, b) => (b.rate ?? 0) - (a.rate ?? 0));
    const tell = (point: Point | undefined) =>
      point?.rate === null || !point ? '' : `${point.name} ${format.percent(point.rate)}`;
    return t('agencyResults.slices.summary', { highest: tell(sorted[0]), lowest: tell(sorted.at(-1)) });
  }

  function tableOf(groups: typeof named): ChartTable {
    return {
      columns: [
        { title: by },
        { title: t('results.table.rate'), as: 'percent' },
        { title: t('agencyResults.low'), as: 'percent' },
        { title: t('agencyResults.high'), as: 'percent' },
        { title: t('results.table.n'), as: 'count' },
        { title: t('agencyResults.remark') },
      ],
      rows: groups.map(({ name, rate, interval, n, hidden, weak }) => [
        name,
        hidden ? t('agencyResults.withheld') : rate,
        interval?.low ?? null,
        interval?.high ?? null,
        hidden ? t('agencyResults.withheld') : n,
        hidden
          ? t('results.hiddenToProtect')
          : rate === null
            ? t('results.noAnswers')
            : weak
              ? t('results.weak')
              : '',
      ]),
    };
  }
}
