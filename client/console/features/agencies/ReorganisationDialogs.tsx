// Merges agencies into another one, or splits one; results before the day stay where they are.
import { Button, Group, MultiSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import { Controller, useFieldArray, useForm, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DayInput } from '../../forms/DayInput.tsx';
import { FormDialog } from '../../forms/FormDialog.tsx';
import { required } from '../../forms/issues.ts';
import { tell } from '../../messages.ts';
import { AgencyInputs } from './AgencyInputs.tsx';
import { AgencySelect, useAgencyOptions } from './AgencySelect.tsx';
import classes from './agencies.module.css';
import { fieldsToSend } from './ChangeDialogs.tsx';
import { type AgencyFields, emptyAgency, useAgencyChanges } from './changes.ts';
import { type Agency, isOpen } from './queries.ts';

interface ReorganisationProps {
  agency: Agency;
  onClose: () => void;
}

interface Merging {
  from: string[];
  heir: 'new' | 'existing';
  /** Of an agency that exists. */
  id: string;
  /** One, where the server's issues look for it. */
  into: AgencyFields[];
  on: string;
}

export function MergeDialog({ agency, onClose }: ReorganisationProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { merge } = useAgencyChanges();
  const form = useForm<Merging>({
    defaultValues: {
      from: [agency.id],
      heir: 'existing',
      id: '',
      into: [emptyAgency(agency.parentId ?? '', agency.kind)],
      on: '',
    },
  });
  const send = async ({ from, heir, id, into: [made], on }: Merging) => {
    if (!made) return;
    const { agencies } = await merge({ from, into: heir === 'new' ? fieldsToSend(made) : { id }, on });
    tell(t('agencies.merge.done', { n: from.length }));
    await navigate(`/agencies/${encodeURIComponent(agencies[0]?.id ?? id)}`);
  };
  return (
    <FormDialog
      title={t('agencies.merge.title')}
      submit={t('agencies.merge.submit')}
      size="lg"
      {...{ form, send, onClose }}
    >
      <Text size="sm">{t('agencies.merge.how')}</Text>
      <FromInput />
      <HeirInput />
      <DayInput
        name="on"
        label={t('agencies.merge.on')}
        description={t('agencies.onHint')}
        rules={required}
      />
    </FormDialog>
  );
}

function FromInput() {
  const { t } = useTranslation();
  const { control } = useFormContext<Merging>();
  const { options, find } = useAgencyOptions(mergeable);
  return (
    <Controller
      control={control}
      name="from"
      rules={required}
      render={({ field, fieldState }) => (
        <MultiSelect
          label={t('agencies.merge.from')}
          searchable
          hidePickedOptions
          limit={50}
          data={options}
          filter={({ search }) => find(search)}
          nothingFoundMessage={t('agencies.noneFound')}
          {...field}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}

const mergeable = (agency: Agency) => isOpen(agency) && agency.kind !== 'province';

function HeirInput() {
  const { t } = useTranslation();
  const { control, watch, setValue } = useFormContext<Merging>();
  const heir = watch('heir');
  return (
    <Stack gap="sm">
      <SegmentedControl
        fullWidth
        aria-label={t('agencies.merge.into')}
        value={heir}
        onChange={(value) => setValue('heir', value as Merging['heir'])}
        data={(['existing', 'new'] as const).map((value) => ({
          value,
          label: t(`agencies.merge.heirs.${value}`),
        }))}
      />
      {heir === 'new' ? (
        <div className={classes.part}>
          <AgencyInputs at="into.0." />
        </div>
      ) : (
        <Controller
          control={control}
          name="id"
          rules={required}
          render={({ field, fieldState }) => (
            <AgencySelect
              label={t('agencies.merge.into')}
              {...field}
              value={field.value || null}
              onChange={(chosen) => field.onChange(chosen ?? '')}
              error={fieldState.error?.message}
            />
          )}
        />
      )}
    </Stack>
  );
}

interface Splitting {
  into: AgencyFields[];
  on: string;
}

const FEWEST = 2;

export function SplitDialog({ agency, onClose }: ReorganisationProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { split } = useAgencyChanges();
  const part = emptyAgency(agency.parentId ?? '', agency.kind);
  const form = useForm<Splitting>({ defaultValues: { into: [part, part], on: '' } });
  const parts = useFieldArray({ control: form.control, name: 'into' });
  const send = async ({ into, on }: Splitting) => {
    await split(agency.id, into.map(fieldsToSend), on);
    tell(t('agencies.split.done', { n: into.length }));
    await navigate(`/agencies/${encodeURIComponent(agency.id)}`);
  };
  return (
    <FormDialog
      title={t('agencies.split.title', { name: agency.name })}
      submit={t('agencies.split.submit')}
      size="lg"
      {...{ form, send, onClose }}
    >
      <Text size="sm">{t('agencies.split.how')}</Text>
      {parts.fields.map(({ id }, index) => (
        <fieldset key={id} className={classes.part}>
          <legend>{t('agencies.split.part', { n: index + 1 })}</legend>
          <AgencyInputs at={`into.${index}.`} />
          {parts.fields.length > FEWEST && (
            <Button variant="subtle" mt="sm" onClick={() => parts.remove(index)}>
              {t('agencies.split.remove')}
            </Button>
          )}
        </fieldset>
      ))}
      <Group>
        <Button variant="default" onClick={() => parts.append(part)}>
          {t('agencies.split.more')}
        </Button>
      </Group>
      <DayInput
        name="on"
        label={t('agencies.split.on')}
        description={t('agencies.onHint')}
        rules={required}
      />
    </FormDialog>
  );
}
