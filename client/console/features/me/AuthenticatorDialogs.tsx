// The authenticator app is shown its secret and shows a first code; then the recovery codes, once.
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { encode } from 'uqr';
import { CopyButton } from '../../CopyButton.tsx';
import { FormDialog } from '../../forms/FormDialog.tsx';
import { required } from '../../forms/issues.ts';
import { saveFile } from '../../list/csv-file.ts';
import classes from './me.module.css';
import type { Proposal } from './queries.ts';

interface ConfirmDialogProps {
  proposal: Proposal;
  send: (code: string) => Promise<void>;
  onClose: () => void;
}

const NOTHING = () => undefined;

export function ConfirmDialog({ proposal, send, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { code: '' } });
  const groups = proposal.secret.match(/.{1,4}/g) ?? [];
  return (
    <FormDialog
      title={t('me.addAuthenticator')}
      submit={t('me.turnOn')}
      form={form}
      send={({ code }) => send(code.replace(/\s/g, ''))}
      onClose={onClose}
      onSent={NOTHING}
    >
      <Text>{t('me.scan')}</Text>
      <QrCode text={proposal.address} label={t('me.qr')} />
      <div>
        <Text size="sm">{t('me.secret')}</Text>
        <code className={classes.secret}>{groups.join(' ')}</code>
      </div>
      <TextInput
        size="lg"
        label={t('me.firstCode')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        data-autofocus
        {...form.register('code', required)}
        error={form.formState.errors.code?.message}
      />
    </FormDialog>
  );
}

function QrCode({ text, label }: { text: string; label: string }) {
  const { path, size } = useMemo(() => {
    const { data, size } = encode(text, { ecc: 'M', border: 4 });
    const dots = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { path: dots.join(''), size };
  }, [text]);
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      className={classes.qr}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}

export function RecoveryCodes({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const text = codes.join('\n');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('me.codes')}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
      styles={{ title: { fontWeight: 600, fontSize: '1.125rem' } }}
    >
      <Stack gap="md">
        <Text>{t('me.codesHow')}</Text>
        <ul className={classes.codes}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <Group gap="sm">
          <CopyButton text={text} />
          <Button
            variant="default"
            onClick={() => saveFile('ma-du-phong.txt', `Lắng Nghe\n${text}\n`, 'text/plain;charset=utf-8')}
          >
            {t('me.saveCodes')}
          </Button>
          <Button onClick={onClose}>{t('accounts.noted')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
