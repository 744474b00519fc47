// Agencies from a spreadsheet: first every fault by row and column, then all rows or none.
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFormat } from '../../i18n.ts';
import { tell } from '../../messages.ts';
import { Page } from '../../Page.tsx';
import { SheetHow } from '../../spreadsheets/SheetHow.tsx';
import { SheetImport } from '../../spreadsheets/SheetImport.tsx';
import { SheetReady } from '../../spreadsheets/SheetReady.tsx';
import { readSheet, type SheetRow } from '../../spreadsheets/sheet.ts';
import { useAgencyChanges } from './changes.ts';
import { AGENCY_SHEET, SHEET_COLUMNS, type SheetColumn } from './sheet.ts';

/** As many rows as the server takes. */
const MOST_ROWS = 5000;

export default function ImportPage() {
  const { t } = useTranslation();
  const { tryImport } = useAgencyChanges();
  const columnName = (column: SheetColumn) => t(`agencies.columns.${column}`);
  return (
    <Page
      title={t('agencies.import.title')}
      about={t('agencies.import.about')}
      back={{ to: '/agencies', label: t('nav.agencies') }}
    >
      <SheetImport
        how={
          <SheetHow
            lines={t('agencies.import.how', { returnObjects: true }) as string[]}
            template={{ name: 'mau-co-quan.csv', lines: [SHEET_COLUMNS.map(columnName)] }}
          />
        }
        read={(cells) => readSheet(cells, AGENCY_SHEET)}
        columnName={columnName}
        most={MOST_ROWS}
        tryOut={async (rows) => (await tryImport(rows)).faults}
      >
        {(rows) => <Ready rows={rows} />}
      </SheetImport>
    </Page>
  );
}

function Ready({ rows }: { rows: SheetRow<SheetColumn>[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { importRows } = useAgencyChanges();
  const importing = useMutation({
    mutationFn: () => importRows(rows),
    onSuccess: async ({ added }) => {
      tell(t('agencies.import.done', { n: format.count(added) }));
      await navigate('/agencies');
    },
  });
  const n = format.count(rows.length);
  return (
    <SheetReady
      about={t('agencies.import.ready', { n })}
      button={t('agencies.import.submit', { n })}
      importing={importing}
    />
  );
}
