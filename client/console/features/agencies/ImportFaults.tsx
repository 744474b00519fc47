// Every fault of a file by row and column, with what stands there.
import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { issueText } from '../../forms/issues.ts';
import { useFormat } from '../../i18n.ts';
import listClasses from '../../list/list.module.css';
import classes from './agencies.module.css';
import type { ImportResult, ImportRow } from './changes.ts';

interface ImportFaultsProps {
  rows: ImportRow[];
  faults: ImportResult['faults'];
}

export function ImportFaults({ rows, faults }: ImportFaultsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const byRow = new Map(rows.map((row) => [row.row, row]));
  const faulty = new Set(faults.map(({ row }) => row)).size;
  return (
    <>
      <Alert color="red" variant="outline">
        <Text>
          {t('agencies.import.faults', { n: format.count(faults.length), rows: format.count(faulty) })}
        </Text>
      </Alert>
      <div className={classes.faults}>
        <table className={listClasses.table}>
          <caption className={listClasses.hidden}>{t('agencies.import.faultsTitle')}</caption>
          <thead>
            <tr>
              {['row', 'column', 'cell', 'fault'].map((title) => (
                <th key={title} scope="col">
                  {t(`agencies.import.table.${title}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {faults.map(({ row, column, code }) => (
              <tr key={`${row} ${column} ${code}`}>
                <th scope="row">{row}</th>
                <td>{t(`agencies.columns.${column}`)}</td>
                <td>{byRow.get(row)?.[column] || <em>{t('agencies.import.blank')}</em>}</td>
                <td>{issueText(code)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
