// The fields that every agency has.
import { NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import { Controller, type FieldError, get, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { AGENCY_KINDS, type AgencyKind, rankingGroup } from '#domain/agencies.ts';
import { MOST_TRANSACTIONS } from '#domain/required-samples.ts';
import { required } from '../../forms/issues.ts';
import { AgencySelect } from './AgencySelect.tsx';

interface AgencyInputsProps {
  /** Where its fields stand in the values of the form: `into.0.`; nowhere for a form of one agency. */
  at?: string;
  /** The province has no parent and stays what it is. */
  province?: boolean;
}

const KINDS = AGENCY_KINDS.filter((kind) => kind !== 'province');

export function AgencyInputs({ at = '', province = false }: AgencyInputsProps) {
  const { t } = useTranslation();
  const { register, formState, watch } = useFormContext();
  const errorOf = (field: string): string | undefined =>
    (get(formState.errors, at + field) as FieldError | undefined)?.message;
  const local = rankingGroup((watch(`${at}kind`) ?? 'department') as AgencyKind) === 'local';
  return (
    <Stack gap="md">
      <TextInput
        label={t('agencies.columns.name')}
        maxLength={200}
        {...register(`${at}name`, required)}
        error={errorOf('name')}
      />
      {!province && (
        <NativeSelect
          label={t('agencies.columns.kind')}
          data={KINDS.map((value) => ({ value, label: t(`agencies.kinds.${value}`) }))}
          {...register(`${at}kind`)}
          error={errorOf('kind')}
        />
      )}
      {!province && <ParentInput name={`${at}parentId`} error={errorOf('parentId')} />}
      {local && (
        <TextInput
          label={t('agencies.columns.unitCode')}
          description={t('agencies.unitCodeHint')}
          inputMode="numeric"
          maxLength={20}
          {...register(`${at}unitCode`)}
          error={errorOf('unitCode')}
        />
      )}
      <TextInput
        label={t('agencies.columns.agencyCode')}
        description={t('agencies.agencyCodeHint')}
        maxLength={20}
        {...register(`${at}agencyCode`)}
        error={errorOf('agencyCode')}
      />
      <TransactionsInput name={`${at}yearlyTransactions`} />
      <TextInput
        label={t('agencies.columns.nameEn')}
        maxLength={200}
        {...register(`${at}nameEn`)}
        error={errorOf('nameEn')}
      />
    </Stack>
  );
}

function TransactionsInput({ name }: { name: string }) {
  const { t, i18n } = useTranslation();
  const { control } = useFormContext();
  const [thousandSeparator, decimalSeparator] = i18n.language === 'vi' ? '.,' : ',.';
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <NumberInput
          {...field}
          label={t('agencies.columns.yearlyTransactions')}
          description={t('agencies.yearlyTransactionsHint')}
          min={0}
          max={MOST_TRANSACTIONS}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          {...{ thousandSeparator, decimalSeparator }}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}

function ParentInput({ name, error }: { name: string; error: string | undefined }) {
  const { t } = useTranslation();
  const { control } = useFormContext();
  return (
    <Controller
      control={control}
      name={name}
      rules={required}
      render={({ field, fieldState }) => (
        <AgencySelect
          label={t('agencies.columns.parent')}
          ref={field.ref}
          onBlur={field.onBlur}
          value={field.value || null}
          onChange={(chosen) => field.onChange(chosen ?? '')}
          error={fieldState.error?.message ?? error}
        />
      )}
    />
  );
}
