// Everything that is known of one tablet, with the code of its staff corner.
import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceView } from '#domain/devices.ts';
import { useFormat } from '../../i18n.ts';
import { useMay } from '../../me.ts';
import { ConditionBadge } from './columns.tsx';
import classes from './kiosks.module.css';

interface KioskDetailsProps {
  device: DeviceView;
  onClose: () => void;
}

export function KioskDetails({ device, onClose }: KioskDetailsProps) {
  const { t } = useTranslation();
  const may = useMay('devices.write');
  return (
    <Modal
      opened
      onClose={onClose}
      title={device.name}
      size="lg"
      closeButtonProps={{ 'aria-label': t('form.close'), size: 44 }}
      styles={{ title: { fontWeight: 600, fontSize: '1.125rem' } }}
    >
      <Stack gap="lg">
        <Facts device={device} />
        {may && device.state === 'active' && <CornerCode code={device.cornerCode} />}
      </Stack>
    </Modal>
  );
}

function Facts({ device }: { device: DeviceView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const moment = (at: string | null) => (at === null ? t('kiosks.never') : format.moment(at));
  const { touchpoint } = device;
  const facts: [string, React.ReactNode][] = [
    [t('kiosks.condition'), <ConditionBadge key="condition" device={device} />],
    [t('kiosks.touchpoint'), `${touchpoint.name} – ${touchpoint.agency.name}`],
    [t('kiosks.lastSeen'), moment(device.lastSeenAt)],
    [t('kiosks.pairedAt'), moment(device.pairedAt)],
    ...(device.revokedAt ? ([[t('kiosks.revokedAt'), moment(device.revokedAt)]] as [string, string][]) : []),
    [t('kiosks.unsent'), device.unsent === null ? '–' : format.count(device.unsent)],
    ...(device.oldestUnsent
      ? ([[t('kiosks.oldestUnsent'), moment(device.oldestUnsent)]] as [string, string][])
      : []),
    [t('kiosks.version'), device.version ?? '–'],
    [
      t('kiosks.storage'),
      device.storagePersisted === null ? '–' : t(`kiosks.storages.${device.storagePersisted}`),
    ],
    [t('kiosks.refusals'), <Refusals key="refusals" refusals={device.refusals} />],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <Fact key={name} name={name}>
          {value}
        </Fact>
      ))}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Refusals({ refusals }: Pick<DeviceView, 'refusals'>) {
  const { t } = useTranslation();
  const { t: errors } = useTranslation('errors');
  const format = useFormat();
  const found = Object.entries(refusals);
  if (found.length === 0) return t('kiosks.noRefusals');
  return (
    <List size="sm">
      {found.map(([code, n]) => (
        <List.Item key={code}>
          {t('kiosks.times', { n: format.count(n) })}:{' '}
          {errors([`errors.${code}`, `issues.${code}`, 'errors.invalid'])}
        </List.Item>
      ))}
    </List>
  );
}

/** Shown only when somebody asks: a screen at a counter has many eyes on it. */
function CornerCode({ code }: { code: string }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <Stack gap="xs" align="flex-start">
      <Text fw={600}>{t('kiosks.corner.title')}</Text>
      <Text size="sm">{t('kiosks.corner.how')}</Text>
      <Group gap="md">
        <span className={classes.code} role="status">
          {shown ? code : ''}
        </span>
        <Button variant="default" onClick={() => setShown(!shown)}>
          {t(shown ? 'kiosks.corner.hide' : 'kiosks.corner.show')}
        </Button>
      </Group>
    </Stack>
  );
}
