// One account: who it is, and what can be done with it.
import { Paper } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useFormat } from '../../i18n.ts';
import { useMay, useMe } from '../../me.ts';
import { Page } from '../../Page.tsx';
import { ErrorPanel, LoadingPanel } from '../../panels.tsx';
import { AccountActions } from './AccountActions.tsx';
import classes from './accounts.module.css';
import { AccountStateBadge } from './columns.tsx';
import { type Account, useAccount } from './queries.ts';

export default function AccountPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useAccount(id);
  const may = useMay('accounts.write');
  const { accountId } = useMe();
  return (
    <Page
      key={id}
      title={data?.name ?? t('nav.accounts')}
      {...(data && { about: t(`accounts.roleHints.${data.role}`) })}
      back={{ to: '/accounts', label: t('nav.accounts') }}
      actions={data && may && <AccountActions account={data} own={data.id === accountId} />}
    >
      {data ? (
        <Facts account={data} />
      ) : error ? (
        <ErrorPanel error={error} onRetry={refetch} />
      ) : (
        <LoadingPanel />
      )}
    </Page>
  );
}

function Facts({ account }: { account: Account }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { username, role, agency, authenticator, signedInAt, createdAt, state } = account;
  const facts = {
    username,
    role: t(`shell.roles.${role}`),
    agency: agency?.name ?? t('accounts.everything'),
    authenticator: t(authenticator ? 'accounts.on' : 'accounts.off'),
    signedIn: signedInAt ? format.moment(signedInAt) : t('accounts.never'),
    created: format.moment(createdAt),
  };
  return (
    <Paper withBorder p="lg">
      <dl className={classes.facts}>
        <div>
          <dt>{t('accounts.state')}</dt>
          <dd>
            <AccountStateBadge state={state} />
          </dd>
        </div>
        {Object.entries(facts).map(([name, value]) => (
          <div key={name}>
            <dt>{t(`accounts.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Paper>
  );
}
