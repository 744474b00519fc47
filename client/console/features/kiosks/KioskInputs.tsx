// The fields that every tablet has.
import { TextInput } from '@mantine/core';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { DeviceView } from '#domain/devices.ts';
import { required } from '../../forms/issues.ts';
import { TouchpointSelect } from '../touchpoints/TouchpointSelect.tsx';
import type { DeviceFields } from './queries.ts';

/** Within a form whose values have these fields. */
export function KioskInputs({ chosen }: { chosen?: DeviceView['touchpoint'] }) {
  const { t } = useTranslation();
  const { register, control, formState } = useFormContext<DeviceFields>();
  return (
    <>
      <Controller
        control={control}
        name="touchpoint"
        rules={required}
        render={({ field, fieldState }) => (
          <TouchpointSelect
            label={t('kiosks.touchpoint')}
            description={t('kiosks.touchpointHint')}
            {...(chosen && { chosen })}
            {...field}
            value={field.value || null}
            onChange={(value) => field.onChange(value ?? '')}
            error={fieldState.error?.message}
          />
        )}
      />
      <TextInput
        label={t('kiosks.name')}
        description={t('kiosks.nameHint')}
        maxLength={100}
        {...register('name', required)}
        error={formState.errors.name?.message}
      />
    </>
  );
}
