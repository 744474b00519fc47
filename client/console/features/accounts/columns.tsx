// What the list of accounts shows, and what it can be narrowed to.
import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLES } from '#domain/roles.ts';
import { useFormat } from '../../i18n.ts';
import type { Choice, Column } from '../../list/selection.ts';
import { StateBadge } from '../../StateBadge.tsx';
import { ACCOUNT_STATES, type Account, type AccountState } from './queries.ts';

const TONES = { active: 'good', invited: 'notice', disabled: 'off' } as const;

export function AccountStateBadge({ state }: { state: AccountState }) {
  const { t } = useTranslation();
  return <StateBadge tone={TONES[state]}>{t(`accounts.states.${state}`)}</StateBadge>;
}

export function useAccountColumns(): Column<Account>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      { id: 'name', title: t('accounts.name'), value: ({ name }) => name },
      {
        id: 'username',
        title: t('accounts.username'),
        value: ({ username }) => username,
        cell: ({ username }) => (
          <Text span fz="inherit" style={{ overflowWrap: 'anywhere' }}>
            {username}
          </Text>
        ),
      },
      { id: 'role', title: t('accounts.role'), value: ({ role }) => t(`shell.roles.${role}`) },
      {
        id: 'agency',
        title: t('accounts.agency'),
        value: ({ agency }) => agency?.name ?? t('accounts.everything'),
      },
      {
        id: 'state',
        title: t('accounts.state'),
        value: ({ state }) => t(`accounts.states.${state}`),
        cell: ({ state }) => <AccountStateBadge state={state} />,
        unsorted: true,
      },
      {
        id: 'signedIn',
        title: t('accounts.signedIn'),
        value: ({ signedInAt }) => signedInAt,
        text: ({ signedInAt }) => (signedInAt ? format.moment(signedInAt) : t('accounts.never')),
        descendingFirst: true,
      },
    ],
    [t, format],
  );
}

/** The server narrows; nothing is left to hold here. */
const holds = () => true;

export function useAccountChoices(): Choice<Account>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'role',
        label: t('accounts.role'),
        options: ROLES.map((value) => ({ value, label: t(`shell.roles.${value}`) })),
        holds,
      },
      {
        id: 'state',
        label: t('accounts.state'),
        options: ACCOUNT_STATES.map((value) => ({ value, label: t(`accounts.states.${value}`) })),
        holds,
      },
    ],
    [t],
  );
}
