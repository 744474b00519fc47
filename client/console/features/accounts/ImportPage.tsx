// Accounts from a spreadsheet: first every fault by row and column, then all of them, with slips to print.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLES, type Role } from '#domain/roles.ts';
import { useFormat } from '../../i18n.ts';
import { Page } from '../../Page.tsx';
import { SheetHow } from '../../spreadsheets/SheetHow.tsx';
import { SheetImport } from '../../spreadsheets/SheetImport.tsx';
import { SheetReady } from '../../spreadsheets/SheetReady.tsx';
import type { SheetRow } from '../../spreadsheets/sheet.ts';
import { MadeAccounts } from './MadeAccounts.tsx';
import { useAccountChanges, type WithFirstPassword } from './queries.ts';
import { readAccountSheet, type SheetColumn } from './sheet.ts';

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

type OnMade = (made: WithFirstPassword[]) => void;

function Choosing({ onMade }: { onMade: OnMade }) {
  const { t } = useTranslation();
  const { tryImport } = useAccountChanges();
  const roleNames = Object.fromEntries(ROLES.map((role) => [role, t(`shell.roles.${role}`)])) as Record<
    Role,
    string
  >;
  const columnName = (column: SheetColumn) => t(`accounts.${column}`);
  return (
    <SheetImport
      how={<How roleNames={roleNames} columnName={columnName} />}
      read={(cells) => readAccountSheet(cells, roleNames)}
      columnName={columnName}
      most={MOST_ROWS}
      tryOut={tryImport}
    >
      {(rows) => <Ready rows={rows} onMade={onMade} />}
    </SheetImport>
  );
}

interface HowProps {
  roleNames: Record<Role, string>;
  columnName: (column: SheetColumn) => string;
}

function How({ roleNames, columnName }: HowProps) {
  const { t } = useTranslation();
  const titles = (['name', 'username', 'role', 'agency'] as const).map(columnName);
  const example = t('accounts.import.example', { returnObjects: true }) as string[];
  const roles = ROLES.map((role) => (
    <span key={role}>
      <strong>{roleNames[role]}</strong>: {t(`accounts.roleHints.${role}`)}
    </span>
  ));
  return (
    <SheetHow
      lines={[...(t('accounts.import.how', { returnObjects: true }) as string[]), ...roles]}
      template={{ name: 'mau-tai-khoan.csv', lines: [titles, example] }}
    />
  );
}

function Ready({ rows, onMade }: { rows: SheetRow<SheetColumn>[]; onMade: OnMade }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { importRows } = useAccountChanges();
  // First passwords are kept nowhere else than where they are shown.
  const importing = useMutation({ mutationFn: () => importRows(rows), onSuccess: onMade, gcTime: 0 });
  const n = format.count(rows.length);
  return (
    <SheetReady
      about={t('accounts.import.ready', { n })}
      button={t('accounts.import.submit', { n })}
      importing={importing}
    />
  );
}
