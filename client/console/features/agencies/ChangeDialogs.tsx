// Adds an agency, changes one, closes and reopens it.
import { List, Text } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { rankingGroup } from '#domain/agencies.ts';
import { DayInput } from '../../forms/DayInput.tsx';
import { FormDialog } from '../../forms/FormDialog.tsx';
import { required } from '../../forms/issues.ts';
import { tell } from '../../messages.ts';
import { AgencyInputs } from './AgencyInputs.tsx';
import { type AgencyFields, emptyAgency, useAgencyChanges } from './changes.ts';
import type { Agency } from './queries.ts';

/** What a form sends of an agency: only communes, wards and zones have a unit code. */
export function fieldsToSend<Fields extends AgencyFields>(fields: Fields): Fields {
  return rankingGroup(fields.kind) === 'local' ? fields : { ...fields, unitCode: '' };
}

interface NewAgencyDialogProps {
  parentId: string;
  onClose: () => void;
}

export function NewAgencyDialog({ parentId, onClose }: NewAgencyDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { add } = useAgencyChanges();
  const form = useForm({ defaultValues: { ...emptyAgency(parentId, 'department'), validFrom: '' } });
  const send = async ({ validFrom, ...fields }: AgencyFields & { validFrom: string }) => {
    const { id, name } = await add(fieldsToSend(fields), validFrom);
    tell(t('agencies.add.done', { name }));
    await navigate(`/agencies/${encodeURIComponent(id)}`);
  };
  return (
    <FormDialog
      title={t('agencies.add.title')}
      submit={t('agencies.add.submit')}
      {...{ form, send, onClose }}
    >
      <AgencyInputs />
      <DayInput
        name="validFrom"
        label={t('agencies.columns.validFrom')}
        description={t('agencies.validFromHint')}
      />
    </FormDialog>
  );
}

interface AgencyDialogProps {
  agency: Agency;
  onClose: () => void;
}

export function ChangeAgencyDialog({ agency, onClose }: AgencyDialogProps) {
  const { t } = useTranslation();
  const { change } = useAgencyChanges();
  const province = agency.parentId === null;
  const form = useForm<AgencyFields>({
    defaultValues: {
      parentId: agency.parentId ?? '',
      kind: agency.kind,
      name: agency.name,
      nameEn: agency.nameEn ?? '',
      unitCode: agency.unitCode ?? '',
      agencyCode: agency.agencyCode ?? '',
      yearlyTransactions: agency.yearlyTransactions ?? '',
    },
  });
  const send = async (fields: AgencyFields) => {
    const { parentId: _parentId, kind: _kind, unitCode: _unitCode, ...own } = fields;
    const { name } = fields;
    await change(agency.id, province ? own : fieldsToSend(fields));
    tell(t('agencies.change.done', { name }));
  };
  return (
    <FormDialog title={t('agencies.change.title')} submit={t('form.save')} {...{ form, send, onClose }}>
      <AgencyInputs province={province} />
    </FormDialog>
  );
}

export function CloseAgencyDialog({ agency, onClose }: AgencyDialogProps) {
  const { t } = useTranslation();
  const { close } = useAgencyChanges();
  const form = useForm({ defaultValues: { lastDay: '' } });
  const send = async ({ lastDay }: { lastDay: string }) => {
    await close(agency.id, lastDay);
    tell(t('agencies.close.done', { name: agency.name }));
  };
  return (
    <FormDialog
      title={t('agencies.close.title', { name: agency.name })}
      submit={t('agencies.close.submit')}
      danger
      {...{ form, send, onClose }}
    >
      <List spacing="xs">
        {(t('agencies.close.effects', { returnObjects: true }) as string[]).map((effect) => (
          <List.Item key={effect}>{effect}</List.Item>
        ))}
      </List>
      <DayInput name="lastDay" label={t('agencies.close.lastDay')} rules={required} />
    </FormDialog>
  );
}

export function ReopenAgencyDialog({ agency, onClose }: AgencyDialogProps) {
  const { t } = useTranslation();
  const { reopen } = useAgencyChanges();
  const form = useForm();
  const send = async () => {
    await reopen(agency.id);
    tell(t('agencies.reopen.done', { name: agency.name }));
  };
  return (
    <FormDialog
      title={t('agencies.reopen.title', { name: agency.name })}
      submit={t('agencies.reopen.submit')}
      {...{ form, send, onClose }}
    >
      <Text>{t('agencies.reopen.effect')}</Text>
    </FormDialog>
  );
}
