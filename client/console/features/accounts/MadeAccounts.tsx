// Accounts that were just made, with slips to print; leaving the page loses their first passwords.
import { Alert, Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n.ts';
import listClasses from '../../list/list.module.css';
import classes from './accounts.module.css';
import type { WithFirstPassword } from './queries.ts';
import { Slips } from './Slips.tsx';

export function MadeAccounts({ made }: { made: readonly WithFirstPassword[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
  return (
    <Stack gap="md">
      <Alert color="petrol" variant="light" role="status">
        <Stack gap="sm" align="flex-start">
          <Text fw={600}>{t('accounts.import.done', { n: format.count(made.length) })}</Text>
          <Text>{t('accounts.slips.how')}</Text>
          <Group gap="sm">
            <Button onClick={() => window.print()}>{t('accounts.slips.print')}</Button>
            <Anchor component={Link} to="/accounts">
              {t('accounts.slips.leave')}
            </Anchor>
          </Group>
        </Stack>
      </Alert>
      <Paper withBorder className={classes.faults}>
        <table className={listClasses.table}>
          <caption className={listClasses.hidden}>{t('accounts.slips.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('accounts.name')}</th>
              <th scope="col">{t('accounts.username')}</th>
              <th scope="col">{t('accounts.firstPassword')}</th>
            </tr>
          </thead>
          <tbody>
            {made.map(({ account, firstPassword }) => (
              <tr key={account.id}>
                <th scope="row">{account.name}</th>
                <td>{account.username}</td>
                <td>
                  <code>{firstPassword}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Paper>
      <Slips made={made} />
    </Stack>
  );
}
