// Every fault of a file by row and column, with what stands there.
import { Alert, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { issueText } from '../forms/issues.ts';
import { useFormat } from '../i18n.ts';
import listClasses from '../list/list.module.css';
import type { SheetFault, SheetRow } from './sheet.ts';
import classes from './spreadsheets.module.css';

interface SheetFaultsProps<Column extends string> {
  rows: readonly SheetRow<Column>[];
  faults: readonly SheetFault<Column>[];
  columnName: (column: Column) => string;
}

export function SheetFaults<Column extends string>({ rows, faults, columnName }: SheetFaultsProps<Column>) {
  const { t } = useTranslation();
  const format = useFormat();
  const byRow = new Map(rows.map((row) => [row.row, row]));
  const n = format.count(faults.length);
  const faulty = format.count(new Set(faults.map(({ row }) => row)).size);
  return (
    <Stack gap="md">
      <Alert color="red" variant="outline">
        {t('spreadsheets.faults', { n, rows: faulty })}
      </Alert>
      <div className={classes.faults}>
        <table className={listClasses.table}>
          <caption className={listClasses.hidden}>{t('spreadsheets.faultsTitle')}</caption>
          <thead>
            <tr>
              {['row', 'column', 'cell', 'fault'].map((title) => (
                <th key={title} scope="col">
                  {t(`spreadsheets.table.${title}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {faults.map(({ row, column, code }) => (
              <tr key={`${row} ${column} ${code}`}>
                <th scope="row">{row}</th>
                <td>{columnName(column)}</td>
                <td>{byRow.get(row)?.[column] || <em>{t('spreadsheets.blank')}</em>}</td>
                <td>{issueText(code)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Stack>
  );
}
