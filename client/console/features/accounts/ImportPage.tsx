// Accounts from a spreadsheet: first every fault by row and column, then all of them, with slips to print.
import { Alert, Anchor, Button, FileInput, List, Paper, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BOM, csvLine } from '#domain/csv.ts';
import { ROLES, type Role } from '#domain/roles.ts';
import { useFormat } from '../../i18n.ts';
import { saveFile } from '../../list/csv-file.ts';
import { errorText } from '../../messages.ts';
import { Page } from '../../Page.tsx';
import { readSheetFile, UnreadableFile } from '../agencies/sheet-file.ts';
import { ImportFaults } from './ImportFaults.tsx';
import { MadeAccounts } from './MadeAccounts.tsx';
import { type ImportFault, useAccountChanges, type WithFirstPassword } from './queries.ts';
import { readAccountSheet, type Sheet } from './sheet.ts';

interface Tried {
  sheet: Sheet;
  /** Null when the sheet itself cannot be right. */
  faults: ImportFault[] | null;
}

/** As many rows as the server takes. */
const MOST_ROWS = 500;

export default function ImportPage() {
  const { t } = useTranslation();
  const [made, setMade] = useState<WithFirstPassword[] | null>(null);
  return (
    <Page
      title={t('accounts.import.title')}
      about={t('accounts.import.about')}
      back={{ to: '/accounts', label: t('nav.accounts') }}
    >
      {made ? <MadeAccounts made={made} /> : <Choosing onMade={setMade} />}
    </Page>
  );
}

function useRoleNames(): Record<Role, string> {
  const { t } = useTranslation();
  return Object.fromEntries(ROLES.map((role) => [role, t(`shell.roles.${role}`)])) as Record<Role, string>;
}

function Choosing({ onMade }: { onMade: (made: WithFirstPassword[]) => void }) {
  const { t } = useTranslation();
  const names = useRoleNames();
  const { tryImport } = useAccountChanges();
  const [file, setFile] = useState<File | null>(null);
  const trying = useMutation({
    mutationFn: async (chosen: File): Promise<Tried> => {
      const sheet = readAccountSheet(await readSheetFile(chosen), names);
      const { rows, missing } = sheet;
      const hopeless = missing.length > 0 || rows.length === 0 || rows.length > MOST_ROWS;
      return { sheet, faults: hopeless ? null : await tryImport(rows) };
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
          <How names={names} />
          <FileInput
            label={t('accounts.import.file')}
            placeholder={t('accounts.import.choose')}
            accept=".xlsx,.csv,text/csv"
            value={file}
            onChange={choose}
            maw="30rem"
          />
        </Stack>
      </Paper>
      {trying.error && <Unread error={trying.error} />}
      {trying.data && <Outcome tried={trying.data} onMade={onMade} />}
    </>
  );
}

function How({ names }: { names: Record<Role, string> }) {
  const { t } = useTranslation();
  const columns = ['name', 'username', 'role', 'agency'].map((column) => t(`accounts.${column}`));
  const example = t('accounts.import.example', { returnObjects: true }) as string[];
  const template = () => saveFile('mau-tai-khoan.csv', BOM + csvLine(columns) + csvLine(example));
  return (
    <div>
      <List spacing={4}>
        {(t('accounts.import.how', { returnObjects: true }) as string[]).map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
        {ROLES.map((role) => (
          <List.Item key={role}>
            <strong>{names[role]}</strong>: {t(`accounts.roleHints.${role}`)}
          </List.Item>
        ))}
      </List>
      <Anchor component="button" type="button" mt="xs" onClick={template}>
        {t('accounts.import.template')}
      </Anchor>
    </div>
  );
}

function Unread({ error }: { error: Error }) {
  const { t } = useTranslation();
  return (
    <Alert color="red" variant="outline" role="alert">
      {error instanceof UnreadableFile ? t('accounts.import.unreadable') : errorText(error)}
    </Alert>
  );
}

interface OutcomeProps {
  tried: Tried;
  onMade: (made: WithFirstPassword[]) => void;
}

function Outcome({ tried: { sheet, faults }, onMade }: OutcomeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { rows, missing } = sheet;
  const { importRows } = useAccountChanges();
  const importing = useMutation({ mutationFn: () => importRows(rows), onSuccess: onMade, gcTime: 0 });
  const n = format.count(rows.length);
  const columns = missing.map((column) => t(`accounts.${column}`)).join(', ');
  const hopeless =
    missing.length > 0
      ? t('accounts.import.missing', { columns })
      : t(rows.length === 0 ? 'accounts.import.empty' : 'accounts.import.tooMany', { n, most: MOST_ROWS });
  if (!faults)
    return (
      <Alert color="red" variant="outline" role="alert">
        {hopeless}
      </Alert>
    );
  if (faults.length > 0) return <ImportFaults rows={rows} faults={faults} />;
  return (
    <Alert color="petrol" variant="light" role="status">
      <Stack gap="sm" align="flex-start">
        <Text>{t('accounts.import.ready', { n })}</Text>
        {importing.error && <Unread error={importing.error} />}
        <Button loading={importing.isPending} onClick={() => !importing.isPending && importing.mutate()}>
          {t('accounts.import.submit', { n })}
        </Button>
      </Stack>
    </Alert>
  );
}
