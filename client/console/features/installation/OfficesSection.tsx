// The offices of the provincial tier, the usual ones to begin with, and what else will be made.
import { ActionIcon, Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { required } from '../../forms/issues.ts';
import { useFormat } from '../../i18n.ts';
import classes from './installation.module.css';
import { OFFICE_KINDS, type SetUp, useProvince } from './queries.ts';
import { Section } from './Section.tsx';

export function OfficesSection() {
  const { t } = useTranslation();
  const { control, watch, formState } = useFormContext<SetUp>();
  const { fields, append, remove } = useFieldArray({ control, name: 'province.offices' });
  const [open, setOpen] = useState(false);
  const unitCode = watch('province.unitCode');
  const faulty = formState.errors.province?.offices !== undefined;
  const add = () => append({ kind: 'department', name: '', nameEn: '' });
  return (
    <Section number={2} title={t('setUp.offices')} about={t('setUp.officesAbout')}>
      {unitCode === null ? (
        <Text c="dimmed">{t('setUp.provinceFirst')}</Text>
      ) : (
        <Coming unitCode={unitCode} offices={fields.length} />
      )}
      {(open || faulty) && (
        <ul className={classes.offices}>
          {fields.map(({ id }, index) => (
            <OfficeRow key={id} index={index} onRemove={() => remove(index)} />
          ))}
        </ul>
      )}
      {unitCode !== null && (
        <Group gap="sm">
          {!open && !faulty ? (
            <Button variant="default" size="md" onClick={() => setOpen(true)}>
              {t('setUp.editOffices')}
            </Button>
          ) : (
            <Button variant="default" size="md" onClick={add}>
              {t('setUp.addOffice')}
            </Button>
          )}
        </Group>
      )}
    </Section>
  );
}

/** What will be there in a moment. */
function Coming({ unitCode, offices }: { unitCode: string; offices: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useProvince(unitCode);
  if (!data) return null;
  const kinds = Object.entries(data.units).map(([kind, n]) =>
    t(`setUp.units.${kind}`, { n: format.count(n) }),
  );
  return (
    <div className={classes.coming} role="status">
      <Text fw={600}>{t('setUp.willMake', { province: data.name })}</Text>
      <Text>{[t('setUp.officesCount', { n: format.count(offices) }), ...kinds].join(' · ')}</Text>
      <Text size="sm">{t('setUp.touchpointEach')}</Text>
    </div>
  );
}

function OfficeRow({ index, onRemove }: { index: number; onRemove: () => void }) {
  const { t } = useTranslation();
  const { register, formState } = useFormContext<SetUp>();
  const at = { n: index + 1 };
  return (
    <li className={classes.office}>
      <TextInput
        size="md"
        aria-label={t('setUp.officeName', at)}
        maxLength={200}
        {...register(`province.offices.${index}.name`, required)}
        error={formState.errors.province?.offices?.[index]?.name?.message}
      />
      <NativeSelect
        size="md"
        aria-label={t('setUp.officeKind', at)}
        data={OFFICE_KINDS.map((value) => ({ value, label: t(`setUp.kinds.${value}`) }))}
        {...register(`province.offices.${index}.kind`)}
      />
      <ActionIcon
        variant="default"
        size={44}
        aria-label={t('setUp.removeOffice', { n: index + 1 })}
        onClick={onRemove}
      >
        <span aria-hidden="true">✕</span>
      </ActionIcon>
    </li>
  );
}
