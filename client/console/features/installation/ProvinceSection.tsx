// Which of the 34 provinces and cities, and its code.
import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { matches } from '#domain/search.ts';
import { required } from '../../forms/issues.ts';
import { ErrorPanel } from '../../panels.tsx';
import { type SetUp, useProvince, useProvinces } from './queries.ts';
import { Section } from './Section.tsx';

export function ProvinceSection() {
  const { t } = useTranslation();
  const { register, formState } = useFormContext<SetUp>();
  const { error, refetch } = useProvinces();
  return (
    <Section number={1} title={t('setUp.province')}>
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <ProvinceSelect />
        <TextInput
          size="md"
          label={t('setUp.agencyCode')}
          description={t('setUp.agencyCodeHint')}
          maxLength={10}
          {...register('province.agencyCode')}
          error={formState.errors.province?.agencyCode?.message}
        />
      </SimpleGrid>
    </Section>
  );
}

function ProvinceSelect() {
  const { t } = useTranslation();
  const { control, setValue, watch } = useFormContext<SetUp>();
  const { data: provinces } = useProvinces();
  const { data: detail } = useProvince(watch('province.unitCode'));
  // The usual offices come in place of those of a province chosen before.
  useEffect(() => {
    if (!detail) return;
    setValue('province.agencyCode', detail.agencyCode ?? '');
    setValue('province.offices', detail.offices);
  }, [detail, setValue]);
  const options = useMemo(
    () => (provinces ?? []).map(({ unitCode, name }) => ({ value: unitCode, label: name })),
    [provinces],
  );
  return (
    <Controller
      control={control}
      name="province.unitCode"
      rules={required}
      render={({ field, fieldState }) => (
        <Select
          {...field}
          size="md"
          label={t('setUp.provinceName')}
          description={t('setUp.provinceHint')}
          searchable
          data={options}
          filter={({ search }) => options.filter(({ label }) => matches(label, search))}
          nothingFoundMessage={t('setUp.noProvince')}
          allowDeselect={false}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}
