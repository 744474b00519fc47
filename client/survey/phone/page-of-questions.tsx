import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '#domain/questions.ts';
import { Trap } from '../plain/trap.tsx';
import { Question } from '../questions/question.tsx';
import { FaultSummary } from '../screens/fault-summary.tsx';
import { Heading } from '../screens/heading.tsx';
import type { Survey } from '../use-survey.ts';
import { useTitle } from '../use-title.ts';
import { useSay } from '../wording.ts';

interface Props {
  survey: Survey;
  page: Page;
  at: number;
  of: number;
  asked: number;
  /** Came here from another page, so that the focus has to come along. */
  moved: boolean;
  goOn: (event: FormEvent<HTMLFormElement>) => void;
  goBack: () => void;
}

export function PageOfQuestions({ survey, page, at, of, asked, moved, goOn, goBack }: Props) {
  const { t } = useTranslation();
  const { view, form, values, faults, visible } = survey;
  const say = useSay(view.questionnaire);
  const progress = t('progress.page', { at: at + 1, of });
  useTitle(`${progress} – ${say(page.title)}`);
  return (
    <form onSubmit={goOn} noValidate>
      <progress value={at + 1} max={of} aria-hidden="true" />
      {at === 0 && (
        <div className="intro">
          <p className="survey-title">{say(view.questionnaire.title)}</p>
          <p>{t('anonymous')}</p>
          <p>{t('howLong', { n: visible.length })}</p>
        </div>
      )}
      <Heading focus={moved}>
        <span className="progress">{progress}</span> {say(page.title)}
      </Heading>
      {page.note && <p className="note">{say(page.note)}</p>}
      <FaultSummary questions={page.questions} faults={faults} say={say} asked={asked} />
      {page.questions.map((question) => (
        <Question
          key={question.code}
          question={question}
          questionnaire={view.questionnaire}
          register={form.register}
          value={values[question.code]}
          fault={faults.get(question.code)}
          clear={() => form.setValue(question.code, null)}
        />
      ))}
      <Trap />
      <nav>
        {at > 0 && (
          <button type="button" onClick={goBack}>
            {t('back')}
          </button>
        )}
        <button type="submit" className="primary">
          {at < of - 1 ? t('next') : t('send')}
        </button>
      </nav>
    </form>
  );
}
