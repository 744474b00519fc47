import { useTranslation } from 'react-i18next';
import type { Question } from '#domain/questionnaire.ts';
import { Choice } from './choice.tsx';
import type { Answering } from './contract.ts';

export function MultipleChoice({
  question,
  register,
  say,
}: Answering<Extract<Question, { type: 'multiple' }>>) {
  const { t } = useTranslation();
  const field = register(question.code);
  return (
    <>
      {question.atMost && <p className="hint">{t('atMost', { n: question.atMost })}</p>}
      <div className="options">
        {question.options.map((option) => (
          <Choice key={option.code} type="checkbox" field={field} value={option.code}>
            {say(option.text)}
          </Choice>
        ))}
      </div>
    </>
  );
}
