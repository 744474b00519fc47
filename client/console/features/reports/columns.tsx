// What the list of reports shows of each.
import { Progress, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { parseDay } from '#domain/days.ts';
import { type ClosingDay, periodOfRange } from '#domain/periods.ts';
import { useFormat } from '../../i18n.ts';
import { useSetUpInstallation } from '../../installation.ts';
import type { Column } from '../../list/selection.ts';
import { StateBadge } from '../../StateBadge.tsx';
import { usePeriodName } from '../periods/names.tsx';
import { isUnderWay, type ReportJob } from './queries.ts';

const TONES = { waiting: 'off', working: 'notice', done: 'good', failed: 'notice' } as const;

/** The reporting period that a report is about; null for other days. */
export function periodOfReport({ from, to }: Pick<ReportJob, 'from' | 'to'>, closing: ClosingDay) {
  return periodOfRange({ from: parseDay(from), to: parseDay(to) }, closing);
}

export function useReportColumns(): Column<ReportJob>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = usePeriodName();
  const { closingDay } = useSetUpInstallation();
  return useMemo(() => {
    const about = (report: ReportJob) => {
      const period = periodOfReport(report, closingDay);
      return period ? `${nameOf(period)} (${format.range(report)})` : format.range(report);
    };
    return [
      { id: 'agency', title: t('reports.columns.agency'), value: ({ agency }) => agency.name },
      {
        id: 'days',
        title: t('reports.columns.days'),
        value: ({ to }) => to,
        text: about,
        descendingFirst: true,
      },
      {
        id: 'format',
        title: t('reports.columns.format'),
        value: ({ format: file }) => file,
        text: ({ format: file, language }) =>
          language === 'vi' ? t(`reports.files.${file}`) : `${t(`reports.files.${file}`)} (${language})`,
      },
      {
        id: 'state',
        title: t('reports.columns.state'),
        value: ({ state }) => state,
        text: ({ state }) => t(`reports.states.${state}`),
        cell: (report) => <State report={report} />,
      },
      {
        id: 'createdAt',
        title: t('reports.columns.createdAt'),
        value: ({ createdAt }) => createdAt,
        text: ({ createdAt }) => format.moment(createdAt),
        descendingFirst: true,
      },
    ];
  }, [t, format, nameOf, closingDay]);
}

function State({ report }: { report: ReportJob }) {
  const { t } = useTranslation();
  const { t: error } = useTranslation('errors');
  const { state, progress, failure } = report;
  return (
    <Stack gap={4} role="status">
      <span>
        <StateBadge tone={TONES[state]}>{t(`reports.states.${state}`)}</StateBadge>
      </span>
      {isUnderWay(report) && (
        <Progress.Root size="md" maw="12rem">
          <Progress.Section value={Math.max(4, progress)} aria-label={t('reports.progress')} />
        </Progress.Root>
      )}
      {failure && (
        <Text size="sm" maw="24rem">
          {error([`errors.${failure}`, 'errors.report_failed'])}
        </Text>
      )}
    </Stack>
  );
}
