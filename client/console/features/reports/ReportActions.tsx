// What can be done with one report: its file, or once more.
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fetchFile, keepFile } from '../../download.ts';
import { useFormat } from '../../i18n.ts';
import { tell, tellError } from '../../messages.ts';
import { type ReportJob, useOrderReport } from './queries.ts';

export function ReportActions({ report }: { report: ReportJob }) {
  if (report.state === 'done') return <DownloadButton report={report} />;
  return report.state === 'failed' ? <AgainButton report={report} /> : null;
}

function useNameOf({ agency, format, from, to }: ReportJob) {
  const { t } = useTranslation();
  const { range } = useFormat();
  return { file: t(`reports.files.${format}`), agency: agency.name, days: range({ from, to }) };
}

function DownloadButton({ report }: { report: ReportJob }) {
  const { t } = useTranslation();
  const { mutate, isPending } = useMutation({
    mutationFn: () => fetchFile(`/reports/${encodeURIComponent(report.id)}/file`),
    onSuccess: (file) => {
      keepFile(file);
      tell(t('reports.downloaded', { name: file.name }));
    },
    onError: tellError,
  });
  return (
    <Button
      size="compact-md"
      loading={isPending}
      aria-label={t('reports.downloadOf', useNameOf(report))}
      onClick={() => mutate()}
    >
      {t('reports.download')}
    </Button>
  );
}

function AgainButton({ report }: { report: ReportJob }) {
  const { t } = useTranslation();
  const order = useOrderReport();
  const { agency, from, to, questionnaire, format, language } = report;
  const { mutate, isPending } = useMutation({
    mutationFn: () =>
      order({ agency: agency.id, from, to, format, language, ...(questionnaire && { questionnaire }) }),
    onError: tellError,
  });
  return (
    <Button
      size="compact-md"
      variant="default"
      loading={isPending}
      aria-label={t('reports.againOf', useNameOf(report))}
      onClick={() => mutate()}
    >
      {t('state.retry')}
    </Button>
  );
}
