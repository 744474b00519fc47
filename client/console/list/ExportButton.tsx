// Hands all rows found to the browser as a file.
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { tellError } from '../messages.ts';
import { csvOf, saveFile } from './csv-file.ts';
import type { Column } from './selection.ts';
import type { ListRows } from './use-list.ts';

interface ExportButtonProps<Row> {
  file: string;
  rows: ListRows<Row>;
  columns: readonly Column<Row>[];
}

export function ExportButton<Row>({ file, rows, columns }: ExportButtonProps<Row>) {
  const { t } = useTranslation();
  const { mutate, isPending } = useMutation({
    mutationFn: rows.every,
    onSuccess: (every) => saveFile(`${file}.csv`, csvOf(every, columns)),
    onError: tellError,
  });
  return (
    <Button variant="default" disabled={rows.found === 0} loading={isPending} onClick={() => mutate()}>
      {t('list.export')}
    </Button>
  );
}
