// What can be done with one tablet.
import { ActionIcon, Button, Group, Menu, Text } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { DeviceView } from '#domain/devices.ts';
import { FormDialog } from '../../forms/FormDialog.tsx';
import { DotsIcon } from '../../icons.tsx';
import { useMay } from '../../me.ts';
import { tell } from '../../messages.ts';
import { KioskDetails } from './KioskDetails.tsx';
import { KioskInputs } from './KioskInputs.tsx';
import { type DeviceFields, useDeviceChanges } from './queries.ts';

interface KioskProps {
  device: DeviceView;
}

export function KioskActions({ device }: KioskProps) {
  const { t } = useTranslation();
  const may = useMay('devices.write') && device.state === 'active';
  const [open, setOpen] = useState<'details' | 'change' | 'revoke' | null>(null);
  const { name } = device;
  const close = () => setOpen(null);
  return (
    <Group gap="xs" wrap="nowrap" justify="flex-end">
      <Button
        size="compact-md"
        variant="default"
        aria-label={t('kiosks.detailsOf', { name })}
        onClick={() => setOpen('details')}
      >
        {t('kiosks.details')}
      </Button>
      {may && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="default" size="lg" aria-label={t('kiosks.more', { name })}>
              <DotsIcon />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setOpen('change')}>{t('kiosks.change.button')}</Menu.Item>
            <Menu.Item onClick={() => setOpen('revoke')}>{t('kiosks.revoke.button')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {open === 'details' && <KioskDetails device={device} onClose={close} />}
      {open === 'change' && <ChangeDialog device={device} onClose={close} />}
      {open === 'revoke' && <RevokeDialog device={device} onClose={close} />}
    </Group>
  );
}

interface DialogProps extends KioskProps {
  onClose: () => void;
}

function ChangeDialog({ device: { id, name, touchpoint }, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { change } = useDeviceChanges();
  const form = useForm<DeviceFields>({ defaultValues: { name, touchpoint: touchpoint.id } });
  const send = async (fields: DeviceFields) => {
    await change(id, fields);
    tell(t('kiosks.change.done', { name: fields.name }));
  };
  return (
    <FormDialog title={t('kiosks.change.title')} submit={t('form.save')} {...{ form, send, onClose }}>
      <KioskInputs chosen={touchpoint} />
    </FormDialog>
  );
}

function RevokeDialog({ device: { id, name, unsent }, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { revoke } = useDeviceChanges();
  const form = useForm();
  const send = async () => {
    await revoke(id);
    tell(t('kiosks.revoke.done', { name }));
  };
  return (
    <FormDialog
      title={t('kiosks.revoke.title', { name })}
      submit={t('kiosks.revoke.button')}
      danger
      {...{ form, send, onClose }}
    >
      <Text>{t('kiosks.revoke.effect')}</Text>
      {unsent !== null && unsent > 0 && <Text fw={600}>{t('kiosks.revoke.unsent', { n: unsent })}</Text>}
    </FormDialog>
  );
}
