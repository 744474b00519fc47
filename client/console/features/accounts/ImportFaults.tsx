// Every fault of a file by row and column, with what stands there.
import { Alert, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { issueText } from '../../forms/issues.ts';
import { useFormat } from '../../i18n.ts';
import listClasses from '../../list/list.module.css';
import classes from './accounts.module.css';
import type { ImportFault, ImportRow } from './queries.ts';

interface ImportFaultsProps {
  rows: readonly ImportRow[];
  faults: readonly ImportFault[];
}

export function ImportFaults({ rows, faults }: ImportFaultsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const byRow = new Map(rows.map((row) => [row.row, row]));
  const n = format.count(faults.length);
  const faulty = format.count(new Set(faults.map(({ row }) => row)).size);
  return (
    <Stack gap="md">
      <Alert color="red" variant="outline" role="alert">
        {t('accounts.import.faults', { n, rows: faulty })}
      </Alert>
      <div className={classes.faults}>
        <table className={listClasses.table}>
          <caption className={listClasses.hidden}>{t('accounts.import.faultsTitle')}</caption>
          <thead>
            <tr>
              {['row', 'column', 'cell', 'fault'].map((title) => (
                <th key={title} scope="col">
                  {t(`accounts.import.table.${title}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {faults.map(({ row, column, code }) => (
              <tr key={`${row} ${column} ${code}`}>
                <th scope="row">{row}</th>
                <td>{t(`accounts.${column}`)}</td>
                <td>{byRow.get(row)?.[column] || <em>{t('accounts.import.blank')}</em>}</td>
                <td>{issueText(code)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Stack>
  );
}
