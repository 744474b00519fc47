// A question to try the faces on. What is tapped lives on this screen alone: it is neither counted nor kept.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Questionnaire } from '#domain/questionnaire.ts';
import { Question } from '../questions/question.tsx';
import { Heading } from '../screens/heading.tsx';
import { useTitle } from '../use-title.ts';
import { useSay } from '../wording.ts';
import { useIdle } from './use-idle.ts';

interface Props {
  questionnaire: Questionnaire;
  practice: NonNullable<Questionnaire['practice']>;
  /** Back to the start screen. */
  leave: () => void;
  /** To the questions that count. */
  begin: () => void;
}

export function Practice({ questionnaire, practice, leave, begin }: Props) {
  const { t } = useTranslation(['kiosk', 'survey']);
  const say = useSay(questionnaire);
  const [chosen, setChosen] = useState<string | null>(null);
  useIdle(0, leave);
  useTitle(t('practice.title'));
  const scale = questionnaire.scales[practice.scale];
  const word = scale?.levels.find(({ code }) => code === chosen)?.text ?? scale?.dontKnow ?? {};
  const choose = async ({ target }: { target: HTMLInputElement }) => setChosen(target.value);
  return (
    <div className="question-screen practice">
      <Question
        question={{ type: 'rating', code: 'practice', required: false, ...practice }}
        questionnaire={questionnaire}
        register={(name) => ({ name, onChange: choose })}
        value={undefined}
        fault={undefined}
        wrap={(words) => (
          <Heading>
            <span className="progress">{t('practice.title')}</span> {words}
          </Heading>
        )}
      />
      <p className="tried" role="status">
        {chosen === null ? t('practice.hint') : t('practice.chosen', { word: say(word) })}
      </p>
      <nav>
        <button type="button" onClick={leave}>
          {t('survey:back')}
        </button>
        <button type="button" className="primary" onClick={begin}>
          {t('practice.begin')}
        </button>
      </nav>
    </div>
  );
}
