// What holds for the whole installation. A new setting is one field of `settingsSchema` and one line in FIELDS.
import { Button, Group, Paper, Stack, Title } from '@mantine/core';
import type { ComponentType } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#domain/settings.ts';
import { SendingError } from '../../forms/SendingError.tsx';
import { useSending } from '../../forms/use-sending.ts';
import { useMay } from '../../me.ts';
import { tell } from '../../messages.ts';
import { Page } from '../../Page.tsx';
import { ErrorPanel, LoadingPanel } from '../../panels.tsx';
import { ClosingDayField } from './ClosingDayField.tsx';
import { CommentDaysField } from './CommentDaysField.tsx';
import { OpeningHoursField } from './OpeningHoursField.tsx';
import { PublicResultsField } from './PublicResultsField.tsx';
import { useChangeSettings, useSettings } from './queries.ts';

/** What changes each setting, within a form of {@link Settings}; each has words at `settings.<name>`. */
const FIELDS: Record<keyof Settings, ComponentType<{ disabled: boolean }>> = {
  closingDay: ClosingDayField,
  openingHours: OpeningHoursField,
  commentDays: CommentDaysField,
  publicResults: PublicResultsField,
};

export default function SettingsPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useSettings();
  return (
    <Page title={t('nav.settings')} about={t('settings.about')}>
      {data ? (
        <SettingsForm settings={data} />
      ) : error ? (
        <ErrorPanel error={error} onRetry={refetch} />
      ) : (
        <LoadingPanel />
      )}
    </Page>
  );
}

function SettingsForm({ settings }: { settings: Settings }) {
  const { t } = useTranslation();
  const change = useChangeSettings();
  const disabled = !useMay('settings.write');
  // What was typed stays when the settings are read anew.
  const form = useForm<Settings>({ values: settings, resetOptions: { keepDirtyValues: true } });
  const { dirtyFields, isDirty } = form.formState;
  const { send, error, sending } = useSending(form, async (values) => {
    const changed = Object.entries(values).filter(([name]) => name in dirtyFields);
    await change(Object.fromEntries(changed));
    form.reset(values);
    tell(t('settings.saved'));
  });
  return (
    <form onSubmit={(event) => void form.handleSubmit(send)(event)} noValidate>
      <FormProvider {...form}>
        <Stack gap="lg" maw="44rem">
          {Object.entries(FIELDS).map(([name, Field]) => (
            <Paper key={name} withBorder p="lg" component="section">
              <Title order={2} size="h4" mb="sm">
                {t(`settings.${name}.title`)}
              </Title>
              <Field disabled={disabled} />
            </Paper>
          ))}
          <SendingError error={error} />
          <Group>
            <Button type="submit" loading={sending} disabled={disabled || !isDirty}>
              {t('form.save')}
            </Button>
          </Group>
        </Stack>
      </FormProvider>
    </form>
  );
}
