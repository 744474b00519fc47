// Agencies from a spreadsheet: first every fault by row and column, then all rows or none.
import { Alert, Anchor, Button, FileInput, Group, List, Paper, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { BOM, csvLine } from '#domain/csv.ts';
import { useFormat } from '../../i18n.ts';
import { saveFile } from '../../list/csv-file.ts';
import { errorText, tell } from '../../messages.ts';
import { Page } from '../../Page.tsx';
import { type ImportResult, useAgencyChanges } from './changes.ts';
import { ImportFaults } from './ImportFaults.tsx';
import { readSheet, SHEET_COLUMNS, type Sheet } from './sheet.ts';
import { readSheetFile, UnreadableFile } from './sheet-file.ts';

interface Tried {
  sheet: Sheet;
  /** Null when the sheet itself cannot be right. */
  result: ImportResult | null;
}

/** As many rows as the server takes. */
const MOST_ROWS = 5000;

export default function ImportPage() {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const { tryImport } = useAgencyChanges();
  const trying = useMutation({
    mutationFn: async (chosen: File): Promise<Tried> => {
      const sheet = readSheet(await readSheetFile(chosen));
      const hopeless = sheet.missing.length > 0 || sheet.rows.length === 0 || sheet.rows.length > MOST_ROWS;
      return { sheet, result: hopeless ? null : await tryImport(sheet.rows) };
    },
  });
  const choose = (chosen: File | null) => {
    setFile(chosen);
    trying.reset();
    if (chosen) trying.mutate(chosen);
  };
  return (
    <Page
      title={t('agencies.import.title')}
      about={t('agencies.import.about')}
      back={{ to: '/agencies', label: t('nav.agencies') }}
    >
      <Paper withBorder p="lg">
        <Stack gap="md">
          <How />
          <Group align="flex-end" gap="sm">
            <FileInput
              label={t('agencies.import.file')}
              placeholder={t('agencies.import.choose')}
              accept=".xlsx,.csv,text/csv"
              value={file}
              onChange={choose}
              flex="1 1 16rem"
              maw="30rem"
            />
            {file && (
              <Button variant="default" loading={trying.isPending} onClick={() => trying.mutate(file)}>
                {t('agencies.import.again')}
              </Button>
            )}
          </Group>
        </Stack>
      </Paper>
      {trying.error && <Unread error={trying.error} />}
      {trying.data && <Outcome tried={trying.data} />}
    </Page>
  );
}

function How() {
  const { t } = useTranslation();
  const template = () =>
    saveFile(
      'mau-co-quan.csv',
      BOM + csvLine(SHEET_COLUMNS.map((column) => t(`agencies.columns.${column}`))),
    );
  return (
    <div>
      <List spacing={4}>
        {(t('agencies.import.how', { returnObjects: true }) as string[]).map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
      <Anchor component="button" type="button" mt="xs" onClick={template}>
        {t('agencies.import.template')}
      </Anchor>
    </div>
  );
}

function Unread({ error }: { error: Error }) {
  const { t } = useTranslation();
  return (
    <Alert color="red" variant="outline" role="alert">
      {error instanceof UnreadableFile ? t('agencies.import.unreadable') : errorText(error)}
    </Alert>
  );
}

function Outcome({ tried: { sheet, result } }: { tried: Tried }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { rows, missing, unknown } = sheet;
  const names = (columns: readonly string[]) =>
    columns.map((column) => t(`agencies.columns.${column}`)).join(', ');
  return (
    <Stack gap="md" role="status">
      {unknown.length > 0 && (
        <Alert color="yellow">{t('agencies.import.unknown', { titles: unknown.join(', ') })}</Alert>
      )}
      {missing.length > 0 && (
        <Alert color="red" variant="outline">
          {t('agencies.import.missing', { columns: names(missing) })}
        </Alert>
      )}
      {missing.length === 0 && rows.length === 0 && (
        <Alert color="red" variant="outline">
          {t('agencies.import.empty')}
        </Alert>
      )}
      {rows.length > MOST_ROWS && (
        <Alert color="red" variant="outline">
          {t('agencies.import.tooMany', { n: format.count(rows.length), most: format.count(MOST_ROWS) })}
        </Alert>
      )}
      {result &&
        (result.faults.length > 0 ? (
          <ImportFaults rows={rows} faults={result.faults} />
        ) : (
          <Ready sheet={sheet} />
        ))}
    </Stack>
  );
}

function Ready({ sheet: { rows } }: { sheet: Sheet }) {
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
  return (
    <Alert color="petrol" variant="light">
      <Stack gap="sm" align="flex-start">
        <Text>{t('agencies.import.ready', { n: format.count(rows.length) })}</Text>
        {importing.error && <Unread error={importing.error} />}
        <Button loading={importing.isPending} onClick={() => !importing.isPending && importing.mutate()}>
          {t('agencies.import.submit', { n: format.count(rows.length) })}
        </Button>
      </Stack>
    </Alert>
  );
}
