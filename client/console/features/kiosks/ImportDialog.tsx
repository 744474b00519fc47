// Takes in the file that a tablet saved when it found no network for days.
import { Alert, Button, FileInput, List, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../api.ts';
import { FormDialog } from '../../forms/FormDialog.tsx';
import { required } from '../../forms/issues.ts';
import { useFormat } from '../../i18n.ts';
import { type ImportedFile, useDeviceChanges } from './queries.ts';

interface ImportFields {
  file: File | null;
}

export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { importFile } = useDeviceChanges();
  const [taken, setTaken] = useState<ImportedFile | null>(null);
  const form = useForm<ImportFields>({ defaultValues: { file: null } });
  if (taken) return <Taken taken={taken} onClose={onClose} />;
  return (
    <FormDialog
      title={t('kiosks.import.title')}
      submit={t('kiosks.import.submit')}
      form={form}
      send={async ({ file }) => {
        if (file) setTaken(await importFile(await read(file)));
      }}
      onClose={onClose}
      onSent={() => undefined}
    >
      <Text size="sm">{t('kiosks.import.how')}</Text>
      <Controller
        control={form.control}
        name="file"
        rules={required}
        render={({ field, fieldState }) => (
          <FileInput
            label={t('kiosks.import.file')}
            placeholder={t('kiosks.import.choose')}
            accept=".json,application/json"
            {...field}
            error={fieldState.error?.message}
          />
        )}
      />
    </FormDialog>
  );
}

/** @throws ApiError malformed when it is no such file */
async function read(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text());
  } catch {
    throw new ApiError(400, 'malformed');
  }
}

function Taken({ taken, onClose }: { taken: ImportedFile; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const responses = taken.batches.flatMap(({ results }) => results);
  const count = (...statuses: number[]) =>
    format.count(responses.filter(({ status }) => statuses.includes(status)).length);
  const refused = responses.filter(({ status }) => status !== 200 && status !== 201).length;
  const broken = taken.batches.filter(({ status }) => status !== 200);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('kiosks.import.taken')}
      closeButtonProps={{ 'aria-label': t('form.close'), size: 44 }}
    >
      <Stack gap="md" align="flex-start">
        <List role="status">
          <List.Item>{t('kiosks.import.stored', { n: count(201) })}</List.Item>
          <List.Item>{t('kiosks.import.known', { n: count(200) })}</List.Item>
          {refused > 0 && <List.Item>{t('kiosks.import.refused', { n: format.count(refused) })}</List.Item>}
        </List>
        {broken.length > 0 && (
          <Alert color="red" variant="outline">
            {t('kiosks.import.broken', { n: format.count(broken.length) })}
          </Alert>
        )}
        <Button onClick={onClose}>{t('form.close')}</Button>
      </Stack>
    </Modal>
  );
}
