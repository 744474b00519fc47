// Everybody who can sign in: found, added one by one or from a file.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ServedList } from '../../list/ServedList.tsx';
import { useMay } from '../../me.ts';
import { Page } from '../../Page.tsx';
import { NewAccountDialog } from './AccountDialogs.tsx';
import { useAccountChoices, useAccountColumns } from './columns.tsx';
import { FirstPasswordDialog } from './FirstPasswordDialog.tsx';
import { ACCOUNTS, type Account, readAccounts, type WithFirstPassword } from './queries.ts';

export default function AccountsPage() {
  const { t } = useTranslation();
  const may = useMay('accounts.write');
  const columns = useAccountColumns();
  const choices = useAccountChoices();
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<WithFirstPassword | null>(null);
  return (
    <Page title={t('nav.accounts')} about={t('accounts.about')}>
      <ServedList<Account>
        caption={t('nav.accounts')}
        queryKey={ACCOUNTS}
        read={readAccounts}
        columns={columns}
        choices={choices}
        rowKey={({ id }) => id}
        linkTo={({ id }) => `/accounts/${encodeURIComponent(id)}`}
        toolbar={
          may && (
            <>
              <Button variant="default" component={Link} to="/accounts/import">
                {t('accounts.import.button')}
              </Button>
              <Button onClick={() => setAdding(true)}>{t('accounts.add')}</Button>
            </>
          )
        }
        empty={{ title: t('accounts.none'), children: t('accounts.noneHow') }}
        file="tai-khoan"
      />
      {adding && <NewAccountDialog onClose={() => setAdding(false)} onMade={setMade} />}
      {made && <FirstPasswordDialog made={made} onClose={() => setMade(null)} />}
    </Page>
  );
}
