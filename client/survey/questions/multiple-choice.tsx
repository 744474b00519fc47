import { useTranslation } from 'react-i18next';
import type { Question } from '#domain/questionnaire.ts';
import { Choice } from './choice.tsx';
import { type Answering, marked } from './contract.ts';

export function MultipleChoice(answering: Answering<Extract<Question, { type: 'multiple' }>>) {
  const { question, register, say } = answering;
  const { t } = useTranslation();
  const field = register(question.code);
  return (
    <>
      {question.atMost && <p className="hint">{t('atMost', { n: question.atMost })}</p>}
      <div className="options">
        {question.options.map((option) => (
          <Choice
            key={option.code}
            type="checkbox"
            field={field}
            value={option.code}
            chosen={marked(answering, option.code)}
          >
            {say(option.text)}
          </Choice>
        ))}
      </div>
    </>
  );
}
