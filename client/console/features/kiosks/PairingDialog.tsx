// Confirms the code that a tablet shows, and says where the tablet stands.
import { Text, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { formatCode, normaliseCode } from '#domain/touchpoints.ts';
import { FormDialog } from '../../forms/FormDialog.tsx';
import { tell } from '../../messages.ts';
import { KioskInputs } from './KioskInputs.tsx';
import classes from './kiosks.module.css';
import { type DeviceFields, useDeviceChanges } from './queries.ts';

interface PairingFields extends DeviceFields {
  pairing: string;
}

interface PairingDialogProps {
  /** As the tablet's QR code brought it; `''` is still to be typed. */
  code: string;
  onClose: () => void;
}

export function PairingDialog({ code, onClose }: PairingDialogProps) {
  const { t } = useTranslation();
  const { pair } = useDeviceChanges();
  const known = normaliseCode(code);
  const form = useForm<PairingFields>({
    defaultValues: { pairing: known ? formatCode(known) : code, touchpoint: '', name: '' },
  });
  const send = async ({ pairing, ...fields }: PairingFields) => {
    await pair(pairing, fields);
    tell(t('kiosks.pair.done', { name: fields.name }));
  };
  return (
    <FormDialog title={t('kiosks.pair.title')} submit={t('kiosks.pair.submit')} {...{ form, send, onClose }}>
      <Text size="sm">{t('kiosks.pair.how', { address: `${window.location.host}/kiosk` })}</Text>
      <TextInput
        label={t('kiosks.pair.code')}
        placeholder="7KQM-P3XR"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        classNames={{ input: classes.typedCode }}
        data-autofocus={known ? undefined : true}
        {...form.register('pairing', {
          validate: (typed) => normaliseCode(typed) !== null || t('kiosks.pair.malformed'),
        })}
        error={form.formState.errors.pairing?.message}
      />
      <KioskInputs />
    </FormDialog>
  );
}
