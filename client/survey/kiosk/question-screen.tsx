import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Question as AnyQuestion } from '#domain/questionnaire.ts';
import { pagesOf } from '#domain/questions.ts';
import { Question } from '../questions/question.tsx';
import { Heading } from '../screens/heading.tsx';
import type { Survey } from '../use-survey.ts';
import { useTitle } from '../use-title.ts';
import { useSay } from '../wording.ts';

/** Milliseconds during which a choice is shown before the next question comes … */
const SHOWN = 250;
/** … and during which the next one ignores the second half of a double tap. */
const SETTLING = 300;

interface Props {
  survey: Survey;
  question: AnyQuestion;
  at: number;
  of: number;
  /** False while the tablet asks whether anybody is there. */
  asking: boolean;
  goBack: () => void;
  goOn: () => void;
  skipBlock: (() => void) | null;
}

/** One question, alone on the screen. */
export function QuestionScreen({ survey, question, at, of, asking, goBack, goOn, skipBlock }: Props) {
  const { t } = useTranslation();
  const { view, form, values, faults } = survey;
  const say = useSay(view.questionnaire);
  const last = at === of - 1;
  const oneTap = !last && (question.type === 'rating' || question.type === 'single');
  const { still, choose } = useOneTap(goOn);
  const page = pagesOf(view.questionnaire).find(({ questions }) =>
    questions.some(({ code }) => code === question.code),
  );
  const value = values[question.code];
  const empty = value === null || value === undefined || value.length === 0;
  const progress = t('progress.question', { at: at + 1, of });
  useTitle(`${progress} – ${say(question.text)}`);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    goOn();
  };
  return (
    <form className={`question-screen${still ? ' still' : ''}`} onSubmit={submit} noValidate>
      <progress value={at + 1} max={of} aria-hidden="true" />
      {page && <p className="topic">{say(page.title)}</p>}
      {page?.note && <p className="note">{say(page.note)}</p>}
      <Question
        question={question}
        questionnaire={view.questionnaire}
        register={form.register}
        value={value}
        fault={faults.get(question.code)}
        clear={() => form.setValue(question.code, null)}
        onChosen={oneTap ? choose : undefined}
        wrap={(words) => (
          <Heading key={String(asking)} focus={asking}>
            <span className="progress">{progress}</span> {words}
          </Heading>
        )}
      />
      <nav>
        <button type="button" onClick={goBack}>
          {t('back')}
        </button>
        {skipBlock && (
          <button type="button" onClick={skipBlock}>
            {t('skipBlock')}
          </button>
        )}
        <button type="submit" className="primary">
          {last ? t('send') : empty && !question.required ? t('skip') : t('next')}
        </button>
      </nav>
    </form>
  );
}

/** Goes on shortly after a choice; takes no taps just before and just after. */
function useOneTap(goOn: () => void): { still: boolean; choose: () => void } {
  const [still, setStill] = useState(true);
  const act = useRef(goOn);
  act.current = goOn;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    timer.current = setTimeout(() => setStill(false), SETTLING);
    return () => clearTimeout(timer.current);
  }, []);
  const choose = () => {
    setStill(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => act.current(), SHOWN);
  };
  return { still, choose };
}
