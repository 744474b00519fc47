// A new touchpoint for one agency, or one for each of several.
import { Button, Group, MultiSelect, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Controller, type UseFormReturn, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { RANKING_GROUPS, type RankingGroup, rankingGroup } from '#domain/agencies.ts';
import { FormDialog } from '../../forms/FormDialog.tsx';
import { required } from '../../forms/issues.ts';
import { tell } from '../../messages.ts';
import { LoadingPanel } from '../../panels.tsx';
import { AgencySelect, useAgencyOptions } from '../agencies/AgencySelect.tsx';
import { isOpen, useAgencies } from '../agencies/queries.ts';
import {
  type Touchpoint,
  type TouchpointFields,
  useQuestionnaires,
  useTouchpointChanges,
  usualQuestionnaire,
} from './queries.ts';
import { TouchpointInputs } from './TouchpointInputs.tsx';

interface NewTouchpoint extends TouchpointFields {
  agencies: string[];
}

interface NewTouchpointDialogProps {
  onClose: () => void;
  onCreated: (created: Touchpoint[]) => void;
}

export function NewTouchpointDialog(props: NewTouchpointDialogProps) {
  const { data } = useQuestionnaires();
  return data ? <Loaded {...props} questionnaire={usualQuestionnaire(data)} /> : <LoadingPanel />;
}

function Loaded({ onClose, onCreated, questionnaire }: NewTouchpointDialogProps & { questionnaire: string }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { create } = useTouchpointChanges();
  const [many, setMany] = useState(false);
  const agency = params.get('agency');
  const form = useForm<NewTouchpoint>({
    defaultValues: { agencies: agency ? [agency] : [], kind: 'counter', name: '', questionnaire },
  });
  const send = async ({ agencies, ...fields }: NewTouchpoint) => {
    const { touchpoints } = await create(agencies, fields);
    tell(t('touchpoints.created', { n: touchpoints.length }));
    onCreated(touchpoints);
  };
  const choose = (value: string) => {
    setMany(value === 'many');
    form.setValue('agencies', form.getValues('agencies').slice(0, 1));
  };
  return (
    <FormDialog title={t('touchpoints.add')} submit={t('touchpoints.create')} {...{ form, send, onClose }}>
      <SegmentedControl
        fullWidth
        aria-label={t('touchpoints.forWhom')}
        value={many ? 'many' : 'one'}
        onChange={choose}
        data={['one', 'many'].map((value) => ({ value, label: t(`touchpoints.for.${value}`) }))}
      />
      {many ? <Agencies form={form} /> : <OneAgency form={form} />}
      <TouchpointInputs {...(many && { nameHint: t('touchpoints.nameManyHint', { agency: '{agency}' }) })} />
    </FormDialog>
  );
}

function OneAgency({ form }: { form: UseFormReturn<NewTouchpoint> }) {
  const { t } = useTranslation();
  return (
    <Controller
      control={form.control}
      name="agencies"
      rules={required}
      render={({ field, fieldState }) => (
        <AgencySelect
          label={t('touchpoints.agency')}
          data-autofocus
          openOnFocus={false}
          ref={field.ref}
          onBlur={field.onBlur}
          value={field.value[0] ?? null}
          onChange={(chosen) => field.onChange(chosen ? [chosen] : [])}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}

function Agencies({ form }: { form: UseFormReturn<NewTouchpoint> }) {
  const { t } = useTranslation();
  const { options, find } = useAgencyOptions(isOpen);
  return (
    <Controller
      control={form.control}
      name="agencies"
      rules={required}
      render={({ field, fieldState }) => (
        <div>
          <MultiSelect
            label={t('touchpoints.agencies', { n: field.value.length })}
            searchable
            clearable
            hidePickedOptions
            limit={50}
            maxDropdownHeight={240}
            data={options}
            filter={({ search }) => find(search)}
            nothingFoundMessage={t('agencies.noneFound')}
            clearButtonProps={{ 'aria-label': t('touchpoints.noAgencies') }}
            ref={field.ref}
            onBlur={field.onBlur}
            value={field.value}
            onChange={field.onChange}
            error={fieldState.error?.message}
            styles={{ pillsList: { maxHeight: '9rem', overflowY: 'auto' } }}
          />
          <Groups onChoose={(ids) => field.onChange([...new Set([...field.value, ...ids])])} />
        </div>
      )}
    />
  );
}

/** All agencies of a group with one press. */
function Groups({ onChoose }: { onChoose: (ids: string[]) => void }) {
  const { t } = useTranslation();
  const { data = [] } = useAgencies();
  const idsOf = (group: RankingGroup) =>
    data.filter((agency) => isOpen(agency) && rankingGroup(agency.kind) === group).map(({ id }) => id);
  return (
    <Group gap="xs" mt="xs">
      {RANKING_GROUPS.filter((group) => group !== 'province' && idsOf(group).length > 0).map((group) => (
        <Button key={group} variant="light" size="compact-sm" onClick={() => onChoose(idsOf(group))}>
          {t('touchpoints.allOf', { group: t(`groups.${group}`), n: idsOf(group).length })}
        </Button>
      ))}
    </Group>
  );
}
