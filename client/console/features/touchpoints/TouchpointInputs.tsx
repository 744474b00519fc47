// The fields that every touchpoint has.
import { NativeSelect, TextInput } from '@mantine/core';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { TOUCHPOINT_KINDS } from '#domain/touchpoints.ts';
import { required } from '../../forms/issues.ts';
import { type TouchpointFields, useQuestionnaireIds } from './queries.ts';

/** Within a form whose values have these fields. */
export function TouchpointInputs({ nameHint }: { nameHint?: string }) {
  const { t } = useTranslation();
  const {
    register,
    formState: { errors },
  } = useFormContext<TouchpointFields>();
  const { data: questionnaires = [] } = useQuestionnaireIds();
  return (
    <>
      <TextInput
        label={t('touchpoints.name')}
        description={nameHint ?? t('touchpoints.nameHint')}
        maxLength={200}
        data-autofocus
        {...register('name', required)}
        error={errors.name?.message}
      />
      <NativeSelect
        label={t('touchpoints.kind')}
        data={TOUCHPOINT_KINDS.map((value) => ({ value, label: t(`touchpoints.kinds.${value}`) }))}
        {...register('kind')}
        error={errors.kind?.message}
      />
      <NativeSelect
        label={t('touchpoints.questionnaire')}
        description={t('touchpoints.questionnaireHint')}
        data={questionnaires}
        {...register('questionnaire', required)}
        error={errors.questionnaire?.message}
      />
    </>
  );
}
