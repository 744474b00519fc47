// One respondent at the tablet, from the first question to the last.
import { useState } from 'react';
import type { Questionnaire } from '#domain/questionnaire.ts';
import { pagesOf } from '#domain/questions.ts';
import type { SubmissionInput } from '#domain/submissions.ts';
import type { TouchpointView } from '#domain/touchpoint-view.ts';
import { submissionOf } from '../submission.ts';
import { type Beginning, type Survey, useSurvey } from '../use-survey.ts';
import { QuestionScreen } from './question-screen.tsx';
import { StillThere } from './still-there.tsx';
import { useIdle, WARNING } from './use-idle.ts';

interface Props {
  view: TouchpointView;
  beginning: Beginning | null;
  locale: string;
  /** Somebody goes, from which question; null before the first. */
  leave: (question: string | null) => void;
  finish: (submission: SubmissionInput) => void;
}

export function Session({ view, beginning, locale, leave, finish }: Props) {
  const survey = useSurvey(view, beginning);
  const { visible } = survey;
  const [wanted, setWanted] = useState(() =>
    Math.max(
      0,
      visible.findIndex(({ code }) => beginning?.faults.has(code)),
    ),
  );
  const at = Math.min(wanted, visible.length - 1);
  const question = visible[at];
  const stop = () => leave(question?.code ?? null);
  const idle = useIdle(WARNING, stop);
  if (!question) return null;
  const send = () =>
    finish(submissionOf(view, survey.attempt(), survey.form.getValues(), { locale, channel: 'kiosk' }));
  const goTo = async (next: number) => {
    const { form } = survey;
    if (next < at) return next < 0 ? stop() : setWanted(next);
    if (!(await form.trigger(question.code))) return;
    if (next < visible.length) return setWanted(next);
    if (await form.trigger()) return send();
    setWanted(visible.findIndex(({ code }) => form.getFieldState(code).invalid));
  };
  const afterBlock = afterOptionalBlock(view.questionnaire, survey, at);
  return (
    <>
      {idle.left !== null && <StillThere left={idle.left} stay={idle.stay} end={stop} />}
      <div hidden={idle.left !== null}>
        <QuestionScreen
          key={question.code}
          survey={survey}
          question={question}
          at={at}
          of={visible.length}
          asking={idle.left === null}
          goBack={() => goTo(at - 1)}
          goOn={() => goTo(at + 1)}
          skipBlock={afterBlock === null ? null : () => goTo(afterBlock)}
        />
      </div>
    </>
  );
}

/** Where to go on when a block of several questions, none of them required, is passed over; null elsewhere. */
function afterOptionalBlock(questionnaire: Questionnaire, { visible }: Survey, at: number): number | null {
  const block = pagesOf(questionnaire).find((page) =>
    page.questions.some(({ code }) => code === visible[at]?.code),
  );
  const codes = block?.questions.map(({ code }) => code) ?? [];
  if (codes.length < 2 || block?.questions.some(({ required }) => required)) return null;
  const after = visible.findIndex(({ code }, index) => index > at && !codes.includes(code));
  const target = after < 0 ? visible.length : after;
  return target > at + 1 ? target : null;
}
