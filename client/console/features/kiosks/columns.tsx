// What the list of tablets shows, and what it can be narrowed to.
import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceView } from '#domain/devices.ts';
import { isSilent } from '#domain/silence.ts';
import { useFormat } from '../../i18n.ts';
import type { Choice, Column } from '../../list/selection.ts';
import { StateBadge } from '../../StateBadge.tsx';
import classes from './kiosks.module.css';

const CONDITIONS = ['working', 'silent', 'revoked'] as const;
export type Condition = (typeof CONDITIONS)[number];
const TONES = { working: 'good', silent: 'notice', revoked: 'off' } as const;

export function conditionOf(device: DeviceView): Condition {
  if (device.state === 'revoked') return 'revoked';
  return isSilent(device, Date.now()) ? 'silent' : 'working';
}

export function refusalsOf({ refusals }: DeviceView): number {
  return Object.values(refusals).reduce((sum, n) => sum + n, 0);
}

export function ConditionBadge({ device }: { device: DeviceView }) {
  const { t } = useTranslation();
  const condition = conditionOf(device);
  return <StateBadge tone={TONES[condition]}>{t(`kiosks.conditions.${condition}`)}</StateBadge>;
}

export function useKioskColumns(): Column<DeviceView>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const count = (n: number | null) => (n === null ? '–' : format.count(n));
    const moment = (at: string | null) => (at === null ? '' : format.moment(at));
    return [
      {
        id: 'name',
        title: t('kiosks.name'),
        value: ({ name }) => name,
        cell: ({ name }) => <strong>{name}</strong>,
      },
      {
        id: 'touchpoint',
        title: t('kiosks.touchpoint'),
        value: ({ touchpoint }) => touchpoint.name,
        text: ({ touchpoint: { name, agency } }) =>
          name === agency.name ? name : `${name} – ${agency.name}`,
      },
      {
        id: 'condition',
        title: t('kiosks.condition'),
        value: (device) => CONDITIONS.indexOf(conditionOf(device)),
        text: (device) => t(`kiosks.conditions.${conditionOf(device)}`),
        cell: (device) => <ConditionBadge device={device} />,
      },
      {
        id: 'lastSeen',
        title: t('kiosks.lastSeen'),
        value: ({ lastSeenAt }) => lastSeenAt,
        text: ({ lastSeenAt }) => moment(lastSeenAt) || t('kiosks.never'),
        descendingFirst: true,
      },
      {
        id: 'unsent',
        title: t('kiosks.unsent'),
        value: ({ unsent }) => unsent,
        text: ({ unsent }) => count(unsent),
        cell: ({ unsent }) => (
          <Text span fz="inherit" className={unsent ? classes.worth : undefined}>
            {count(unsent)}
          </Text>
        ),
        descendingFirst: true,
      },
      {
        id: 'battery',
        title: t('kiosks.battery'),
        value: ({ battery }) => battery,
        text: ({ battery, charging }) =>
          battery === null
            ? '–'
            : [`${format.count(battery * 100)}%`, ...(charging ? [t('kiosks.charging')] : [])].join(', '),
      },
      {
        id: 'version',
        title: t('kiosks.version'),
        value: ({ version }) => version,
        text: ({ version }) => version ?? '–',
      },
      {
        id: 'refusals',
        title: t('kiosks.refusals'),
        value: refusalsOf,
        text: (device) => format.count(refusalsOf(device)),
        descendingFirst: true,
      },
      {
        id: 'pairedAt',
        title: t('kiosks.pairedAt'),
        value: ({ pairedAt }) => pairedAt,
        text: ({ pairedAt }) => moment(pairedAt),
        exportOnly: true,
      },
    ];
  }, [t, format]);
}

export function useKioskChoices(): Choice<DeviceView>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'condition',
        label: t('kiosks.condition'),
        options: CONDITIONS.map((value) => ({ value, label: t(`kiosks.conditions.${value}`) })),
        holds: (device, value) => conditionOf(device) === value,
      },
    ],
    [t],
  );
}
