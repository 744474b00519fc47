// The reports that somebody ordered: how far each is, and its file.
import { useTranslation } from 'react-i18next';
import { List } from '../../list/List.tsx';
import { Page } from '../../Page.tsx';
import { CreateReport } from './CreateReport.tsx';
import { useReportColumns } from './columns.tsx';
import { useReports } from './queries.ts';
import { ReportActions } from './ReportActions.tsx';

export default function ReportsPage() {
  const { t } = useTranslation();
  const columns = useReportColumns();
  return (
    <Page title={t('nav.reports')} about={t('reports.about')} actions={<CreateReport variant="filled" />}>
      <List
        caption={t('nav.reports')}
        query={useReports()}
        columns={columns}
        rowKey={({ id }) => id}
        actions={(report) => <ReportActions report={report} />}
        empty={{ title: t('reports.none'), children: t('reports.noneHow') }}
        file="bao-cao"
      />
    </Page>
  );
}
