import { useTranslation } from 'react-i18next';
import type { Question } from '#domain/questionnaire.ts';
import { Choice } from './choice.tsx';
import { type Answering, marked } from './contract.ts';

/** Without a program a radio button cannot be let go again: where no answer is needed, one says so. */
export function NoAnswer(answering: Answering<Question>) {
  const { t } = useTranslation();
  const { plain, question, register } = answering;
  if (!plain || question.required) return null;
  return (
    <Choice type="radio" field={register(question.code)} value="" chosen={marked(answering, '')}>
      {t('noAnswer')}
    </Choice>
  );
}
