// The fields that every touchpoint has.
import { NativeSelect, TextInput } from '@mantine/core';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { TOUCHPOINT_KINDS } from '#domain/touchpoints.ts';
import { textIn } from '../../format.ts';
import { required } from '../../forms/issues.ts';
import { useLanguage } from '../../i18n.ts';
import { type TouchpointFields, useQuestionnaires } from './queries.ts';

/** Within a form whose values have these fields. */
export function TouchpointInputs({ nameHint }: { nameHint?: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const {
    register,
    formState: { errors },
  } = useFormContext<TouchpointFields>();
  const { data: questionnaires = [] } = useQuestionnaires();
  return (
    <>
      <TextInput
        label={t('touchpoints.name')}
        description={nameHint ?? t('touchpoints.nameHint')}
        maxLength={200}
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
        data={questionnaires.map(({ id, title }) => ({
          value: id,
          label: `${textIn(title, language)} · ${id}`,
        }))}
        {...register('questionnaire', required)}
        error={errors.questionnaire?.message}
      />
    </>
  );
}
