// Closing, publishing and reopening a period: each asks once more and says what it does.
import { Button, List, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../forms/FormDialog.tsx';
import { useFormat } from '../../i18n.ts';
import { useMay } from '../../me.ts';
import { tell } from '../../messages.ts';
import { useNameInSentence } from './names.tsx';
import { type Period, usePeriodChanges } from './queries.ts';

type Act = 'close' | 'publish' | 'reopen';

interface PeriodActionsProps {
  period: Period;
  /** A list says once more which period each of its buttons is about, and leaves reopening to the period's page. */
  listed?: boolean;
}

export function PeriodActions({ period, listed = false }: PeriodActionsProps) {
  const { t } = useTranslation();
  const may = useMay('periods.write');
  const name = useNameInSentence()(period);
  const [act, setAct] = useState<Act | null>(null);
  if (!may) return null;
  const dialog = { period, onClose: () => setAct(null) };
  const button = (which: Act, variant: 'filled' | 'default') => (
    <Button
      variant={variant}
      {...(listed && { size: 'compact-md', 'aria-label': t(`periods.${which}.buttonOf`, { name }) })}
      onClick={() => setAct(which)}
    >
      {t(`periods.${which}.button`)}
    </Button>
  );
  return (
    <>
      {period.state === 'draft' && period.over && button('close', listed ? 'default' : 'filled')}
      {!listed && period.state !== 'draft' && button('reopen', 'default')}
      {period.state === 'closed' && button('publish', listed ? 'default' : 'filled')}
      {act === 'reopen' && <ReopenDialog {...dialog} />}
      {(act === 'close' || act === 'publish') && <EffectsDialog act={act} {...dialog} />}
    </>
  );
}

interface DialogProps {
  period: Period;
  onClose: () => void;
}

function EffectsDialog({ act, period, onClose }: DialogProps & { act: 'close' | 'publish' }) {
  const { t } = useTranslation();
  const name = useNameInSentence()(period);
  const form = useForm();
  const changes = usePeriodChanges();
  const send = async () => {
    await changes[act](period.key);
    tell(t(`periods.${act}.done`, { name }));
  };
  return (
    <FormDialog
      title={t(`periods.${act}.title`, { name })}
      submit={t(`periods.${act}.button`)}
      size="lg"
      {...{ form, send, onClose }}
    >
      <About period={period} />
      <Effects of={act} />
    </FormDialog>
  );
}

/** As the server asks for it. */
const REASON = { least: 10, most: 1000 };

function ReopenDialog({ period, onClose }: DialogProps) {
  const { t } = useTranslation();
  const name = useNameInSentence()(period);
  const form = useForm({ defaultValues: { reason: '' } });
  const { reopen } = usePeriodChanges();
  const send = async ({ reason }: { reason: string }) => {
    await reopen(period.key, reason.trim());
    tell(t('periods.reopen.done', { name }));
  };
  const { register, formState } = form;
  return (
    <FormDialog
      title={t('periods.reopen.title', { name })}
      submit={t('periods.reopen.button')}
      size="lg"
      danger
      {...{ form, send, onClose }}
    >
      <About period={period} />
      <Effects of={period.state === 'published' ? 'reopenPublished' : 'reopen'} />
      <Textarea
        label={t('periods.reopen.reason')}
        description={t('periods.reopen.reasonHint')}
        autosize
        minRows={3}
        maxLength={REASON.most}
        data-autofocus
        error={formState.errors.reason?.message}
        {...register('reason', {
          validate: (text) => text.trim().length >= REASON.least || t('periods.reopen.tooShort'),
        })}
      />
    </FormDialog>
  );
}

function About({ period }: { period: Period }) {
  const { t } = useTranslation();
  const format = useFormat();
  return <Text>{t('periods.days', { range: format.range(period) })}</Text>;
}

function Effects({ of }: { of: string }) {
  const { t } = useTranslation();
  return (
    <List spacing="xs">
      {(t(`periods.effects.${of}`, { returnObjects: true }) as string[]).map((effect) => (
        <List.Item key={effect}>{effect}</List.Item>
      ))}
    </List>
  );
}
