// At which step people who began on a tablet left the form.
import { Paper, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DropOffs } from '#domain/drop-offs.ts';
import { HIDDEN_BELOW } from '#domain/statistics.ts';
import { Chart } from '../../../charts/Chart.tsx';
import type { ChartDrawing } from '../../../charts/Drawing.tsx';
import { ACCENT, INK, INK_SOFT } from '../../../charts/look.ts';
import { textIn } from '../../../format.ts';
import { useFormat, useLanguage } from '../../../i18n.ts';
import classes from './agency.module.css';

export function DropOffsChart({ dropOffs }: { dropOffs: DropOffs }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { left, steps } = dropOffs;
  // Where every step is withheld there is nothing to draw.
  const drawn = steps.some(({ n }) => n !== null && n > 0);
  return (
    <Paper withBorder p="lg" component="section" className={classes.whole}>
      {left && drawn ? (
        <Steps dropOffs={dropOffs} left={left} />
      ) : (
        <>
          <Title order={2} size="h4" mb="xs">
            {t('agencyResults.dropOffs.title')}
          </Title>
          <Text>
            {left === null && t('agencyResults.dropOffs.few', { least: HIDDEN_BELOW })}
            {left === 0 && t('agencyResults.dropOffs.none')}
            {left !== null &&
              left > 0 &&
              t('agencyResults.dropOffs.scattered', {
                left: format.count(left),
                responses: format.count(dropOffs.responses),
              })}
          </Text>
        </>
      )}
    </Paper>
  );
}

function Steps({
  dropOffs: { agency, from, to, responses, steps },
  left,
}: {
  dropOffs: DropOffs;
  left: number;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const named = useMemo(
    () => steps.map(({ title, n }) => ({ name: textIn(title, language), n })),
    [steps, language],
  );
  const shown = useMemo(() => named.filter(({ n }) => n !== null), [named]);
  const option = useMemo(() => stepsDrawing(shown), [shown]);
  const most = shown.toSorted((a, b) => (b.n ?? 0) - (a.n ?? 0))[0];
  const said = t('agencyResults.dropOffs.said', {
    left: format.count(left),
    responses: format.count(responses),
    step: most?.name ?? '',
    n: format.count(most?.n ?? 0),
  });
  return (
    <>
      <Chart
        title={t('agencyResults.dropOffs.title')}
        note={`${agency.name} · ${format.range({ from, to })}`}
        summary={said}
        option={option}
        table={{
          columns: [
            { title: t('agencyResults.dropOffs.step') },
            { title: t('agencyResults.dropOffs.left'), as: 'count' },
          ],
          rows: named.map(({ name, n }) => [name, n ?? t('agencyResults.withheld')]),
        }}
        height={40 + 36 * shown.length}
        file="bo-do"
      />
      <Text mt="sm">{said}</Text>
      <Text size="sm" c="dimmed" maw="60rem">
        {t('agencyResults.dropOffs.how')}
      </Text>
    </>
  );
}

function stepsDrawing(steps: readonly { name: string; n: number | null }[]): ChartDrawing {
  return (narrow) => ({
    xAxis: { type: 'value', minInterval: 1 },
    yAxis: {
      type: 'category',
      inverse: true,
      data: steps.map(({ name }) => name),
      axisLine: { show: false },
      axisLabel: {
        color: INK_SOFT,
        width: narrow ? 130 : 300,
        overflow: 'break',
        lineHeight: 15,
        fontSize: narrow ? 11 : 13,
      },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 18,
        itemStyle: { color: ACCENT },
        label: { show: true, position: 'right', color: INK },
        data: steps.map(({ n }) => n ?? '-'),
      },
    ],
  });
}
