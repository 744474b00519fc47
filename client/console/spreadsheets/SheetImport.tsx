// Takes in a spreadsheet: it is read and tried at once, and whatever is wrong is named; without a fault it can be sent.
import { Alert, Button, FileInput, Group, Paper, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n.ts';
import { errorText } from '../messages.ts';
import { SheetFaults } from './SheetFaults.tsx';
import type { Sheet, SheetFault, SheetRow } from './sheet.ts';
import { readSheetFile, UnreadableFile } from './sheet-file.ts';

interface SheetImportProps<Column extends string> {
  /** What the file must look like. */
  how: ReactNode;
  read: (cells: string[][]) => Sheet<Column>;
  columnName: (column: Column) => string;
  /** As many rows as the server takes. */
  most: number;
  /** Asks the server what is wrong, without changing anything. */
  tryOut: (rows: SheetRow<Column>[]) => Promise<SheetFault<Column>[]>;
  /** What is shown of rows without a fault. */
  children: (rows: SheetRow<Column>[]) => ReactNode;
}

export function SheetImport<Column extends string>(props: SheetImportProps<Column>) {
  const { how, read, most, tryOut } = props;
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const trying = useMutation({
    mutationFn: async (chosen: File) => {
      const sheet = read(await readSheetFile(chosen));
      const hopeless = sheet.missing.length > 0 || sheet.rows.length === 0 || sheet.rows.length > most;
      return { sheet, faults: hopeless ? null : await tryOut(sheet.rows) };
    },
  });
  const choose = (chosen: File | null) => {
    setFile(chosen);
    trying.reset();
    if (chosen) trying.mutate(chosen);
  };
  return (
    <>
      <Paper withBorder p="lg">
        <Stack gap="md">
          {how}
          <Group align="flex-end" gap="sm">
            <FileInput
              label={t('spreadsheets.file')}
              placeholder={t('spreadsheets.choose')}
              accept=".xlsx,.csv,text/csv"
              value={file}
              onChange={choose}
              flex="1 1 16rem"
              maw="30rem"
            />
            {file && (
              <Button variant="default" loading={trying.isPending} onClick={() => trying.mutate(file)}>
                {t('spreadsheets.again')}
              </Button>
            )}
          </Group>
        </Stack>
      </Paper>
      {trying.error && <ImportError error={trying.error} />}
      {trying.data && <Outcome {...props} {...trying.data} />}
    </>
  );
}

/** Why a file was not taken in. */
export function ImportError({ error }: { error: Error }) {
  const { t } = useTranslation();
  return (
    <Alert color="red" variant="outline" role="alert">
      {error instanceof UnreadableFile ? t('spreadsheets.unreadable') : errorText(error)}
    </Alert>
  );
}

interface OutcomeProps<Column extends string> extends SheetImportProps<Column> {
  sheet: Sheet<Column>;
  /** Null when the sheet itself cannot be right. */
  faults: SheetFault<Column>[] | null;
}

function Outcome<Column extends string>(props: OutcomeProps<Column>) {
  const { sheet, faults, most, columnName, children } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { rows, missing, unknown } = sheet;
  const n = format.count(rows.length);
  return (
    <Stack gap="md" role="status">
      {unknown.length > 0 && (
        <Alert color="yellow">{t('spreadsheets.unknown', { titles: unknown.join(', ') })}</Alert>
      )}
      {missing.length > 0 && (
        <Fault>{t('spreadsheets.missing', { columns: missing.map(columnName).join(', ') })}</Fault>
      )}
      {missing.length === 0 && rows.length === 0 && <Fault>{t('spreadsheets.empty')}</Fault>}
      {rows.length > most && <Fault>{t('spreadsheets.tooMany', { n, most: format.count(most) })}</Fault>}
      {faults &&
        (faults.length > 0 ? (
          <SheetFaults rows={rows} faults={faults} columnName={columnName} />
        ) : (
          children(rows)
        ))}
    </Stack>
  );
}

function Fault({ children }: { children: ReactNode }) {
  return (
    <Alert color="red" variant="outline">
      {children}
    </Alert>
  );
}
