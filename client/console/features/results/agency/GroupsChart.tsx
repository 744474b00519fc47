// Groups of respondents: those with enough answers drawn, all of them in the table, the withheld named as such.
import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { OVERALL } from '#domain/questions.ts';
import type { ScoreView, SlicesView } from '#domain/results.ts';
import { Chart } from '../../../charts/Chart.tsx';
import type { ChartTable } from '../../../charts/chart-table.ts';
import { textIn } from '../../../format.ts';
import { useFormat, useLanguage } from '../../../i18n.ts';
import { MonthlyNote } from '../MonthlyNote.tsx';
import { useRemark } from '../remark.ts';
import { useWithheld } from '../withheld.ts';
import { groupsDrawing, type ShownGroup } from './groups.ts';
import { useNote } from './use-note.ts';

interface GroupsChartProps {
  slices: SlicesView;
  /** The same node of all groups together. */
  whole: ScoreView;
}

type NamedGroup = SlicesView['groups'][number] & { name: string };

export function GroupsChart({ slices, whole }: GroupsChartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const note = useNote(slices);
  const groups = useNamed(slices);
  const table = useTable(groups, slices.by);
  const shown = useMemo(() => groups.flatMap(shownOf), [groups]);
  const option = useMemo(
    () =>
      groupsDrawing(shown, whole.rate, {
        format,
        rate: t('results.table.rate'),
        responses: (n) => t('results.responses', { n: format.count(n) }),
      }),
    [shown, whole.rate, format, t],
  );
  if (groups.length === 0) return <Text>{t('agencyResults.slices.notAsked')}</Text>;
  const hidden = groups.filter((group) => group.hidden).map(({ name }) => name);
  const what =
    whole.code === OVERALL ? t('results.overall') : textIn(whole.title, language).replace(/\.$/, '');
  const by = t(`agencyResults.slices.groupings.${slices.by}`).toLocaleLowerCase(language);
  const ordered = shown.toSorted((a, b) => b.rate - a.rate);
  const tell = (group: ShownGroup | undefined) =>
    group ? `${group.name} ${format.percent(group.rate)}` : '';
  return (
    <>
      {shown.length > 0 ? (
        <Chart
          order={3}
          title={t('agencyResults.slices.of', { what, by })}
          note={note}
          summary={t('agencyResults.slices.summary', {
            highest: tell(ordered[0]),
            lowest: tell(ordered.at(-1)),
          })}
          option={option}
          table={table}
          height={64 + 52 * shown.length}
          file={`theo-nhom-${slices.by}`}
        />
      ) : (
        !slices.withheld && <Text>{t('agencyResults.slices.nothing')}</Text>
      )}
      <MonthlyNote slices={slices} names={groups.map(({ name }) => name)} />
      {hidden.length > 0 && !slices.withheld && (
        <Text>{t('agencyResults.slices.withheld', { groups: hidden.join('; ') })}</Text>
      )}
      {!slices.withheld && (
        <Text size="sm" c="dimmed" maw="60rem">
          {t('agencyResults.slices.how')}
        </Text>
      )}
    </>
  );
}

/** With a name each: channels have none from the server. */
function useNamed({ groups }: SlicesView): NamedGroup[] {
  const { t } = useTranslation();
  const language = useLanguage();
  return useMemo(
    () =>
      groups.map((group) => ({
        ...group,
        name: textIn(group.text, language) || t(`agencyResults.channels.${group.code}`),
      })),
    [groups, language, t],
  );
}

function shownOf({ name, n, rate, interval, weak }: NamedGroup): ShownGroup[] {
  return rate === null || !interval || n === null ? [] : [{ name, n, rate, interval, weak }];
}

function useTable(groups: readonly NamedGroup[], by: string): ChartTable {
  const { t } = useTranslation();
  const withheld = useWithheld();
  const remarkOn = useRemark();
  return useMemo(
    () => ({
      columns: [
        { title: t(`agencyResults.slices.groupings.${by}`) },
        { title: t('results.table.rate'), as: 'percent' },
        { title: t('agencyResults.low'), as: 'percent' },
        { title: t('agencyResults.high'), as: 'percent' },
        { title: t('results.table.n'), as: 'count' },
        { title: t('results.remark') },
      ],
      rows: groups.map((group) => [
        group.name,
        withheld(group),
        group.interval?.low ?? null,
        group.interval?.high ?? null,
        group.n,
        remarkOn(group),
      ]),
    }),
    [groups, by, t, withheld, remarkOn],
  );
}
